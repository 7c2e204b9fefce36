@testable import MiniTensor

// From every number to another, and from every pair.

extension Operation {
  static let elementwise: [Operation] = [
    one("exp", both("exp()"), { x, _ in x.exp() }, { x, _ in x.exp() }),
    one("log", both("log()"), { x, _ in x.log() }, { x, _ in x.log() }),
    one("squared", both("squared()"), { x, _ in x.squared() }, { x, _ in x.squared() }),
    one("squareRoot", both("squareRoot()"), { x, _ in x.squareRoot() }, { x, _ in x.squareRoot() }),
    one("abs", both("abs()"), { x, _ in x.abs() }, { x, _ in x.abs() }),
    one("sign", ["Tensor.sign()"], { x, _ in x.sign() }),
    one(
      "map", ["Tensor.map(_:)"], { x, _ in x.map { 2 * $0 + 1 } }),
    one(
      "power", both("power(_:)"), { x, c in x.power(c.number("exponent")) },
      { x, c in x.power(c.number("exponent")) }),
    one(
      "clamped", both("clamped(to:)"), { x, _ in x.clamped(to: -1...0.5) },
      { x, _ in x.clamped(to: -1...0.5) }),
    one("sigmoid", both("sigmoid()"), { x, _ in x.sigmoid() }, layer(.sigmoid)),
    one("tanh", both("tanh()"), { x, _ in x.tanh() }, layer(.tanh)),
    one("relu", both("relu()"), { x, _ in x.relu() }, layer(.relu)),
    one("softplus", both("softplus()"), { x, _ in x.softplus() }, layer(.softplus)),
    one("silu", ["Variable.silu()"], nil, layer(.silu)),
    one("gelu", ["Variable.gelu()"], nil, layer(.gelu)),
    one(
      "leakyReLU", ["Variable.leakyReLU(slope:)"], nil, layer(.leakyReLU(slope: 0.25))),
    one(
      "elu", ["Variable.elu(scale:)", "Activation.callAsFunction(_:)"], nil,
      layer(.elu(scale: 1.5))),
    one(
      "softmax", both("softmax(axis:)"), { x, c in x.softmax(axis: c.whole("axis")) },
      { x, c in
        let axis = c.whole("axis")
        return axis == x.shape.rank - 1 ? layer(.softmax)(x, c) : x.softmax(axis: axis)
      }),
    one(
      "logSoftmax", both("logSoftmax(axis:)"), { x, c in x.logSoftmax(axis: c.whole("axis")) },
      { x, c in x.logSoftmax(axis: c.whole("axis")) }),
    one(
      "logSumExp", both("logSumExp(axis:keepingDimension:)"),
      { x, c in x.logSumExp(axis: c.whole("axis"), keepingDimension: c.flag("keep")) },
      { x, c in x.logSumExp(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
  ]

  static let arithmetic: [Operation] = [
    one("negated", ["Tensor.-(Tensor)", "Variable.-(Variable)"], { x, _ in -x }, { x, _ in -x }),
    two(
      "add",
      ["Tensor.+(Tensor, Tensor)", "Tensor.+=(Tensor, Tensor)", "Variable.+(Variable, Variable)"],
      { a, b, _ in inPlace(a, with: b) { $0 += b } ?? a + b }, { a, b, _ in a + b }),
    two(
      "subtract",
      ["Tensor.-(Tensor, Tensor)", "Tensor.-=(Tensor, Tensor)", "Variable.-(Variable, Variable)"],
      { a, b, _ in inPlace(a, with: b) { $0 -= b } ?? a - b }, { a, b, _ in a - b }),
    two(
      "multiply",
      ["Tensor.*(Tensor, Tensor)", "Tensor.*=(Tensor, Tensor)", "Variable.*(Variable, Variable)"],
      { a, b, _ in inPlace(a, with: b) { $0 *= b } ?? a * b }, { a, b, _ in a * b }),
    two(
      "divide",
      ["Tensor./(Tensor, Tensor)", "Tensor./=(Tensor, Tensor)", "Variable./(Variable, Variable)"],
      { a, b, _ in inPlace(a, with: b) { $0 /= b } ?? a / b }, { a, b, _ in a / b }),
    one(
      "addNumber",
      ["Tensor.+(Tensor, Float)", "Tensor.+(Float, Tensor)", "Tensor.+=(Tensor, Float)"]
        + ["Variable.+(Variable, Float)", "Variable.+(Float, Variable)"],
      { x, _ in same(x + 0.75, 0.75 + x, inPlace(x) { $0 += 0.75 }) },
      { x, _ in same(x + 0.75, 0.75 + x) }),
    one(
      "subtractNumber",
      ["Tensor.-(Tensor, Float)", "Tensor.-=(Tensor, Float)", "Variable.-(Variable, Float)"],
      { x, _ in same(x - 0.75, inPlace(x) { $0 -= 0.75 }) }, { x, _ in x - 0.75 }),
    one(
      "numberMinus", ["Tensor.-(Float, Tensor)", "Variable.-(Float, Variable)"],
      { x, _ in 0.75 - x }, { x, _ in 0.75 - x }),
    one(
      "multiplyByNumber",
      ["Tensor.*(Tensor, Float)", "Tensor.*(Float, Tensor)", "Tensor.*=(Tensor, Float)"]
        + ["Variable.*(Variable, Float)", "Variable.*(Float, Variable)"],
      { x, _ in same(x * 0.75, 0.75 * x, inPlace(x) { $0 *= 0.75 }) },
      { x, _ in same(x * 0.75, 0.75 * x) }),
    one(
      "divideByNumber",
      ["Tensor./(Tensor, Float)", "Tensor./=(Tensor, Float)", "Variable./(Variable, Float)"],
      { x, _ in same(x / 0.75, inPlace(x) { $0 /= 0.75 }) }, { x, _ in x / 0.75 }),
    one(
      "divideByGivenNumber", ["Tensor./(Tensor, Float)", "Variable./(Variable, Float)"],
      { x, c in x / c.number("number") }, { x, c in x / c.number("number") }),
    one(
      "numberDividedBy", ["Tensor./(Float, Tensor)", "Variable./(Float, Variable)"],
      { x, _ in 0.75 / x }, { x, _ in 0.75 / x }),
    two(
      "withTensor",
      ["+", "-", "*", "/"].map { "Variable.\($0)(Variable, Tensor)" }, nil,
      { a, b, _ in
        let c = b.value
        return (a + c) * c - (a / c - c)
      }),
    two("maximum", ["Tensor.maximum(_:_:)"], { a, b, _ in Tensor.maximum(a, b) }),
    two("minimum", ["Tensor.minimum(_:_:)"], { a, b, _ in Tensor.minimum(a, b) }),
    two("greater", ["Tensor.greater(than: Tensor)"], { a, b, _ in a.greater(than: b) }),
    two("less", ["Tensor.less(than: Tensor)"], { a, b, _ in a.less(than: b) }),
    two("equal", ["Tensor.equal(to:)"], { a, b, _ in a.equal(to: b) }),
    one("greaterThanNumber", ["Tensor.greater(than: Float)"], { x, _ in x.greater(than: 0.5) }),
    one(
      "greaterOrEqualToNumber", ["Tensor.greaterOrEqual(to:)"],
      { x, _ in x.greaterOrEqual(to: 0.5) }
    ),
    one("lessThanNumber", ["Tensor.less(than: Float)"], { x, _ in x.less(than: 0.5) }),
    two(
      "isApproximatelyEqual", ["Tensor.isApproximatelyEqual(to:tolerance:)"],
      { a, b, c in tensor(a.isApproximatelyEqual(to: b, tolerance: c.number("tolerance"))) }),
    one(
      "broadcast", ["Tensor.broadcast(to:)"], { x, c in x.broadcast(to: c.wholes("shape")) }),
    one("summedTo", ["Tensor.summed(to:)"], { x, c in x.summed(to: c.wholes("shape")) }),
  ]

  private static func layer(_ function: Activation) -> @Sendable (Variable, Case) -> Variable {
    { input, _ in function(input) }
  }

  /// The result of an operation in place.
  private static func inPlace(_ left: Tensor, _ operation: (inout Tensor) -> Void) -> Tensor {
    var result = left
    operation(&result)
    return result
  }

  /// The same with another tensor; nil where that would change the shape.
  private static func inPlace(
    _ left: Tensor, with right: Tensor, _ operation: (inout Tensor) -> Void
  ) -> Tensor? {
    Broadcast(left.shape, right.shape)?.shape == left.shape ? inPlace(left, operation) : nil
  }

  /// The first of several ways to one result, or a wrong number everywhere when one differs.
  private static func same(_ first: Tensor, _ others: Tensor?...) -> Tensor {
    others.reduce(first) { result, other in
      guard let other else { return result }
      let agree = zip(first.scalars, other.scalars).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
      return agree ? result : .full(first.shape, 12_345)
    }
  }

  /// Half of each of two ways, so that gradients flow through both.
  private static func same(_ first: Variable, _ second: Variable) -> Variable {
    precondition(
      zip(first.value.scalars, second.value.scalars).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    )
    return Variable(first.value, from: first, second) { ($0 * 0.5, $0 * 0.5) }
  }
}
