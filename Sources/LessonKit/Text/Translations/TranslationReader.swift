/// Reads a PO file, line by line.
struct TranslationReader {
  typealias Message = TranslationFile.Message

  /// The strings of a message, by the words in front of them.
  private enum Field { case none, english, translation, previous }

  let file: String
  private(set) var messages: [Message] = []
  private var rest: Substring.UTF8View
  private var line = 0
  private var message = Message(english: "")
  private var field = Field.none
  private var bytes: [UInt8] = []
  private var hasEnglish = false
  private var hasTranslation = false

  init(contents: String, file: String) {
    var contents = contents
    contents.makeContiguousUTF8()
    rest = contents[...].utf8
    self.file = file
  }

  mutating func read() throws(PhrasebookError) {
    while !rest.isEmpty {
      line += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      var row = rest[..<(end ?? rest.endIndex)]
      rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
      while let last = row.last, last == 32 || last == 13 || last == 9 { row.removeLast() }
      try take(row)
    }
    try finish()
  }

  private mutating func take(_ row: Substring.UTF8View) throws(PhrasebookError) {
    var row = row
    guard let first = row.first else { return }
    if first == UInt8(ascii: "#") {
      switch row.dropFirst().first {
      case UInt8(ascii: "~"):
        row = row.dropFirst(2)
        if row.first == UInt8(ascii: "|") { return try takePrevious(row.dropFirst()) }
        while row.first == 32 { row.removeFirst() }
        if row.starts(with: "msgid ".utf8) { try beginMessage() }
        message.isObsolete = true
        return try takeWords(row)
      case UInt8(ascii: "|"): return try takePrevious(row.dropFirst(2))
      default: return try takeComment(row)
      }
    }
    try takeWords(row)
  }

  /// A message ends where the comments or the words of another begin.
  private mutating func beginMessage() throws(PhrasebookError) {
    if hasTranslation { try finish() }
    if message.line == 0 { message.line = line }
  }

  private mutating func takeComment(_ row: Substring.UTF8View) throws(PhrasebookError) {
    try beginMessage()
    if hasEnglish { throw error("a comment between msgid and msgstr") }
    let mark = row.dropFirst().first
    guard mark != nil, mark != 32 else {
      return message.notes.append(String(Substring(row.dropFirst(2))))
    }
    let words = Substring(row.dropFirst(2))
    switch mark {
    case UInt8(ascii: ":"):
      message.references += words.split(separator: " ").map(String.init)
    case UInt8(ascii: ","):
      message.flags += words.split { $0 == "," || $0 == " " }.map(String.init)
    default: break
    }
  }

  private mutating func takePrevious(_ row: Substring.UTF8View) throws(PhrasebookError) {
    var row = row
    while row.first == 32 { row.removeFirst() }
    if row.starts(with: "msgid ".utf8) {
      try beginMessage()
      try close()
      field = .previous
      row = row.dropFirst("msgid ".utf8.count)
    }
    try takeString(row)
  }

  private mutating func takeWords(_ row: Substring.UTF8View) throws(PhrasebookError) {
    if row.starts(with: "msgid ".utf8) {
      try beginMessage()
      if hasEnglish { throw error("a msgid without a msgstr before this one") }
      try close()
      (field, hasEnglish) = (.english, true)
      try takeString(row.dropFirst("msgid ".utf8.count))
    } else if row.starts(with: "msgstr ".utf8) {
      guard hasEnglish, !hasTranslation else { throw error("a msgstr without a msgid") }
      try close()
      (field, hasTranslation) = (.translation, true)
      try takeString(row.dropFirst("msgstr ".utf8.count))
    } else if row.first == UInt8(ascii: "\""), field != .none {
      try takeString(row)
    } else {
      throw error("expected msgid, msgstr, a string or a comment: \(Substring(row))")
    }
  }

  /// Adds what stands between two quotation marks.
  private mutating func takeString(_ row: Substring.UTF8View) throws(PhrasebookError) {
    let quote = UInt8(ascii: "\"")
    guard row.count >= 2, row.first == quote else { throw error("a string does not begin with \"") }
    var characters = row.dropFirst()
    while let byte = characters.popFirst() {
      switch byte {
      case quote:
        guard characters.isEmpty else { throw error("something follows the end of a string") }
        return
      case UInt8(ascii: "\\"):
        switch characters.popFirst() {
        case UInt8(ascii: "n"): bytes.append(10)
        case UInt8(ascii: "t"): bytes.append(9)
        case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
        case quote: bytes.append(quote)
        default: throw error("a \\ that stands before neither n, t, \" nor \\")
        }
      default: bytes.append(byte)
      }
    }
    throw error("a string does not end with \"")
  }

  /// Ends the string that was being read.
  private mutating func close() throws(PhrasebookError) {
    let words = String(decoding: bytes, as: UTF8.self)
    bytes.removeAll(keepingCapacity: true)
    switch field {
    case .none: break
    case .english: message.english = words
    case .translation: message.translation = words
    case .previous: message.previous = words
    }
    field = .none
  }

  private mutating func finish() throws(PhrasebookError) {
    try close()
    if hasEnglish {
      guard hasTranslation else { throw error("the last msgid has no msgstr") }
      messages.append(message)
    }
    message = Message(english: "")
    (hasEnglish, hasTranslation) = (false, false)
  }

  private func error(_ trouble: String) -> PhrasebookError {
    PhrasebookError(file: file, line: line, trouble)
  }
}
