import LessonKit
import MiniTensor

extension Lesson06 {
  /// Three output layers, one gradient: prediction - target.
  static func askForLikelihood(_ board: Board) {
    board.section("Which error should a network make small?")
    board.say(
      """
      Now that any formula can be derived, which one should we write at the end of a network? \
      Read the output as a claim about the target: a probability for everything that might come. \
      Then the best weights are those under which the targets that did come were most probable. \
      Probabilities of many examples multiply; logarithms of them add. So make -log p small, \
      summed over the examples: the surprise.
      """)
    board.formula(
      """
      a number      p(t)   = e^(-(t - y)^2 / 2) / sqrt(2 pi)
                    -log p = (t - y)^2 / 2 + constant: squared error
      yes or no     p(yes) = sigmoid(z)
                    -log p: cross-entropy
      one of many   p(k)   = e^(z_k) / sum_j e^(z_j)
                    -log p: softmax cross-entropy
      """)
    board.say(
      """
      So the squared error is no matter of taste: it is what Gauss' bell says. And the two \
      cross-entropies of lesson 04 say the same of yes-or-no and of classes. We give the three to \
      the engine as they stand, bell and logarithm and all, and look at the gradient by the last \
      layer's outputs:
      """)

    var generator = RandomGenerator(seed: board.seed)
    let gaps = largestGaps(draws: 300, using: &generator)
    showExamples(board)
    board.say(
      """
      Always the same: prediction - target. The exponential in the claim and the logarithm in the \
      surprise undo each other. If an output layer and a loss do not match, a factor is left over. \
      Behind a sigmoid, the squared error leaves p (1 - p), and that is nothing just where the \
      network is most wrong.
      """)

    let logits = (0...80).map { -8 + 0.2 * Double($0) }
    board.draw(
      Figure(
        "How hard a wrong answer is pushed, target: yes",
        caption: "Far left: sure of no, and wrong. Only the cross-entropy still pushes.",
        x: "output z", y: "gradient by z", name: "matching-loss"
      ) {
        Lines(
          x: logits, y: logits.map { gradient { Likelihood.bernoulli($0, target: 1) }($0) },
          name: "cross-entropy")
        Lines(
          x: logits, y: logits.map { gradient { Likelihood.squaredError($0, target: 1) }($0) },
          name: "squared error")
      })

    let largest = [gaps.gaussian, gaps.bernoulli, gaps.categorical].max()!
    board.claim(
      "likelihood", "gradient of -log p = prediction - target, 3 output layers",
      source: "Bishop, Pattern Recognition and Machine Learning (2006), section 5.2",
      published: "equal", measured: "off by at most \(largest, significant: 2)",
      gate: "within 1e-9 on 900 draws", holds: largest <= 1e-9)
  }

  /// The derivative of a function of one number.
  private static func gradient(
    _ function: @escaping (Scalar<Double>) -> Scalar<Double>
  ) -> (Double) -> Double {
    { x in
      let x = Scalar(x)
      function(x).backward()
      return x.gradient
    }
  }

  private static func showExamples(_ board: Board) {
    let z = [2.0, -1, 0.5].map { Scalar($0) }
    Likelihood.categorical(z, target: 0).backward()
    let p = softmax([2, -1, 0.5])
    let number = gradient { Likelihood.gaussian($0, target: 1) }(2.5)
    let yes = gradient { Likelihood.bernoulli($0, target: 1) }(2)
    board.table(
      ["output layer", "prediction", "target", "gradient by the engine"],
      [
        ["a number, y = 2.5", "2.5", "1", "\(number, decimals: 3)"],
        ["yes or no, z = 2", "\((2.0).sigmoid(), decimals: 3)", "1 (yes)", "\(yes, decimals: 3)"],
        [
          "one of three, z = 2, -1, 0.5", "\(p, decimals: 3)", "1, 0, 0",
          "\(z.map(\.gradient), decimals: 3)",
        ],
      ])
  }

  /// The largest difference between the engine's gradient and prediction - target.
  private static func largestGaps(
    draws: Int, using generator: inout RandomGenerator
  ) -> (gaussian: Double, bernoulli: Double, categorical: Double) {
    var gaps = (gaussian: 0.0, bernoulli: 0.0, categorical: 0.0)
    for _ in 0..<draws {
      let y = 2 * Double(generator.normal())
      let measured = 2 * Double(generator.normal())
      let byOutput = gradient { Likelihood.gaussian($0, target: measured) }(y)
      gaps.gaussian = max(gaps.gaussian, abs(byOutput - (y - measured)))

      let answer = Double(generator.integer(below: 2))
      let byLogit = gradient { Likelihood.bernoulli($0, target: answer) }(y)
      gaps.bernoulli = max(gaps.bernoulli, abs(byLogit - (y.sigmoid() - answer)))

      let z = (0..<5).map { _ in 2 * Double(generator.normal()) }
      let label = generator.integer(below: 5)
      let outputs = z.map { Scalar($0) }
      Likelihood.categorical(outputs, target: label).backward()
      for (k, p) in softmax(z).enumerated() {
        let target = k == label ? 1.0 : 0
        gaps.categorical = max(gaps.categorical, abs(outputs[k].gradient - (p - target)))
      }
    }
    return gaps
  }

  private static func softmax(_ z: [Double]) -> [Double] {
    let exponentials = z.map { $0.exp() }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }
}
