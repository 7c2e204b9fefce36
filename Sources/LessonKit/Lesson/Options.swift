/// What the learner asked for on the command line.
public struct Options: Sendable {
  /// Where the random numbers begin.
  public internal(set) var seed: UInt64 = 1
  /// Whether the runs should be short.
  public internal(set) var isQuick = false
  /// The folder for SVG figures, if they are wanted.
  public internal(set) var figures: String?
  /// The file for the run as one page, if it is wanted.
  public internal(set) var page: String?
  /// Whether only claims are written, as JSON lines.
  public internal(set) var isJSON = false
  /// Whether to do without colour and drawing characters.
  public internal(set) var isPlain = false
  /// When to write in colour.
  var colour = Appearance.Colour.auto
  /// The section to begin to show at, from 1.
  var section = 1
  /// Whether to count operations.
  var isCounting = false
  /// What an hour of computing costs, in any money.
  var price = 1.0
  /// What the machine draws while it computes, in watts.
  var power = 65.0
  /// Whether to wait for Return between the sections.
  public internal(set) var isStepping = false
  /// The language's code, if one was asked for.
  public internal(set) var language: String?

  var isHelp = false

  var values: [String: OptionValue] = [:]
  /// Those of `--set`, by their names.
  var settings: [String: OptionValue] = [:]

  /// Whether a flag that the lesson declares was given.
  public func flag(_ name: String) -> Bool {
    if case .flag(let value) = declared(name, "flag") { return value }
    preconditionFailure("Options: --\(name) is no flag")
  }

  /// The text of an option that the lesson declares, or its default.
  public func text(_ name: String) -> String? {
    if case .text(let value) = declared(name, "text") { return value }
    preconditionFailure("Options: --\(name) has no text")
  }

  /// The whole number of an option that the lesson declares, or its default.
  public func integer(_ name: String) -> Int {
    if case .integer(let value) = declared(name, "integer") { return value }
    preconditionFailure("Options: --\(name) has no whole number")
  }

  /// The number of an option that the lesson declares, or its default.
  public func number(_ name: String) -> Double {
    if case .number(let value) = declared(name, "number") { return value }
    preconditionFailure("Options: --\(name) has no number")
  }

  private func declared(_ name: String, _ kind: String) -> OptionValue {
    guard let value = values[name] else {
      preconditionFailure(
        "Options: --\(name) is not declared; add .\(kind)(\"\(name)\", ...) to the lesson's card")
    }
    return value
  }
}

enum OptionValue: Sendable, Equatable {
  case flag(Bool)
  case text(String?)
  case integer(Int)
  case number(Double)
}

/// A command line that no lesson understands.
struct UsageError: Error, Equatable {
  let message: Text
}
