import ExerciseKit

extension Checks03 {
  /// Exercise 3.3.
  static let parity = Check(
    "3.3", "A network for parity", difficulty: 3, minutes: 30,
    file: "ParityNetwork.swift", chapter: "03-xor-and-the-limits.md", section: "Odd or even",
    hints: [
      "Only the number of ones matters. Let hidden unit k answer: are there at least k?",
      """
      With m ones the first m units fire. Which output weights make their sum 1, 0, 1, 0, ... for \
      m = 1, 2, 3, 4?
      """,
      """
      All hidden weights are 1 and the bias of unit k lies between -k and -(k - 1); the output \
      weights are +1, -1, +1, ...
      """,
    ],
    parts: [
      Part("n hidden units", points: 1, numbers),
      Part("two and three inputs", points: 1) { ask($0, inputCounts: [2, 3]) },
      Part("one to eight inputs", points: 2) { ask($0, inputCounts: [1, 4, 5, 6, 7, 8]) },
    ],
    mistakes: [
      parityNetwork.mistake("all output weights are positive: this asks whether any input is 1") {
        n in
        network(n, output: { _ in 1 })
      },
      parityNetwork.mistake(
        "your output never fires: begin the signs with plus, and keep its bias between -1 and 0"
      ) { n in
        network(n, output: { $0.isMultiple(of: 2) ? 1 : -1 })
      },
      parityNetwork.mistake("this fires when the number of ones is even") { n in
        network(n, output: { $0.isMultiple(of: 2) ? 1 : -1 }, outputBias: 0.5)
      },
      parityNetwork.mistake(
        """
        unit k fires only above k ones: with bias -k and exactly k ones the sum is 0, which is \
        not above 0
        """
      ) { n in network(n, bias: { -Float($0) }) },
      parityNetwork.mistake("each hidden unit looks at one input only: none of them counts") { n in
        let identity = (0..<n).map { row in (0..<n).map { Float($0 == row ? 1 : 0) } }
        return (
          identity, [Float](repeating: -0.5, count: n),
          (1...n).map { $0.isMultiple(of: 2) ? -1 : 1 }, -0.5
        )
      },
      parityNetwork.mistake(
        """
        all hidden units ask the same question: each needs a bias of its own, so that unit k counts \
        to k
        """
      ) { n in network(n, bias: { _ in -0.5 }) },
      parityNetwork.mistake(
        "the hidden biases are positive: a unit that counts needs a negative one"
      ) { n in network(n, bias: { Float($0) - 0.5 }) },
      parityNetwork.mistake(
        "counted from 0, your first unit fires always: the units count to 1, 2, ... n"
      ) { n in network(n, bias: { 1.5 - Float($0) }) },
      parityNetwork.mistake(
        "the output fires although no hidden unit does: its bias must not be above 0"
      ) { n in network(n, outputBias: 0.5) },
      parityNetwork.mistake("this asks for exactly one 1: three ones are odd as well") { n in
        network(n, output: { $0 == 1 ? 1 : $0 == 2 ? -1 : 0 })
      },
    ])

  private static let parityNetwork = Function(
    "parityNetwork(inputCount:)", reading: { try network($0) }
  ) { (n: Int) in network(n) }

  @Sendable private static func numbers(_ judge: Judge) {
    for n in [3, 1, 8, judge.generator.count(2...7)] {
      judge.ask("parityNetwork(inputCount: \(n))  // how many numbers") { answers in
        sizes(of: try answers.call(parityNetwork, n))
      }
    }
  }

  private static func ask(_ judge: Judge, inputCounts: [Int]) {
    for n in inputCounts {
      for inputs in bits(n).shuffled(using: &judge.generator) {
        judge.ask("the answer of parityNetwork(inputCount: \(n)) to \(inputs)") { answers in
          answer(of: try answers.call(parityNetwork, n), to: inputs)
        }
      }
    }
  }

  private static func network(
    _ n: Int, bias: (Int) -> Float = { 0.5 - Float($0) },
    output: (Int) -> Float = { $0.isMultiple(of: 2) ? -1 : 1 }, outputBias: Float = -0.5
  ) -> Network {
    (
      (1...n).map { _ in [Float](repeating: 1, count: n) }, (1...n).map(bias), (1...n).map(output),
      outputBias
    )
  }
}
