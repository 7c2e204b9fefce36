/// A number of a lesson's experiments that a learner may change, to see what breaks.
///
///     settings: [
///       .number("learning-rate", default: 0.5, in: 0.001...100, "how far each step goes"),
///       .integer("hidden", default: 2, in: 1...64, "hidden units of the XOR network"),
///     ]
///
/// `--set learning-rate=8` changes it, `--help` lists all, and the lesson reads it by its name:
/// `board.setting("learning-rate")`, `board.wholeSetting("hidden")`. Where one is changed, claims
/// are printed and not judged: their gates belong to the experiment as it was published.
public struct Setting: Sendable {
  enum Kind: Sendable, Equatable {
    case integer(Int, ClosedRange<Int>)
    case number(Double, ClosedRange<Double>)
  }

  let name: String
  let kind: Kind
  let help: Text

  private init(_ name: String, _ kind: Kind, _ help: Text) {
    precondition(
      !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") },
      "Setting: a name has letters, digits and hyphens only, not \"\(name)\"")
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// A setting that is a whole number.
  /// - Precondition: the default lies in the range.
  public static func integer(
    _ name: String, default value: Int, in range: ClosedRange<Int>, _ help: Text
  ) -> Self {
    precondition(range.contains(value), "Setting: the default of \(name) is not in its range")
    return Self(name, .integer(value, range), help)
  }

  /// A setting that is a number.
  /// - Precondition: the default lies in the range.
  public static func number(
    _ name: String, default value: Double, in range: ClosedRange<Double>, _ help: Text
  ) -> Self {
    precondition(range.contains(value), "Setting: the default of \(name) is not in its range")
    return Self(name, .number(value, range), help)
  }
}

extension Setting {
  /// The value while the learner has not said otherwise.
  var initialValue: OptionValue {
    switch kind {
    case .integer(let value, _): .integer(value)
    case .number(let value, _): .number(value)
    }
  }

  /// The help with the range and the default behind it.
  var helpWithRange: Text {
    switch kind {
    case .integer(let value, let range):
      "\(help); \(range.lowerBound) to \(range.upperBound) (\(value))"
    case .number(let value, let range):
      "\(help); \(range.lowerBound) to \(range.upperBound) (\(value))"
    }
  }
}

// MARK: - Reading them

extension Board {
  /// The number of a setting that the card declares.
  /// - Precondition: the card declares a setting of this name with a number.
  public func setting(_ name: String) -> Double {
    if case .number(let value) = value(of: name) { return value }
    preconditionFailure("Board.setting: \"\(name)\" is a whole number: read it by wholeSetting")
  }

  /// The whole number of a setting that the card declares.
  /// - Precondition: the card declares a setting of this name with a whole number.
  public func wholeSetting(_ name: String) -> Int {
    if case .integer(let value) = value(of: name) { return value }
    preconditionFailure("Board.wholeSetting: \"\(name)\" is no whole number: read it by setting")
  }

  /// The settings that differ from their defaults: `["hidden"]`.
  public var changedSettings: [String] {
    card.settings.filter { value(of: $0.name) != $0.initialValue }.map(\.name)
  }

  private func value(of name: String) -> OptionValue {
    guard let setting = card.settings.first(where: { $0.name == name }) else {
      preconditionFailure("Board.setting: the lesson's card declares no setting \"\(name)\"")
    }
    return options.settings[name] ?? setting.initialValue
  }
}
