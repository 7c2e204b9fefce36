/// Turns the command line into ``Options``.
struct OptionParser {
  let declared: [LessonOption]
  let settings: [Setting]
  private let refused: Set<CommonOption>

  private var arguments: ArraySlice<String> = []
  private var options = Options()

  /// A parser for the common options, but for those that are `refused`, and the `declared` ones.
  init(
    declared: [LessonOption], settings: [Setting] = [], refusing refused: Set<CommonOption> = []
  ) {
    self.declared = declared
    self.settings = settings
    self.refused = refused
    for names in [declared.map(\.name), settings.map(\.name)] {
      precondition(
        Set(names).count == names.count, "LessonCard: an option or a setting is declared twice")
    }
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
    case .page: options.page = try next("page", "a file", attached)
    case .language: options.language = try next("language", "a language's code", attached)
    case .color:
      let words = try next("color", "always, never or auto", attached)
      guard let colour = Appearance.Colour(rawValue: words) else {
        throw UsageError(message: "--color needs always, never or auto, not \"\(words)\"")
      }
      options.colour = colour
    case .section:
      let words = try next("section", "a whole number", attached)
      guard let section = Int(words), section > 0 else {
        throw UsageError(message: "--section needs a whole number of at least 1, not \"\(words)\"")
      }
      options.section = section
    case .cost: options.isCounting = true
    case .price:
      options.price = try positive("price", attached)
      options.isCounting = true
    case .power:
      options.power = try positive("power", attached)
      options.isCounting = true
    case .set: try change(try next("set", "a setting and its value", attached))
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
    let name = option.name
    switch option.kind {
    case .flag: return .flag(true)
    case .text: return .text(try next(name, Text(verbatim: option.placeholder), attached))
    case .integer(_, let range):
      let words = try next(name, "a whole number", attached)
      return try Self.integer(words, in: range, of: "--\(name)")
    case .number(_, let range):
      let words = try next(name, "a number", attached)
      return try Self.number(words, in: range, of: "--\(name)")
    }
  }

  private mutating func positive(_ name: String, _ attached: String?) throws(UsageError) -> Double {
    let words = try next(name, "a number", attached)
    guard let number = Double(words), number > 0, number.isFinite else {
      throw UsageError(message: "--\(name) needs a number above 0, not \"\(words)\"")
    }
    return number
  }

  /// Takes "learning-rate=8".
  private mutating func change(_ words: String) throws(UsageError) {
    let parts = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = settings.map(\.name).joined(separator: ", ")
    guard let setting = settings.first(where: { $0.name == parts[0] }) else {
      throw UsageError(
        message: names.isEmpty
          ? "--set: there is no setting \"\(parts[0])\"; this lesson has none"
          : "--set: there is no setting \"\(parts[0])\"; there are \(names)")
    }
    guard parts.count > 1 else {
      throw UsageError(
        message: "--set needs a setting and its value, such as \(parts[0])=1, not \"\(words)\"")
    }
    let (value, name) = (String(parts[1]), "--set \(setting.name)")
    options.settings[setting.name] =
      switch setting.kind {
      case .integer(_, let range): try Self.integer(value, in: range, of: name)
      case .number(_, let range): try Self.number(value, in: range, of: name)
      }
  }

  private static func integer(_ words: String, in range: ClosedRange<Int>, of name: String)
    throws(UsageError) -> OptionValue
  {
    guard let number = Int(words), range.contains(number) else {
      let lowest = range.lowerBound == .min ? nil : "\(range.lowerBound)"
      let highest = range.upperBound == .max ? nil : "\(range.upperBound)"
      let wanted: Text =
        switch (lowest, highest) {
        case (let lowest?, let highest?): "a whole number from \(lowest) to \(highest)"
        case (let lowest?, nil): "a whole number of at least \(lowest)"
        case (nil, let highest?): "a whole number of at most \(highest)"
        case (nil, nil): "a whole number"
        }
      throw UsageError(message: "\(name) needs \(wanted), not \"\(words)\"")
    }
    return .integer(number)
  }

  private static func number(_ words: String, in range: ClosedRange<Double>, of name: String)
    throws(UsageError) -> OptionValue
  {
    guard let number = Double(words), number.isFinite, range.contains(number) else {
      let largest = Double.greatestFiniteMagnitude
      // As they are typed, in every language.
      let lowest = range.lowerBound <= -largest ? nil : Numbers.short(range.lowerBound)
      let highest = range.upperBound >= largest ? nil : Numbers.short(range.upperBound)
      let wanted: Text =
        switch (lowest, highest) {
        case (let lowest?, let highest?): "a number from \(lowest) to \(highest)"
        case (let lowest?, nil): "a number of at least \(lowest)"
        case (nil, let highest?): "a number of at most \(highest)"
        case (nil, nil): "a number"
        }
      throw UsageError(message: "\(name) needs \(wanted), not \"\(words)\"")
    }
    return .number(number)
  }

  /// The value after an option, or behind its `=`.
  private mutating func next(_ name: String, _ what: Text, _ attached: String?)
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
