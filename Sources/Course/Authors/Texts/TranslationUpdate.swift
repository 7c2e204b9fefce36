import LessonKit

/// Brings the translations of one file up to the texts that the course has now.
///
/// Nothing is lost: a translation whose English has gone is kept as obsolete, and one whose English
/// has changed a little becomes fuzzy, for a translator to look at.
struct TranslationUpdate {
  typealias Message = TranslationFile.Message

  private(set) var file: TranslationFile

  /// - Parameters:
  ///   - old: the file so far.
  ///   - texts: the texts of the course, in order.
  ///   - moved: messages of other files whose English is no longer there.
  init(_ old: TranslationFile, to texts: [TextExtractor.Found], moved: [Message] = []) {
    file = old
    var order: [String] = []
    var references: [String: [String]] = [:]
    for text in texts {
      if references[text.template] == nil { order.append(text.template) }
      if !references[text.template, default: []].contains(text.reference) {
        references[text.template, default: []].append(text.reference)
      }
    }
    let known = Dictionary(old.messages.map { ($0.english, $0) }) { first, second in
      first.isObsolete ? second : first
    }
    var gone = (old.messages + moved).filter {
      references[$0.english] == nil && !$0.translation.isEmpty
    }
    file.messages = order.map { english in
      var message = known[english] ?? Message(english: english)
      message.isObsolete = false
      message.references = references[english]!
      if message.translation.isEmpty {
        if let same = moved.first(where: { $0.english == english && !$0.translation.isEmpty }) {
          message.translation = same.translation
        } else if let place = Self.nearest(to: english, in: gone) {
          message.translation = gone[place].translation
          message.previous = gone[place].english
          message.flags = ["fuzzy"]
          gone.remove(at: place)
        }
      }
      return message
    }
    // Each once, though other files may have lost the same text.
    var own = Set(old.messages.map(\.english))
    file.messages += gone.filter { own.remove($0.english) != nil }.map {
      var message = $0
      message.isObsolete = true
      message.references = []
      return message
    }
  }

  /// The message whose English says almost the same.
  private static func nearest(to english: String, in messages: [Message]) -> Int? {
    let near = messages.indices.map { ($0, similarity(messages[$0].english, english)) }
    return near.filter { $0.1 >= 0.7 }.max { $0.1 < $1.1 }?.0
  }

  /// From 0 to 1: the words that both have in the same order, as a share of all.
  static func similarity(_ one: String, _ other: String) -> Double {
    let (one, other) = (one.split(separator: " "), other.split(separator: " "))
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    var row = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var diagonal = 0
      for place in other.indices {
        let above = row[place + 1]
        row[place + 1] = word == other[place] ? diagonal + 1 : max(above, row[place])
        diagonal = above
      }
    }
    return 2 * Double(row[other.count]) / Double(one.count + other.count)
  }
}
