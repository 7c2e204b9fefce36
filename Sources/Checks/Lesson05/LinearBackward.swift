import ExerciseKit
import MiniTensor

extension Checks05 {
  /// What linearBackward returns.
  private typealias LinearSlopes = (input: Tensor, weights: Tensor, bias: Tensor)
  /// Exercise 5.1.
  static let linear = Check(
    "5.1", "Back through a layer", difficulty: 2, minutes: 25,
    file: "LinearBackward.swift", chapter: "05-backpropagation.md",
    section: "A batch at a time",
    replaces: ["Variable", "backward"],
    hints: [
      """
      Write the shapes under each name: x [batch, inputs], W [inputs, outputs], D [batch, \
      outputs]. There is only one way to multiply two of them that gives the third shape.
      """,
      """
      matmul takes transposingSelf: true or transposingOther: true, so nothing needs to be \
      turned around by hand.
      """,
      """
      The weights want input and blame, with the batch as the inner size; the input wants blame \
      and weights, with the outputs as the inner size. The bias was added to every row, so it \
      collects the blame of every row: sum along axis 0.
      """,
    ],
    parts: [
      Part("slopes of the weights", points: 2) { ask($0, "weights") { $0.weights } },
      Part("slopes of the bias", points: 1) { ask($0, "bias") { $0.bias } },
      Part("blame for the input", points: 2) { ask($0, "input") { $0.input } },
    ],
    mistakes: [
      linearBackward.mistake(
        "the slopes of the weights lie on their side: they are x^T D, yours are D^T x"
      ) {
        x, w, d in change(x, w, d) { $0.weights = d.matmul(x, transposingSelf: true) }
      },
      linearBackward.mistake(
        "the slopes of the weights were divided by the batch: D has its share already"
      ) {
        x, w, d in change(x, w, d) { $0.weights = $0.weights / Float(x.shape[0]) }
      },
      linearBackward.mistake(
        "the weights decide nothing about their own slopes: those are x^T D alone"
      ) {
        x, w, d in change(x, w, d) { $0.weights = $0.weights * w }
      },
      linearBackward.mistake(
        "the blame of each row is kept apart: the bias is one for all rows, so add them up"
      ) {
        x, w, d in change(x, w, d) { $0.bias = d }
      },
      linearBackward.mistake("the blame is averaged for the bias: it is a sum over the batch") {
        x, w, d in
        change(x, w, d) { $0.bias = d.mean(axis: 0) }
      },
      linearBackward.mistake("the bias adds up along the outputs: sum along axis 0, down the batch")
      { x, w, d in
        change(x, w, d) { $0.bias = d.sum(axis: 1) }
      },
      linearBackward.mistake(
        "the blame was multiplied by W as it stands, and the sizes do not meet: turn W around"
      ) { x, w, d in
        guard w.shape[0] == w.shape[1] else { throw Trap("matmul") }
        return change(x, w, d) { $0.input = d.matmul(w) }
      },
      linearBackward.mistake("the bias gets the blame, not the input: add up D down the batch") {
        x, w, d in
        change(x, w, d) { $0.bias = x.sum(axis: 0) }
      },
      linearBackward.mistake("the blame was divided by the batch on its way to the input") {
        x, w, d in
        change(x, w, d) { $0.input = $0.input / Float(x.shape[0]) }
      },
      linearBackward.mistake("x itself has no place in its own derivative: that is D W^T alone") {
        x, w, d in
        change(x, w, d) { $0.input = $0.input * x }
      },
      linearBackward.mistake("the signs: yours are turned, stepping downhill comes later") {
        x, w, d in
        change(x, w, d) { $0 = (-$0.input, -$0.weights, -$0.bias) }
      },
    ])

  private static let linearBackward = Function(
    "linearBackward(input:weights:blame:)",
    reading: { value -> LinearSlopes in
      try value.tuple(of: Tensor.self, Tensor.self, Tensor.self)
    }, right)

  @Sendable private static func right(_ x: Tensor, _ w: Tensor, _ d: Tensor) -> LinearSlopes {
    (
      input: d.matmul(w, transposingOther: true), weights: x.matmul(d, transposingSelf: true),
      bias: d.sum(axis: 0)
    )
  }

  private static func change(
    _ x: Tensor, _ w: Tensor, _ d: Tensor, _ change: (inout LinearSlopes) -> Void
  ) -> LinearSlopes {
    var slopes = right(x, w, d)
    change(&slopes)
    return slopes
  }

  // MARK: - Questions

  private typealias Case = (x: [[Float]], w: [[Float]], d: [[Float]])

  /// The smallest first; nothing square, then one row, one column, and random numbers.
  private static func cases(_ judge: Judge) -> [Case] {
    var cases: [Case] = [
      ([[1, 2]], [[3], [4]], [[10]]),
      ([[1, 2, 3], [-1, 0.5, 2]], [[2, -1], [0.5, 3], [1, 4]], [[3, -2], [5, 7]]),
      ([[2], [3], [-4]], [[5, -6]], [[1, 2], [3, -5], [7, 11]]),
    ]
    let sizes = judge.generator.sizes(3)
    cases.append(
      (
        judge.generator.rows(sizes[0], sizes[1]), judge.generator.rows(sizes[1], sizes[2]),
        judge.generator.rows(sizes[0], sizes[2])
      ))
    return cases
  }

  private static func ask(
    _ judge: Judge, _ piece: String, _ part: @escaping @Sendable (LinearSlopes) -> Tensor
  ) {
    for (x, w, d) in cases(judge) {
      judge.ask(piece, of: linearBackward, Tensor(x), Tensor(w), Tensor(d), taking: part)
    }
  }
}
