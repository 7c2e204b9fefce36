import LessonKit

extension Lesson03 {
  /// Parity, the hardest question for features that see a part: N hidden units count, one output
  /// reads.
  static func countOddAndEven(_ board: Board) {
    board.section("Odd or even")
    board.say(
      """
      XOR of many inputs is parity: is the number of ones odd? No question is more restless. \
      Change any single input and the answer changes; inputs that resemble each other most never \
      have the same answer. Still one hidden layer is enough, with as many units as inputs. \
      Hidden unit k fires when at least k inputs are 1: the layer counts. The output adds the \
      units with changing sign:
      """)
    board.formula(
      """
      h[k] = 1 if x1 + ... + xN - (k - 0.5) > 0        for k = 1 ... N
      y    = 1 if h[1] - h[2] + h[3] - ... - 0.5 > 0
      """)
    let largest = board.wholeSetting("parity-inputs")
    let missing = board.wholeSetting("missing-units")
    board.draw(counters(inputCount: largest, missing: missing))
    board.say(
      """
      With m ones exactly the first m units fire, and 1 - 1 + 1 - ... has m terms: 1 when m is \
      odd, 0 when it is even. The network is built for 2 to \(largest) inputs and asked every question \
      there is.
      """)
    var wrong = 0
    var asked = 0
    let rows: [[Text]] = (2...largest).map { inputCount in
      let network = ThresholdNetwork.parity(inputCount, missing: missing)
      let inputs = TruthTable.inputs(inputCount)
      let mistakes = inputs.filter {
        network($0.map(Float.init)) != Float(TruthTable.parity($0))
      }.count
      wrong += mistakes
      asked += inputs.count
      return [
        "\(inputCount)", "\(network.hidden.count)", "\(inputs.count, grouped: true)", "\(mistakes)",
      ]
    }
    board.table(["inputs", "hidden units", "questions", "wrong answers"], rows)
    board.claim(
      "parity-by-hand", "parity of 2 to 8 inputs with as many hidden threshold units",
      source: "PDP vol. 1 (1986), ch. 8, p. 334", published: "solved, N = 2 ... 8",
      measured: "\(wrong) of \(asked) wrong", gate: "exact on all 2^N inputs", holds: wrong == 0)
  }
}
