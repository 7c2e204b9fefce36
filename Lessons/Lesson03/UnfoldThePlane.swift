import LessonKit

extension Lesson03 {
  /// Two hidden units solve XOR by moving its four points.
  static func unfoldThePlane(_ board: Board) {
    board.section("Two units unfold the plane")
    board.say(
      """
      One neuron cannot say "exactly one". But a neuron can say "at least one", another can say \
      "both", and a third can say "the first, but not the second". That is all:
      """)
    board.formula(
      """
      h1 = 1 if x1 + x2 - 0.5 > 0        at least one
      h2 = 1 if x1 + x2 - 1.5 > 0        both
      y  = 1 if h1 - h2 - 0.5 > 0        at least one, but not both
      """)
    let network = ThresholdNetwork.xor
    let inputs = TruthTable.inputs(2).map { $0.map(Float.init) }
    let codes = inputs.map(network.hiddenCode)
    let answers = inputs.map { network($0) }
    board.table(
      ["x1 x2", "h1 h2", "y"],
      zip(inputs, zip(codes, answers)).map { input, result in
        [Text(verbatim: spaced(input)), Text(verbatim: spaced(result.0)), "\(result.1)"]
      })
    board.draw(twoPlanes(network))
    board.draw(unfolding(network))
    board.say(
      """
      The two pictures show the same four cases, before the hidden layer and after it. The output \
      unit never sees the first picture. It sees the second one, where the points 01 and 10 lie \
      on top of each other: the hidden layer has folded the plane so that one straight line is \
      enough. Codes that a layer makes for the next one are called a hidden representation.

      The threshold matters. If the hidden units only added, without deciding, the output would \
      be a sum of sums, which is a sum: two such layers are one layer, and the certificate of \
      section 1 forbids it.
      """)

    let pairs = pairsThatSolveXOR()
    board.note(
      """
      Of the \(pairs.all) pairs of functions that two hidden units can compute, \
      \(pairs.solving.count) allow XOR: \(pairs.solving).
      """)

    let wrong = zip(answers, TruthTable.xor.answers).filter { $0.0 != Float($0.1) }.count
    let firing = Set(zip(codes, answers).filter { $0.1 == 1 }.map(\.0))
    let silent = Set(zip(codes, answers).filter { $0.1 == 0 }.map(\.0))
    board.claim(
      "xor-network", "XOR with two hidden units, weights chosen by hand",
      source: "Rumelhart, Hinton and Williams, PDP vol. 1 (1986), ch. 8",
      published: "4 of 4",
      measured: "\(4 - wrong) of 4; \(firing.union(silent).count) codes for 4 inputs",
      gate: "4 of 4; no code shared by both answers",
      holds: wrong == 0 && firing.isDisjoint(with: silent))
  }

  /// Which pairs of one-neuron functions can be hidden units of a network for XOR; all are tried.
  static func pairsThatSolveXOR() -> (all: Int, solving: [Text]) {
    let separable = Census(inputCount: 2) {}.separable
    var all = 0
    var solving: [Text] = []
    for (index, first) in separable.enumerated() {
      for second in separable[index...] {
        all += 1
        let codes = zip(first.answers, second.answers).map { 2 * $0 + $1 }
        let solves = separable.contains { output in
          codes.map { output.answers[$0] } == TruthTable.xor.answers
        }
        guard solves else { continue }
        solving.append(
          "\(TruthTable.namesOfTwo[first.code]) with \(TruthTable.namesOfTwo[second.code])")
      }
    }
    return (all, solving)
  }

  static func spaced(_ bits: [Float]) -> String {
    bits.map { $0 == 1 ? "1" : "0" }.joined(separator: " ")
  }
}
