/// A sentence for the learner: an English template and the values that fill it.
///
/// Write it as an ordinary string, with ordinary interpolation:
///
///     board.say("After \(epochs) epochs the error is \(error, decimals: 3).")
///
/// The template `After %1 epochs the error is %2.` stays apart from its values, so that a
/// ``Phrasebook`` can give the sentence in another language, with the values in another order.
/// A text within a text is translated on its own.
public struct Text: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// What fills one placeholder.
  enum Value: Sendable, Equatable {
    case plain(String)
    case text(Text)
    /// Numbers as English writes them.
    case numbers([String])
  }

  /// The English words, with placeholders from `%1` on where the values go.
  ///
  /// A `%` that could be taken for a placeholder is written `%%`.
  public let template: String

  let values: [Value]

  /// A text without values.
  public init(stringLiteral words: String) {
    self.init(stringInterpolation: Interpolation(literal: words))
  }

  /// A text from words and interpolated values.
  public init(stringInterpolation: Interpolation) {
    template = stringInterpolation.finishedTemplate
    values = stringInterpolation.values
  }

  init(template: String, values: [Value]) {
    self.template = template
    self.values = values
  }

  /// A text that is the same in every language: a name, a number, a formula.
  public init(verbatim words: String) {
    self.init(template: "%1", values: [.plain(words)])
  }

  /// Numbers as English writes them, with commas between.
  init(numbers: [String]) { self.init(template: "%1", values: [.numbers(numbers)]) }

  /// Whether nothing would be shown.
  public var isEmpty: Bool { english.isEmpty }

  /// The text in English.
  public var english: String { rendered(in: .english) }

  /// The text in the language of `phrasebook`; in English where the phrasebook does not know it.
  public func rendered(in phrasebook: Phrasebook) -> String {
    rendered(in: phrasebook, Numerals(language: phrasebook.language))
  }

  /// The text of a formula or a listing: words are translated, numbers keep their points.
  func renderedAsCode(in phrasebook: Phrasebook) -> String { rendered(in: phrasebook, .point) }

  private func rendered(in phrasebook: Phrasebook, _ numerals: Numerals) -> String {
    let fillings = values.map { value in
      switch value {
      case .plain(let string): string
      case .text(let text): text.rendered(in: phrasebook, numerals)
      case .numbers(let numbers): numerals.list(numbers)
      }
    }
    return Template(words(in: phrasebook, numerals)).filled(with: fillings)
  }

  /// The translated template; one without a word in it, such as `96.1 %`, needs no translator.
  private func words(in phrasebook: Phrasebook, _ numerals: Numerals) -> String {
    if let translation = phrasebook.translation(of: template) { return translation }
    return template.contains(where: \.isLetter) ? template : numerals.written(template)
  }
}

extension Text: CustomStringConvertible {
  /// The text in English.
  public var description: String { english }
}

/// Words with numbered gaps.
struct Template {
  private let words: String

  init(_ words: String) { self.words = words }

  /// The words with `%1` replaced by the first value and so on; `%%` becomes `%`.
  func filled(with values: [String]) -> String {
    var result = ""
    var rest = words[...]
    while let sign = rest.firstIndex(of: "%") {
      result += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      if rest.first == "%" {
        result += "%"
        rest.removeFirst()
      } else {
        // A digit of the words may follow the number: the longest number that has a value counts.
        var digits = rest.prefix { $0.isASCII && $0.isNumber }
        while let number = Int(digits), number > values.count { digits.removeLast() }
        if let number = Int(digits), number > 0 {
          result += values[number - 1]
          rest = rest.dropFirst(digits.count)
        } else {
          result += "%"
        }
      }
    }
    return result + rest
  }

  /// The numbers of the gaps, in the order of the words: `[1, 2]`.
  var placeholders: [Int] {
    var numbers: [Int] = []
    var rest = words[...]
    while let sign = rest.firstIndex(of: "%") {
      rest = rest[rest.index(after: sign)...]
      if rest.first == "%" {
        rest.removeFirst()
      } else if let number = Int(rest.prefix { $0.isASCII && $0.isNumber }) {
        numbers.append(number)
      }
    }
    return numbers
  }
}
