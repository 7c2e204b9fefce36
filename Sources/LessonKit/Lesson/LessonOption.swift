/// An option that a lesson has beside the common ones.
///
///     options: [
///       .flag("full", "train on all 60,000 digits"),
///       .text("data", "DIR", "the folder with the full data sets"),
///       .integer("epochs", "N", default: 20, "how often to see every digit"),
///     ]
///
/// The lesson reads it by its name: `board.options.flag("full")`,
/// `board.options.text("data")`, `board.options.integer("epochs")`.
public struct LessonOption: Sendable {
  enum Kind: Sendable, Equatable {
    case flag
    case text(String?)
    case integer(Int, ClosedRange<Int>)
    case number(Double, ClosedRange<Double>)
  }

  let name: String
  let placeholder: String
  let kind: Kind
  let help: Text

  private init(_ name: String, _ placeholder: String, _ kind: Kind, _ help: Text) {
    precondition(
      !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
      "LessonOption: a name has letters, digits and hyphens only, not \"\(name)\"")
    precondition(
      !CommonOption.names.contains(name), "LessonOption: --\(name) is an option of every lesson")
    self.name = name
    self.placeholder = placeholder
    self.kind = kind
    self.help = help
  }

  /// An option that is given or not.
  public static func flag(_ name: String, _ help: Text) -> Self {
    Self(name, "", .flag, help)
  }

  /// An option with a text: a folder, a file, a name.
  public static func text(
    _ name: String, _ placeholder: String, default value: String? = nil, _ help: Text
  ) -> Self {
    Self(name, placeholder, .text(value), help)
  }

  /// An option with a whole number.
  public static func integer(
    _ name: String, _ placeholder: String, default value: Int,
    in range: ClosedRange<Int> = 0...Int.max, _ help: Text
  ) -> Self {
    Self(name, placeholder, .integer(value, range), help)
  }

  /// An option with a number.
  public static func number(
    _ name: String, _ placeholder: String, default value: Double,
    in range: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude, _ help: Text
  ) -> Self {
    Self(name, placeholder, .number(value, range), help)
  }
}

/// The options that every lesson has.
enum CommonOption: String, CaseIterable {
  case help, seed, quick, set, figures, page, json, plain, color, step, section, cost, price
  case power, language

  static let names = Set(allCases.map(\.rawValue))

  var placeholder: String {
    switch self {
    case .seed: "N"
    case .figures: "DIR"
    case .page: "FILE"
    case .language: "CODE"
    case .color: "WHEN"
    case .section: "N"
    case .set: "NAME=VALUE"
    case .price: "P"
    case .power: "W"
    default: ""
    }
  }

  var help: Text {
    switch self {
    case .help: "show this and stop"
    case .seed: "begin the random numbers with N; the same seed gives the same run (1)"
    case .quick: "smaller runs that end within seconds"
    case .set: "change a setting of the experiments, see below; claims are then not judged"
    case .figures: "write the pictures as SVG files into the folder DIR"
    case .page: "write the whole run as one page for a browser into FILE"
    case .json: "write the claims as one JSON object a line, and nothing else"
    case .plain: "no colour, no drawing characters, no moving cursor"
    case .color: "colours: always (for a pager), never, or auto, on a terminal (auto)"
    case .cost: "count what the experiments compute, and say what it costs"
    case .price: "with --cost: the price of an hour of computing (1)"
    case .power: "with --cost: the power of the machine in watts (65)"
    case .section: "show from section N on; the ones before are computed, but not shown"
    case .step:
      "wait after each screen and section: space goes on, Return to the next section, q ends"
    case .language: "the language of the texts: \(Phrasebook.offered)"
    }
  }
}
