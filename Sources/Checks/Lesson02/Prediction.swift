import ExerciseKit

extension Checks02 {
  /// Exercise 2.1.
  static let prediction = Check(
    "2.1", "The answer", difficulty: 1, minutes: 10,
    file: "Prediction.swift", chapter: "02-perceptron.md", section: "The answer",
    hints: [
      "Begin a sum with the bias. What does each feature add to it?",
      "Walk through weights and x side by side, zip(weights, x) does it, and add the products.",
      "Compare the sum with 0. Mind the case that it is exactly 0: the rule says >=.",
    ],
    parts: [
      Part("on either side of the line", points: 1, sides),
      Part("on the line itself", points: 1, ties),
    ],
    mistakes: [
      predicted.mistake("the bias is missing from the sum") { w, _, x in
        product(w, x) >= 0 ? 1 : -1
      },
      predicted.mistake(
        "yours treats the bias as a threshold to reach: it is added, not compared with"
      ) {
        w, b, x in
        product(w, x) >= b ? 1 : -1
      },
      predicted.mistake("a score of exactly 0 is answered with +1: use >=, not >") { w, b, x in
        product(w, x) + b > 0 ? 1 : -1
      },
      predicted.mistake("the lower class is called -1 here, not 0") { w, b, x in
        product(w, x) + b >= 0 ? 1 : 0
      },
      predicted.mistake("that is the score: the answer is only its side, +1 or -1") { w, b, x in
        product(w, x) + b
      },
      predicted.mistake("the answers are turned around: from 0 upwards it is +1") { w, b, x in
        product(w, x) + b >= 0 ? -1 : 1
      },
      predicted.mistake("yours decides after the first feature: add all of them up first") {
        w, b, x in product(Array(w.prefix(1)), x) + b >= 0 ? 1 : -1
      },
      predicted.mistake("the bias is added once for every feature: begin the sum with it") {
        w, b, x in product(w, x) + b * Float(w.count) >= 0 ? 1 : -1
      },
    ])

  private static let predicted = Function("predicted(weights:bias:x:)") {
    (w: [Float], b: Float, x: [Float]) -> Float in product(w, x) + b >= 0 ? 1 : -1
  }

  @Sendable private static func sides(_ judge: Judge) {
    judge.ask(predicted, [1, -2], 0.5, [3, 1])
    judge.ask(predicted, [1, 1], -3, [1, 1])
    judge.ask(predicted, [2], -1, [0.25])
    judge.ask(predicted, [-1, 0.5, 0], 2, [1, -1, 9])
    judge.ask(predicted, [1, 1], 3, [-1, -1])
    judge.ask(predicted, [0, 0], -0.5, [4, 4])
    judge.ask(predicted, [1], -0.5, [0.499])
    judge.ask(predicted, [2], 3, [1])
    judge.ask(predicted, [1, -3], 0, [1, 1])
    judge.ask(predicted, [-1, 5], 1, [2, 1])
    // Who stops after the first feature errs here; who leaves out the last one does not.
    judge.ask(predicted, [1, -3, 1], 0.5, [1, 1, 1])
    for _ in 0..<4 {
      let count = judge.generator.count(2...7)
      let (w, x) = (judge.generator.floats(count), judge.generator.floats(count))
      // A score near 0 could fall on either side by rounding.
      let b: Float = product(w, x) < 0 ? -0.1 : 0.1
      judge.ask(predicted, w, b, x)
    }
  }

  @Sendable private static func ties(_ judge: Judge) {
    judge.ask(predicted, [0, 0], 0, [5, -7])
    judge.ask(predicted, [2, -1], -1, [1, 1])
    judge.ask(predicted, [], 0, [])
    let w = Float(judge.generator.count(1...9))
    judge.ask(predicted, [w, -2], -w, [3, w])
  }

  static func product(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
