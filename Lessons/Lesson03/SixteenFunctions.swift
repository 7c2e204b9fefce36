import LessonKit

extension Lesson03 {
  /// Every function of two inputs gets its weights, or the proof that there are none.
  static func sixteenFunctions(_ board: Board) {
    board.section("Sixteen questions, one neuron")
    board.say(
      """
      Two inputs that are 0 or 1 make four cases, and four answers of 0 or 1 make sixteen \
      functions. Lesson 01 found weights for fourteen of them. For the other two it found none. \
      But a search that finds nothing proves nothing: perhaps it stopped too early. So let us ask \
      for a proof.

      Each answer is a demand on the weights. A neuron fires when w1 x1 + w2 x2 + b is above 0, \
      so XOR demands four things:
      """)
    let xor = TruthTable.xor.demands
    board.formula(listing(of: xor))
    board.say(
      """
      (Why "at least 1" and not just "above 0"? Multiply all weights by 1,000 and it is the same \
      demand.) Now add the four lines. On the left every weight appears as often with plus as \
      with minus, and so does b: nothing is left. On the right stands 4. So whoever meets all \
      four demands has shown that 0 is at least 4. Nobody can.
      """)
    board.formula("0 >= 4")
    board.say(
      """
      The multipliers of that sum, here 1, 1, 1, 1, are a certificate: anyone can check it with a \
      pencil, and there is nothing left to search. A theorem of Gordan (1873) says that one of \
      two things exists, weights or a certificate, and never both. The program now looks for \
      both, for all sixteen.
      """)

    var rows: [[Text]] = []
    var (withWeights, withCertificate, undecided) = (0, 0, 0)
    for code in 0..<16 {
      let table = TruthTable(inputCount: 2, code: code)
      let found = firstList(of: 3, from: [0, 1, -1, 2, -2, 3, -3]) {
        weights($0, meet: table.demands)
      }
      let certificate = firstList(of: 4, from: [0, 1]) {
        isCertificate($0, against: table.demands)
      }
      withWeights += found == nil ? 0 : 1
      withCertificate += certificate == nil ? 0 : 1
      undecided += (found == nil) == (certificate == nil) ? 1 : 0
      rows.append([
        Text(verbatim: table.answers.map(String.init).joined(separator: " ")),
        TruthTable.namesOfTwo[code],
        found.map { Text(verbatim: $0.map(String.init).joined(separator: "  ")) } ?? "none",
        certificate.map { Text(verbatim: $0.map(String.init).joined(separator: "  ")) } ?? "",
      ])
    }
    board.table(
      ["answers to 00 01 10 11", "the function", "weights w1 w2 b", "certificate"], rows)
    board.draw(twoQuestions())
    board.claim(
      "two-of-sixteen", "functions of two inputs with weights, and with a certificate",
      source: "OEIS A000609; parity in Minsky and Papert, Perceptrons (1969), ch. 3",
      published: "14 and 2", measured: "\(withWeights) and \(withCertificate)",
      gate: "exact; each has one of the two",
      holds: withWeights == 14 && withCertificate == 2 && undecided == 0)
  }

  /// The demands, one a line, each with the case it comes from.
  private static func listing(of demands: [Demand]) -> Text {
    let width = demands.map(\.inequality.count).max() ?? 0
    return demands.map { demand -> Text in
      let inputs = demand.inputs.map(String.init).joined()
      let answer = demand.label == 1 ? "1" : "0"
      let padding = String(repeating: " ", count: width - demand.inequality.count)
      return "\(padding)\(demand.inequality)      for \(inputs) -> \(answer)"
    }.lines
  }
}
