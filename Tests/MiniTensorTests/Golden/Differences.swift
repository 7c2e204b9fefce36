/// Where MiniTensor means to give another answer than PyTorch, and why.
struct Difference: Sendable {
  enum Part: Sendable { case value, gradient }

  let name: String
  /// The cases of that name; nil for all that have the numbers.
  let labels: [String]
  let part: Part
  /// Our number at each place of the flattened answer.
  let ours: [Int: Float]
  /// Why ours is better, for the reader.
  let reason: String

  func concerns(_ test: Case) -> Bool { test.name == name && labels.contains(test.label) }

  static let all: [Difference] = []
}
