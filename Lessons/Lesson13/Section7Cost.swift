import Experiments
import LessonKit
import MiniTensor

extension Lesson13 {
  /// What looking everywhere costs, and what it buys.
  static func countTheCost(_ board: Board) {
    board.section("What it costs")
    board.say(
      """
      Everybody looks at everybody: n places make n^2 scores. A recurrent network takes n steps of \
      equal cost. For d = 64 numbers a place, counted in multiplications:
      """)
    board.formula(
      """
      attention   4 n d^2 + 2 n^2 d    queries, keys, values, output; scores, means
      LSTM        8 n d^2              four gates, from input and last step
      """)
    let d = 64
    let lengths = [16, 64, 256, 1024, 4096]
    board.table(
      ["n", "attention (millions)", "LSTM (millions)", "scores", "in a row", "LSTM in a row"],
      lengths.map { n in
        [
          "\(n)", "\(Double(4 * n * d * d + 2 * n * n * d) / 1e6, decimals: 1)",
          "\(Double(8 * n * d * d) / 1e6, decimals: 1)", "\(n * n, grouped: true)", "1", "\(n)",
        ]
      })
    board.say(
      """
      "In a row" counts the steps that must wait for each other. Short sequences are cheap, and all of it can be computed at once: that, more than anything, \
      made large models possible. Beyond n = 2 d attention costs more than the LSTM. From there twice the \
      length costs three times as much, and in the end four times. So every language model has a longest text it can see. What \
      the price buys is a short way. Here is how much the last output of an untrained layer of \
      each kind feels an input k places back:
      """)
    let (attention, recurrent) = reaches(length: 100, seed: board.seed)
    board.draw(
      Figure(
        "How far blame reaches", x: "places back",
        y: .logarithmic("size of the gradient, relative"), name: "reach"
      ) {
        Lines(x: 0..<100, y: attention, name: "attention")
        Lines(x: 0..<100, y: recurrent, name: "LSTM")
      })
    let (near, far) = (attention[1...10].mean, attention[90...99].mean)
    let (recentNear, recentFar) = (recurrent[1...10].mean, recurrent[90...99].mean)
    board.claim(
      "reach", "a gradient from 90-99 places back, against 1-10",
      source: "Vaswani and others, NeurIPS 2017, table 1",
      published: "longest path: 1 for attention, n for a recurrent net",
      measured:
        "attention \(far / near, decimals: 2); LSTM \(recentFar / recentNear, significant: 1)",
      gate: "attention >= 0.5, LSTM <= 1e-6",
      holds: far / near >= 0.5 && recentFar / recentNear <= 1e-6)
  }

  /// The size of d(last output) / d(input k places back), k = 0, 1, ..., as means over sequences.
  private static func reaches(
    length: Int, seed: UInt64
  ) -> (attention: [Double], recurrent: [Double]) {
    let (size, count) = (32, 20)
    var generator = RandomGenerator(seed: seed)
    let attention = MultiHeadAttention(
      size: size, headCount: 4, isCausal: true, using: &generator)
    let memory = LSTM(inputSize: size, hiddenSize: size, using: &generator)
    let x = Tensor.normal([count, length, size], using: &generator)
    let blame = Tensor.normal([count, size], using: &generator)
    func reach(_ layer: (Variable) -> Variable) -> [Double] {
      let input = Variable(x)
      (layer(input).slice(axis: 1, at: length - 1) * blame).sum().backward()
      let sizes = input.gradient!.squared().sum(axis: 2).squareRoot().mean(axis: 0).scalars
      return sizes.reversed().map { Double($0 / sizes[length - 1]) }
    }
    return (reach { attention($0) }, reach { memory($0).outputs })
  }
}

extension ArraySlice<Double> {
  var mean: Double { reduce(0, +) / Double(count) }
}
