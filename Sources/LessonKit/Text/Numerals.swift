/// How a language writes the numbers in its sentences, tables and figures.
///
/// Code, formulas and what programs read keep the point of English.
enum Numerals {
  /// `0.25`, `60,000`; the numbers of a list have commas between.
  case point
  /// `0,25` and, with a space that does not break, `60 000`; but `1425`, as the Real Academia
  /// advises (Ortografía de la lengua española, 2010).
  ///
  /// Lists have semicolons where commas would mislead.
  case comma

  init(language: String) { self = language == "es" ? .comma : .point }

  /// Numbers that are written as in English, with what stands around them.
  func written(_ english: String) -> String {
    guard self == .comma, english.contains(where: { $0 == "," || $0 == "." }) else {
      return english
    }
    var result = ""
    var rest = english[...]
    while let character = rest.first {
      guard character.isASCII, character.isNumber else {
        result.append(character)
        rest.removeFirst()
        continue
      }
      var number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }
      while let last = number.last, !last.isNumber { number.removeLast() }
      result += Self.withComma(number) ?? String(number)
      rest = rest[number.endIndex...]
    }
    return result
  }

  /// Numbers in a row.
  func list(_ numbers: [String]) -> String {
    let numbers = numbers.map(written)
    return numbers.joined(separator: numbers.contains { $0.contains(",") } ? "; " : ", ")
  }

  /// One number; nil for what is none, such as 5.2.1 or the places 0,1.
  private static func withComma(_ number: Substring) -> String? {
    let halves = number.split(separator: ".", omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    let isWhole = groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 }
    guard halves.count <= 2, isWhole, (1...3).contains(groups[0].count) || groups.count == 1,
      !halves.dropFirst().contains(where: { $0.contains(",") })
    else { return nil }
    let isLong = groups.count > 2 || groups.count == 2 && groups[0].count > 1
    let digits = groups.joined(separator: isLong ? "\u{A0}" : "")
    return halves.count == 2 ? digits + "," + halves[1] : digits
  }
}
