import Testing

@testable import Course

/// What the compiler says to those who come from Python gets a word of help.
@Suite(.inEnglish) struct CompilerHintTests {
  @Test(
    arguments: [
      ("value of type 'Tensor' has no member 'T'", "x.transposed()"),
      ("value of type 'Variable' has no member 'grad'", "v.gradient"),
      ("type 'Tensor' has no member 'randn'", "Tensor.normal(...)"),
      ("value of type 'Tensor' has no member 'frobnicate'", "docs/en/tensors.md lists"),
      ("cannot convert value of type 'Tensor' to expected argument type 'Variable'", "v.value"),
      ("cannot convert value of type 'Int' to expected argument type 'Float'", "Float(n)"),
      ("binary operator '*' cannot be applied to operands of type 'Float' and 'Int'", "Float(n)"),
      ("binary operator '*' cannot be applied to operands of type 'Int' and 'Tensor'", "Float(n)"),
    ])
  func isGiven(_ message: String, _ words: String) {
    let hint = CompilerHint.hint(for: message)?.english
    #expect(hint?.contains(words) == true, "\(hint ?? "no hint")")
  }

  @Test(
    arguments: [
      "value of type '[Float]' has no member 'T'", "cannot find 'x' in scope",
      "cannot convert value of type 'String' to expected argument type 'Int'",
      "missing return in global function expected to return 'Tensor'",
    ])
  func isNotGivenWhereItWouldMislead(_ message: String) {
    #expect(CompilerHint.hint(for: message) == nil)
  }
}
