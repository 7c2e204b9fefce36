/// A list of names, each with a reason.
///
/// It is read from a text: a line that ends with a colon is the reason for the indented lines after
/// it.
struct ListWithReasons {
  /// The reason for each name.
  var reasons: [String: String] = [:]

  init(_ text: String) {
    var reason = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" ") {
        reasons[line.drop { $0 == " " }.description] = reason
      } else {
        reason = String(line.dropLast())
      }
    }
  }

  var names: Set<String> { Set(reasons.keys) }
}
