import LessonKit

extension Lesson03 {
  /// How many hidden units parity needs, and the question that was left open in 1969.
  static func countHiddenUnits(_ board: Board, separable: [Int: [TruthTable]]) {
    board.section("How many, and who chooses them?")
    board.say(
      """
      Are N hidden units for N inputs too many? Draw the inputs as the corners of a cube; its \
      edges join inputs that differ in one bit. Parity differs at the two ends of every edge. So \
      some hidden unit has to fire at one end and not at the other: it cuts the edge. One neuron \
      cuts with one flat plane and cannot cut them all. The program takes every function that a \
      neuron can compute and looks for the fewest that together cut every edge.
      """)
    var least: [Int] = []
    let rows: [[Text]] = separable.keys.sorted().map { inputCount in
      let cube = CubeEdges(inputCount: inputCount)
      let functions = separable[inputCount] ?? []
      let most = functions.map { cube.cut(by: $0).nonzeroBitCount }.max() ?? 0
      least.append(cube.leastNumber(of: functions) ?? 0)
      return [
        "\(inputCount)", "\(cube.edges.count)", "\(functions.count, grouped: true)", "\(most)",
        "\(least.last ?? 0)",
      ]
    }
    board.table(
      ["inputs", "edges", "one-neuron functions", "edges one cuts at most", "units needed"], rows)
    board.say(
      """
      So for 2, 3 and 4 inputs nobody can do with fewer than N, if the output sees the hidden \
      units only. The authors of 1986 wrote "at least N" for every N; asked in 1990, Rumelhart \
      said that it should have been "no more than N". For large N the exact number is not known.

      We chose all these weights by hand, because we understood the question. The hidden units of \
      a network that reads handwriting nobody can choose by hand. Rosenblatt's rule corrects a \
      unit whose right answer is known; nobody says what a hidden unit's right answer is. How can \
      it learn? In 1969 nobody knew. Minsky and Papert wrote that it was an important problem, \
      and that in their "intuitive judgment" nothing would come of it; many took the guess for a \
      theorem. Lesson 04 shows what many layers can do. Lesson 05 shows the rule that was \
      missing, and lets a network find XOR by itself.
      """)
    board.claim(
      "hidden-units-needed", "fewest hidden threshold units for parity of 2, 3, 4 inputs",
      source: "PDP vol. 1, ch. 8, p. 334: \"at least N\"", published: "2, 3, 4",
      measured: "\(least)", gate: "exact: all choices tried", holds: least == [2, 3, 4])
  }
}
