import Foundation

/// The page a lesson is written on: how wide it is, what it can show, and the way out to it.
struct Page {
  /// The columns of the page, from 40 to 80.
  var width: Int

  /// Whether drawing characters may be used; otherwise the page is plain ASCII.
  var isRich: Bool

  /// Whether colours may be used.
  var hasColour: Bool

  /// Whether a line may be written over: where a progress bar may be shown.
  var showsProgress: Bool

  /// Writes to standard output.
  var write: (String) -> Void

  /// Writes to standard error.
  var writeError: (String) -> Void

  /// Reads a line from standard input; `nil` at its end.
  var readReturn: () -> String?

  /// Whether a person sits at standard input and wants to see what it waits for.
  var isInputTerminal: Bool

  /// The lines of the terminal, where a person reads and answers at one.
  var height: Int?

  /// Waits for a key that says how to go on.
  var readKey: () -> Key

  /// The lines of the terminal where a film may be drawn over itself; nothing where none may.
  var filmRows: Int? = nil

  /// Waits so many seconds, between the frames of a film.
  var wait: (Double) -> Void = { _ in }

  /// What a reader of `--step` may wish.
  enum Key {
    /// The next screenful.
    case more
    /// The next section.
    case section
    /// No more.
    case end
  }

  static let narrowest = 40
  static let widest = 80

  /// The width for a terminal of so many columns.
  static func width(ofTerminal columns: Int?) -> Int {
    min(widest, max(narrowest, columns ?? widest))
  }

  /// How to write with these options in these surroundings.
  static func appearance(
    options: Options, isTerminal: Bool, environment: [String: String]
  ) -> Appearance {
    Appearance(
      isPlain: options.isPlain, colour: options.colour, isTerminal: isTerminal,
      environment: environment)
  }
}

/// How a piece of text stands out on a rich page.
enum Emphasis {
  case heading
  case faint
  case good
  case bad
  case hue(Int)

  /// The ANSI codes for it.
  var codes: String {
    switch self {
    case .heading: "1"
    case .faint: "2"
    case .good: "32"
    case .bad: "1;31"
    case .hue(let index): "38;5;\(Palette.terminal(index))"
    }
  }
}

extension Page {
  /// The words with emphasis, where the page can show it.
  func styled(_ words: String, _ emphasis: Emphasis) -> String {
    hasColour && !words.isEmpty ? "\u{1B}[\(emphasis.codes)m\(words)\u{1B}[0m" : words
  }

  /// A horizontal rule.
  func rule(_ width: Int) -> String {
    String(repeating: isRich ? "─" : "-", count: width)
  }
}
