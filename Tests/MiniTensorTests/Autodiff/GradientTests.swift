import MiniTensor
import Testing

/// Every backward rule against differences of function values, on awkward shapes.
///
/// Each result is weighted with random numbers before it is summed: a plain sum hides mistakes
/// (the sum of a softmax is always 1).
@Suite struct GradientTests {
  static let shapes: [[Int]] = [[], [1, 1], [5], [3, 1], [1, 4], [2, 5], [3, 2, 4]]

  private func expectRightGradients(
    _ name: String, of variables: [Variable], tolerance: Float = 2e-3, _ result: () -> Variable
  ) {
    var generator = RandomGenerator(seed: 99)
    let weights = Tensor.normal(withoutGradients(result).shape, using: &generator)
    let check = gradientCheck(of: variables) { (result() * weights).sum() }
    #expect(check.worstError < tolerance, "\(name), shapes \(variables.map(\.shape))")
  }

  /// Numbers at least 0.2 from 0 and from each other's corners, so that no step crosses one.
  private func leaf(_ shape: [Int], positive: Bool = false, seed: UInt64 = 1) -> Variable {
    var generator = RandomGenerator(seed: seed)
    let sizes = Tensor.uniform(shape, in: 0.2...2, using: &generator)
    if positive { return Variable(sizes) }
    let signs = Tensor.uniform(shape, in: -1...1, using: &generator).sign()
    return Variable(sizes * signs)
  }

  @Test(arguments: shapes) func functionsOfOneNumber(shape: [Int]) {
    let x = leaf(shape)
    let p = leaf(shape, positive: true)
    let rules: [(String, Variable, (Variable) -> Variable)] = [
      ("exp", x, { $0.exp() }), ("log", p, { $0.log() }), ("squared", x, { $0.squared() }),
      ("squareRoot", p, { $0.squareRoot() }), ("abs", x, { $0.abs() }),
      ("power 3", x, { $0.power(3) }), ("power -1.5", p, { $0.power(-1.5) }),
      ("clamped", x, { $0.clamped(to: -0.1...2.5) }), ("sigmoid", x, { $0.sigmoid() }),
      ("tanh", x, { $0.tanh() }), ("relu", x, { $0.relu() }),
      ("leakyReLU", x, { $0.leakyReLU(slope: 0.1) }), ("elu", x, { $0.elu(scale: 1.5) }),
      ("silu", x, { $0.silu() }), ("gelu", x, { $0.gelu() }), ("softplus", x, { $0.softplus() }),
      ("negative", x, { -$0 }), ("+ number", x, { $0 + 2 }), ("number -", x, { 3 - $0 }),
      ("* number", x, { $0 * 2.5 }), ("/ number", x, { $0 / 4 }), ("number /", p, { 2 / $0 }),
      ("flattened twice used", x, { $0 * $0 + $0 }),
    ]
    for (name, variable, rule) in rules {
      expectRightGradients(name, of: [variable]) { rule(variable) }
    }
  }

  @Test(arguments: [
    ([2, 3], [2, 3]), ([2, 3], [3]), ([2, 3], [2, 1]), ([4, 1], [1, 5]), ([3], []), ([], [2, 2]),
    ([1, 1], [3, 1, 2]), ([2, 3, 4], [3, 1]), ([5, 1, 2], [1, 3, 1]),
  ])
  func arithmeticWithBroadcasting(left: [Int], right: [Int]) {
    let a = leaf(left, seed: 2)
    let b = leaf(right, seed: 3)
    let constant = leaf(right, seed: 4).value
    expectRightGradients("+", of: [a, b]) { a + b }
    expectRightGradients("-", of: [a, b]) { a - b }
    expectRightGradients("*", of: [a, b]) { a * b }
    expectRightGradients("/", of: [a, b], tolerance: 5e-3) { a / b }
    expectRightGradients("+ constant", of: [a]) { a + constant }
    expectRightGradients("- constant", of: [a]) { a - constant }
    expectRightGradients("* constant", of: [a]) { a * constant }
    expectRightGradients("/ constant", of: [a]) { a / constant }
  }

  @Test(arguments: [
    ([1, 1], [1, 1]), ([1, 4], [4, 1]), ([3, 2], [2, 5]), ([4, 3], [3, 1]), ([2, 3, 4], [4, 2]),
    ([2, 3, 4], [2, 4, 5]), ([2, 2, 3, 1], [2, 2, 1, 4]),
  ])
  func matrixProducts(left: [Int], right: [Int]) {
    let a = leaf(left, seed: 5)
    let b = leaf(right, seed: 6)
    expectRightGradients("matmul", of: [a, b]) { a.matmul(b) }
    let flipped = Variable(b.value.transposed())
    expectRightGradients("matmul transposingOther", of: [a, flipped]) {
      a.matmul(flipped, transposingOther: true)
    }
  }

