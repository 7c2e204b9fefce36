extension CSVFile {
  /// What stands between two cells of a table.
  public enum Separator: Sendable {
    case comma, semicolon, tab, bar
    /// Whichever of the four stands most often in the first line, outside of quotes.
    case detected

    var byte: UInt8 {
      switch self {
      case .comma, .detected: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      case .bar: UInt8(ascii: "|")
      }
    }

    /// Its name in a message.
    var word: String {
      switch self {
      case .comma, .detected: "comma"
      case .semicolon: "semicolon"
      case .tab: "tab"
      case .bar: "bar"
      }
    }

    private static let all: [Separator] = [.comma, .semicolon, .tab, .bar]

    init(byte: UInt8) { self = Self.all.first { $0.byte == byte } ?? .comma }

    init(detectedIn file: DataFile) {
      var counts: [UInt8: Int] = [:]
      var isQuoted = false
      for byte in file.bytes {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        guard !isQuoted else { continue }
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if counts.isEmpty { continue }
          break
        }
        counts[byte, default: 0] += 1
      }
      self = .comma
      for other in Self.all where counts[other.byte, default: 0] > counts[byte, default: 0] {
        self = other
      }
    }
  }
}
