/// Where MiniTensor means to give another answer than PyTorch, and why.
struct Difference: Sendable {
  enum Part: Sendable { case value, gradient }

  let name: String
  /// Which of the cases of that name.
  let labels: [String]
  let part: Part
  /// Our number at each place of the flattened answer.
  let ours: [Int: Float]
  /// Why ours is better, for the reader.
  let reason: String

  func concerns(_ test: Case) -> Bool { test.name == name && labels.contains(test.label) }

  static let all: [Difference] = [
    Difference(
      name: "sign", labels: ["special numbers"], part: .value, ours: [0: .nan],
      reason: "What is not a number has no sign; PyTorch says 0, and hides it."),
    Difference(
      name: "abs", labels: ["special numbers"], part: .gradient, ours: [0: .nan],
      reason: "The slope of |x| is the sign of x, so what is not a number has none."),
    Difference(
      name: "meanAbsoluteError", labels: ["[nan, 1, 1, 1]"], part: .gradient, ours: [0: .nan],
      reason: "The same: a loss that is not a number must not stop the blame at 0."),
    Difference(
      name: "gelu", labels: ["special numbers"], part: .gradient, ours: [1: 1, 2: 0],
      reason: "The slopes far outside are 1 and 0; PyTorch multiplies 0 by infinity there."),
    Difference(
      name: "power", labels: ["to 0.5, special numbers"], part: .value, ours: [2: .infinity],
      reason: "The power function of C: the square root is another function at -infinity."),
    Difference(
      name: "power", labels: ["to 1.5, special numbers"], part: .gradient, ours: [2: .infinity],
      reason: "The same, one power lower."),
    Difference(
      name: "power", labels: ["to 0.5, special numbers"], part: .gradient,
      ours: [2: 0, 4: .infinity], reason: "The same: x^-0.5 at -infinity and at -0."),
    Difference(
      name: "logSumExp", labels: ["special numbers"], part: .gradient,
      ours: [15: 1.0 / 3, 16: 1.0 / 3, 17: 1.0 / 3],
      reason: "Three equal scores share the blame, at -1e30 too, where log 3 is lost beside them."),
    Difference(
      name: "logSumExp", labels: ["infinite rows"], part: .gradient,
      ours: [4: .nan, 5: .nan, 8: .nan],
      reason: "The slope is the softmax, and a row with an infinite score has none."),
    Difference(
      name: "binaryCrossEntropy", labels: ["logit -inf, target 1.0"], part: .value,
      ours: [0: .infinity],
      reason: "Sure of the wrong answer costs without end; PyTorch subtracts infinities."),
  ]
}
