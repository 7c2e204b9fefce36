import LessonKit

/// What a learner from Python most likely meant, where the compiler only says what it does not
/// know.
enum CompilerHint {
  /// The hint for a message of the compiler's; nil when there is none.
  static func hint(for message: String) -> Text? {
    if let member = quoted(message, after: "has no member '"), isOfTheLibrary(message) {
      if let here = names[member] { return "here it is \(here): see docs/en/tensors.md" }
      return "docs/en/tensors.md lists the library's words beside NumPy's and PyTorch's"
    }
    let isOperator = message.hasPrefix("binary operator '")
    if isOperator || message.hasPrefix("cannot convert value of type") {
      let types = Set(message.split(separator: "'").map(String.init))
      if types.isSuperset(of: ["Tensor", "Variable"]) {
        return "Variable(constant: x) makes a tensor a variable, and v.value is a variable's tensor"
      }
      let numbers = types.intersection(["Int", "Float", "Double"])
      if numbers.count == 2 || numbers.count == 1 && types.contains("Tensor") {
        return "numbers do not mix: write Float(n), Int(x) or Double(x)"
      }
      if isOperator, message.contains("'@'") { return "the matrix product is a.matmul(b)" }
    }
    return nil
  }

  private static func isOfTheLibrary(_ message: String) -> Bool {
    message.contains("'Tensor'") || message.contains("'Variable'")
  }

  private static func quoted(_ message: String, after words: String) -> String? {
    guard let start = message.range(of: words) else { return nil }
    return String(message[start.upperBound...].prefix { $0 != "'" })
  }

  /// Words of NumPy and PyTorch, and what they are here.
  private static let names = [
    "T": "x.transposed()", "t": "x.transposed()", "transpose": "x.transposed()",
    "permute": "x.transposed(axes: [...])", "dot": "x.matmul(y)", "mm": "x.matmul(y)",
    "size": "x.count", "ndim": "x.rank", "item": "x.scalar", "tolist": "x.scalars",
    "reshape": "x.reshaped(...)", "view": "x.reshaped(...)", "flatten": "x.flattened()",
    "unsqueeze": "x.expandingShape(at: ...)", "sqrt": "x.squareRoot()", "square": "x.squared()",
    "pow": "x.power(...)", "clip": "x.clamped(to: ...)", "clamp": "x.clamped(to: ...)",
    "var": "x.variance(axis: ...)", "grad": "v.gradient", "data": "v.value",
    "detach": "v.detached()", "zero_grad": "v.zeroGradient()", "randn": "Tensor.normal(...)",
    "rand": "Tensor.uniform(...)", "eye": "Tensor.identity(...)", "arange": "Tensor.range(...)",
  ]
}