  @Test(arguments: [[1, 3], [4, 3], [2, 5, 3]]) func wholeLayer(shape: [Int]) {
    let x = leaf(shape, seed: 7)
    let weight = leaf([3, 2], seed: 8)
    let bias = leaf([2], seed: 9)
    expectRightGradients("linear", of: [x, weight, bias]) { x.linear(weight: weight, bias: bias) }
    expectRightGradients("no bias", of: [x, weight]) { x.linear(weight: weight, bias: nil) }
  }

  @Test(arguments: [
    ([1, 1], 0), ([4], 0), ([3, 5], 1), ([3, 5], 0), ([2, 3, 4], 1), ([2, 3, 4], -1),
  ])
  func reductions(shape: [Int], axis: Int) {
    let x = leaf(shape, seed: 10)
    expectRightGradients("sum", of: [x]) { x.sum() * x.mean() }
    for keeps in [false, true] {
      expectRightGradients("sum", of: [x]) { x.sum(axis: axis, keepingDimension: keeps) }
      expectRightGradients("mean", of: [x]) { x.mean(axis: axis, keepingDimension: keeps) }
      expectRightGradients("max", of: [x]) { x.max(axis: axis, keepingDimension: keeps) }
      expectRightGradients("variance", of: [x]) { x.variance(axis: axis, keepingDimension: keeps) }
      expectRightGradients("logSumExp", of: [x]) {
        x.logSumExp(axis: axis, keepingDimension: keeps)
      }
    }
    expectRightGradients("softmax", of: [x]) { x.softmax(axis: axis) }
    expectRightGradients("logSoftmax", of: [x]) { x.logSoftmax(axis: axis) }
  }

  @Test func movingNumbersAround() {
    let x = leaf([3, 4], seed: 11)
    let y = leaf([2, 4], seed: 12)
    let cube = leaf([2, 3, 4], seed: 13)
    expectRightGradients("reshaped", of: [x]) { x.reshaped(2, -1) }
    expectRightGradients("flattened", of: [cube]) { cube.flattened() }
    expectRightGradients("transposed", of: [x]) { x.transposed() }
    expectRightGradients("axes", of: [cube]) { cube.transposed(axes: [2, 0, 1]) }
    expectRightGradients("slice", of: [cube]) { cube.slice(axis: 1, 1..<3) }
    expectRightGradients("slice last", of: [cube]) { cube.slice(axis: -1, 0..<1) }
    expectRightGradients("slice at", of: [cube]) { cube.slice(axis: 1, at: 2) }
    expectRightGradients("rows, one of them twice", of: [x]) { x.rows([2, 0, 2]) }
    expectRightGradients("rows of a cube", of: [cube]) { cube.rows([1, 1]) }
    expectRightGradients("concatenate", of: [x, y]) { .concatenate([x, y, x]) }
    expectRightGradients("concatenate columns", of: [x]) { .concatenate([x, x], axis: -1) }
    expectRightGradients("stack", of: [x]) { .stack([x, x * 2], axis: 1) }
  }

  @Test(arguments: [[1, 1], [1, 3], [5, 2], [2, 3, 4]]) func losses(shape: [Int]) {
    let x = leaf(shape, seed: 14)
    var generator = RandomGenerator(seed: 15)
    let targets = Tensor.uniform(shape, in: 0...1, using: &generator)
    let classes = shape[shape.count - 1]
    let labels = (0..<(x.value.count / classes)).map { _ in generator.integer(below: classes) }
    expectRightGradients("squared", of: [x]) { meanSquaredError(x, targets) }
    expectRightGradients("absolute", of: [x]) { meanAbsoluteError(x, targets * 0.1) }
    expectRightGradients("binary", of: [x]) { binaryCrossEntropy(logits: x, targets: targets) }
    expectRightGradients("softmax", of: [x]) { softmaxCrossEntropy(logits: x, labels: labels) }
    expectRightGradients("softmax targets", of: [x]) {
      softmaxCrossEntropy(logits: x, targets: targets)
    }
  }

  @Test func aWrongRuleIsFound() {
    let x = leaf([2, 3])
    let wrong = gradientCheck(of: [x]) {
      Variable(x.value.squared(), from: x) { gradient in gradient * x.value }.sum()
    }
    #expect(wrong.worstError > 0.3)
  }
}
