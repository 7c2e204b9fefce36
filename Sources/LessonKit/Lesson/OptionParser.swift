/// Turns the command line into ``Options``.
struct OptionParser {
  let declared: [LessonOption]
  private let refused: Set<CommonOption>

  private var arguments: ArraySlice<String> = []
  private var options = Options()

  /// A parser for the common options, but for those that are `refused`, and the `declared` ones.
  init(declared: [LessonOption], refusing refused: Set<CommonOption> = []) {
    self.declared = declared
    self.refused = refused
    let names = declared.map(\.name)
    precondition(Set(names).count == names.count, "LessonCard: an option is declared twice")
  }

  /// The options of these arguments, without the program's name.
  mutating func parse(_ arguments: [String]) throws(UsageError) -> Options {
    self.arguments = arguments[...]
    options = Options()
    for option in declared { options.values[option.name] = option.initialValue }
    while let argument = self.arguments.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        throw UsageError(message: "unexpected argument \"\(argument)\"")
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let attached = parts.count > 1 ? String(parts[1]) : nil
      try take(String(parts[0]), attached)
    }
    return options
  }

  private mutating func take(_ written: String, _ attached: String?) throws(UsageError) {
    let name =
      written == "-h" ? "help" : written.hasPrefix("--") ? String(written.dropFirst(2)) : ""
    if let common = CommonOption(rawValue: name), !refused.contains(common) {
      if common.placeholder.isEmpty, let attached { throw valueless(written, attached) }
      try take(common, attached)
    } else if let option = declared.first(where: { $0.name == name }) {
      if option.kind == .flag, let attached { throw valueless(written, attached) }
      options.values[name] = try value(of: option, attached)
    } else {
      throw UsageError(message: "unknown option \(written)")
    }
  }

  private mutating func take(_ option: CommonOption, _ attached: String?) throws(UsageError) {
    switch option {
    case .help: options.isHelp = true
    case .quick: options.isQuick = true
    case .json: options.isJSON = true
    case .plain: options.isPlain = true
    case .step: options.isStepping = true
    case .figures: options.figures = try next("figures", "a folder", attached)
    case .language: options.language = try next("language", "a language's code", attached)
    case .color:
      let words = try next("color", "always, never or auto", attached)
      guard let colour = Options.Colour(rawValue: words) else {
        throw UsageError(message: "--color needs always, never or auto, not \"\(words)\"")
      }
      options.colour = colour
    case .section:
      let words = try next("section", "a whole number", attached)
      guard let section = Int(words), section > 0 else {
        throw UsageError(message: "--section needs a whole number of at least 1, not \"\(words)\"")
      }
      options.section = section
    case .seed:
      let words = try next("seed", "a whole number", attached)
      guard let seed = UInt64(words) else {
        throw UsageError(
          message: "--seed needs a whole number from 0 to \(UInt64.max), not \"\(words)\"")
      }
      options.seed = seed
    }
  }

  private mutating func value(of option: LessonOption, _ attached: String?) throws(UsageError)
    -> OptionValue
  {
    switch option.kind {
    case .flag: return .flag(true)
    case .text: return .text(try next(option.name, option.placeholder, attached))
    case .integer(_, let range):
      let words = try next(option.name, "a whole number", attached)
      guard let number = Int(words), range.contains(number) else {
        let limits = Self.limits(
          range.lowerBound == .min ? nil : "\(range.lowerBound)",
          range.upperBound == .max ? nil : "\(range.upperBound)")
        throw UsageError(
          message: "--\(option.name) needs a whole number\(limits), not \"\(words)\"")
      }
      return .integer(number)
    case .number(_, let range):
      let words = try next(option.name, "a number", attached)
      guard let number = Double(words), number.isFinite, range.contains(number) else {
        let largest = Double.greatestFiniteMagnitude
        let limits = Self.limits(
          range.lowerBound <= -largest ? nil : Numbers.short(range.lowerBound),
          range.upperBound >= largest ? nil : Numbers.short(range.upperBound))
        throw UsageError(message: "--\(option.name) needs a number\(limits), not \"\(words)\"")
      }
      return .number(number)
    }
  }

  /// The value after an option, or behind its `=`.
  private mutating func next(_ name: String, _ what: String, _ attached: String?)
    throws(UsageError) -> String
  {
    if let attached, !attached.isEmpty { return attached }
    if attached == nil, let following = arguments.first, !following.isEmpty,
      !following.hasPrefix("--")
    {
      arguments.removeFirst()
      return following
    }
    throw UsageError(message: "--\(name) needs a value: \(what)")
  }

  private func valueless(_ written: String, _ value: String) -> UsageError {
    UsageError(message: "\(written) takes no value, but was given \"\(value)\"")
  }

  private static func limits(_ lowest: String?, _ highest: String?) -> String {
    switch (lowest, highest) {
    case (let lowest?, let highest?): " from \(lowest) to \(highest)"
    case (let lowest?, nil): " of at least \(lowest)"
    case (nil, let highest?): " of at most \(highest)"
    case (nil, nil): ""
    }
  }
}

extension LessonOption {
  /// The value while the learner has not said otherwise.
  var initialValue: OptionValue {
    switch kind {
    case .flag: .flag(false)
    case .text(let value): .text(value)
    case .integer(let value, _): .integer(value)
    case .number(let value, _): .number(value)
    }
  }
}
