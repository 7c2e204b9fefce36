/// A JSON object on one line, with its keys in the order in which they were added.
struct JSONObject {
  private var members: [String] = []

  var line: String { "{" + members.joined(separator: ",") + "}" }

  mutating func add(_ key: String, _ value: String) { append(key, Self.quoted(value)) }
  mutating func add(_ key: String, _ value: Int) { append(key, String(value)) }
  mutating func add(_ key: String, _ value: Bool) { append(key, value ? "true" : "false") }
  mutating func addNull(_ key: String) { append(key, "null") }

  /// A number with so many decimals; `null` when it is not finite, for JSON has no such number.
  mutating func add(_ key: String, _ value: Double, decimals: Int) {
    append(key, value.isFinite ? Numbers.fixed(value, decimals: decimals) : "null")
  }

  private mutating func append(_ key: String, _ value: String) {
    members.append(Self.quoted(key) + ":" + value)
  }

  /// The string in quotes, with everything escaped that JSON or a reader of lines trips over.
  static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{2028}", "\u{2029}", "\u{7F}"..."\u{9F}", "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
