import Testing

@testable import LessonKit

@Suite struct TextTests {
  @Test func templatesKeepTheirValuesApart() {
    let text: Text = "After \(6) epochs: \("Iris")."
    #expect(text.template == "After %1 epochs: %2.")
    #expect(text.english == "After 6 epochs: Iris.")
  }

  @Test func percentSignsStayThemselves() {
    let cases: [(Text, String)] = [
      ("96 %", "96 %"), ("100%", "100%"), ("%1 is no gap", "%1 is no gap"),
      ("100%%", "100%%"), ("\(5)%", "5%"), ("%\(5)", "%5"), ("a %d b", "a %d b"), ("%", "%"),
      ("%\(1)2", "%12"), ("\(1)2\(3)4", "1234"),
    ]
    for (text, expected) in cases { #expect(text.english == expected) }
  }

  @Test func formats() {
    #expect(("\(0.25 as Float, decimals: 3)" as Text).english == "0.250")
    #expect(("\(0.9612, percent: 1)" as Text).english == "96.1 %")
    #expect(("\(60000, grouped: true)" as Text).english == "60,000")
    #expect(("\(-1234567, grouped: true)" as Text).english == "-1,234,567")
    #expect(("\(7, width: 3)" as Text).english == "  7")
    #expect(("\(0.00123456, significant: 2)" as Text).english == "0.0012")
    #expect(("\([2, 2, 3])" as Text).english == "2, 2, 3")
    #expect(("\([0.5, 0.25], decimals: 2)" as Text).english == "0.50, 0.25")
    #expect(("\(["a", "b"])" as Text).english == "a, b")
    #expect(("\(["one \(1)", "two"] as [Text])" as Text).english == "one 1, two")
    #expect(("\(true)" as Text).english == "true")
    #expect([0.1, 0.2].list(decimals: 1).english == "0.1, 0.2")
    #expect([1, 2, 3, 4].prefix(2).list.english == "1, 2")
    #expect(([] as [Int]).list.english == "")
  }

  @Test func numbersAreShortAndPlain() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (3, "3"), (0.1, "0.1"), (3.14159, "3.142"), (12345, "12345"),
      (12345.678, "12346"), (1e12, "1e12"), (0.00001234, "1.234e-5"), (-2.5, "-2.5"),
      (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"), (0.99999, "1"), (100.5, "100.5"),
      (1e300, "1e300"), (.leastNonzeroMagnitude, "4.941e-324"),
    ]
    for (value, expected) in cases { #expect(Numbers.short(value) == expected) }
    #expect(Numbers.fixed(-0.001, decimals: 2) == "0.00")
    #expect(Numbers.fixed(-0.006, decimals: 2) == "-0.01")
    #expect(Numbers.fixed(2.5, decimals: -3) == "2")
    #expect(("\(Float(0.1))" as Text).english == "0.1")
  }

  @Test func placeholdersInAnyOrder() {
    #expect(Template("%2 vor %1").filled(with: ["a", "b"]) == "b vor a")
    #expect(Template("%1 %1").filled(with: ["a"]) == "a a")
    #expect(Template("%3").filled(with: ["a"]) == "%3")
    #expect(Template("%12 %1").filled(with: (1...12).map(String.init)) == "12 1")
    #expect(Template("50 %% %2").placeholders == [2])
  }

  @Test func valuesAreNeverTakenForTemplates() {
    let text: Text = "\("%2") and \("b")"
    #expect(text.english == "%2 and b")
  }
}
