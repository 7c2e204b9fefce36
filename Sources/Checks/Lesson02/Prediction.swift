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
    ])

  private static let predicted = Function("predicted(weights:bias:x:)") {
    (w: [Float], b: Float, x: [Float]) -> Float in product(w, x) + b >= 0 ? 1 : -1
  }

  @Sendable private static func sides(_ judge: Judge) {
    ask(judge, w: [1, -2], b: 0.5, x: [3, 1])
    ask(judge, w: [1, 1], b: -3, x: [1, 1])
    ask(judge, w: [2], b: -1, x: [0.25])
    ask(judge, w: [-1, 0.5, 0], b: 2, x: [1, -1, 9])
    ask(judge, w: [1, 1], b: 3, x: [-1, -1])
    ask(judge, w: [0, 0], b: -0.5, x: [4, 4])
    for _ in 0..<4 {
      let (w, x) = (judge.generator.floats(6), judge.generator.floats(6))
      // A score near 0 could fall on either side by rounding.
      let b: Float = product(w, x) < 0 ? -0.1 : 0.1
      ask(judge, w: w, b: b, x: x)
    }
  }

  @Sendable private static func ties(_ judge: Judge) {
    ask(judge, w: [0, 0], b: 0, x: [5, -7])
    ask(judge, w: [2, -1], b: -1, x: [1, 1])
    ask(judge, w: [], b: 0, x: [])
    let w = Float(Int.random(in: 1...9, using: &judge.generator))
    ask(judge, w: [w, -2], b: -w, x: [3, w])
  }

  private static func ask(_ judge: Judge, w: [Float], b: Float, x: [Float]) {
    judge.ask(predicted, w, b, x)
  }

  static func product(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
