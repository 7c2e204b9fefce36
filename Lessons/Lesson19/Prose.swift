import Datasets
import Foundation
import LessonKit

/// A text as words in paragraphs, and the words that are frequent enough to learn from.
struct Prose {
  /// The words of the vocabulary, the most frequent first.
  let words: [String]
  let counts: [Int]
  /// Each paragraph as numbers of its words; the rare ones are left out.
  let paragraphs: [[Int]]
  /// The learner's own file, if there is one.
  let file: String?

  /// What can go wrong with a text of the learner's.
  enum TextError: Error, CustomStringConvertible {
    case unreadable(String, any Error)
    case tooShort(String, Int)

    var description: String {
      switch self {
      case .unreadable(let file, let error):
        let cause = error as NSError
        let underlying = cause.userInfo[NSUnderlyingErrorKey] as? any Error
        return "--text: cannot read \"\(file)\": \((underlying ?? error).localizedDescription)"
      case .tooShort(let file, let count):
        return """
          --text: "\(file)" has \(count) different words that come eight times or more; expected at \
          least \(Prose.leastWords)
          """
      }
    }
  }

  static let leastCount = 8
  static let leastWords = 100

  init(_ board: Board) throws {
    file = board.options.text("text")
    let text: String
    if let file {
      do {
        text = try String(contentsOfFile: file, encoding: .utf8)
      } catch {
        throw TextError.unreadable(file, error)
      }
    } else {
      text = try CourseProse.load()
    }
    let lines = text.lowercased().split(whereSeparator: \.isNewline).map { line in
      line.split { !$0.isLetter }.map(String.init)
    }
    let all = lines.joined().reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let frequent = all.filter { $0.value >= Self.leastCount }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard frequent.count >= Self.leastWords else {
      throw TextError.tooShort(file ?? "", frequent.count)
    }
    words = frequent.map(\.key)
    counts = frequent.map(\.value)
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    paragraphs = lines.map { $0.compactMap { numbers[$0] } }.filter { $0.count > 1 }
  }

  /// How often each of the first `size` words stands within `window` words of each other.
  func company(of size: Int, window: Int) -> [[Double]] {
    var table = Array(repeating: Array(repeating: 0.0, count: size), count: size)
    for paragraph in paragraphs {
      let kept = paragraph.filter { $0 < size }
      for (place, word) in kept.enumerated() {
        let near = max(0, place - window)...min(kept.count - 1, place + window)
        for other in near where other != place { table[word][kept[other]] += 1 }
      }
    }
    return table
  }

  /// Where in the text each word stands on average, from 0 at the beginning to 1 at the end.
  var places: [Double] {
    var sums = Array(repeating: 0.0, count: words.count)
    for (index, paragraph) in paragraphs.enumerated() {
      for word in paragraph { sums[word] += Double(index) / Double(paragraphs.count - 1) }
    }
    let uses = paragraphs.joined().reduce(into: Array(repeating: 0.0, count: words.count)) {
      $0[$1] += 1
    }
    return zip(sums, uses).map { $0 / max(1, $1) }
  }
}
