import ExerciseKit

extension Checks03 {
  /// Exercise 3.2.
  static let xor = Check(
    "3.2", "A network for XOR", difficulty: 2, minutes: 20,
    file: "XORNetwork.swift", chapter: "03-xor-and-the-limits.md",
    section: "Two units unfold the plane",
    hints: [
      """
      One neuron can answer "at least one", another "both". How do you say "exactly one" with \
      these words?
      """,
      "For \"at least t inputs are 1\" take weights 1, 1 and a bias between -t and -(t - 1).",
      """
      The output fires when the first unit does and the second does not: the second counts \
      against it.
      """,
    ],
    parts: [
      Part("two hidden units, one output", points: 1) { judge in
        judge.ask("xorNetwork()  // how many numbers") { answers in
          sizes(of: try answers.call(xorNetwork))
        }
      },
      Part("the four answers", points: 2) { judge in
        judge.ask(
          "the answers of xorNetwork() to 00, 01, 10, 11",
          likely: [
            "this is \"nand\": the unit for \"at least one\" does not reach the output": [
              1, 1, 1, 0,
            ],
            "this is \"nor\": the output is turned around and does not see the second unit": [
              1, 0, 0, 0,
            ],
            "the output never fires: compare its bias with the largest sum of its weights": [
              0, 0, 0, 0,
            ],
            "this is a alone: the second input does not count": [0, 0, 1, 1],
            "this is b alone: the first input does not count": [0, 1, 0, 1],
            "one of the two inputs alone is not found: only 01 fires": [0, 1, 0, 0],
          ]
        ) { answers in
          let network = try answers.call(xorNetwork)
          return bits(2).map { answer(of: network, to: $0) }
        }
      },
    ],
    mistakes: [
      xorNetwork.mistake("this is \"or\": the unit for \"both\" has to count against the output") {
        ([[1, 1], [1, 1]], [-0.5, -1.5], [1, 1], -0.5)
      },
      xorNetwork.mistake("this is \"and\": the output must not wait for both hidden units") {
        ([[1, 1], [1, 1]], [-0.5, -1.5], [1, 1], -1.5)
      },
      xorNetwork.mistake("the answers are turned around: this fires when the inputs are equal") {
        ([[1, 1], [1, 1]], [-0.5, -1.5], [-1, 1], 0.5)
      },
      xorNetwork.mistake("everything fires: to fire from t on, the bias has to be negative") {
        ([[1, 1], [1, 1]], [0.5, 1.5], [1, -1], 0.5)
      },
      xorNetwork.mistake(
        """
        only one of 01 and 10 is found: each hidden unit has to see both inputs, or you need both \
        cases
        """
      ) {
        ([[1, -1], [1, 1]], [-0.5, -1.5], [1, -1], -0.5)
      },
    ])

  private static let xorNetwork = Function("xorNetwork()", reading: { try network($0) }) {
    () -> Network in ([[1, 1], [1, 1]], [-0.5, -1.5], [1, -1], -0.5)
  }
}
