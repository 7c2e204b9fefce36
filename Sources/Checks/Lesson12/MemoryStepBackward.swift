import ExerciseKit
import MiniTensor

extension Checks12 {
  /// Exercise 12.2.
  static let memoryStepBackward = Check(
    "12.2", "Back through the cell", difficulty: 3, minutes: 40,
    file: "MemoryStepBackward.swift", chapter: chapter, section: "Back through the cell",
    replaces: ["Variable", "backward", "LSTM"],
    hints: [
      """
      Write down for each of the five answers in which product it stands. What is it multiplied \
      by there? That, times what arrives at the product, is the first half of its gradient.
      """,
      """
      Everything but the output gate stands in the sum that makes the new cell, so e arrives \
      there. The output gate stands in h', where dh arrives.
      """,
      """
      The sum of the forget gate, as a pattern: e times the old cell times f (1 - f). Of the other \
      three only the partner in the product and the slope change. Join the four with \
      Tensor.concatenate along axis 1.
      """,
    ],
    parts: [
      Part("the old cell", points: 1) { judge in ask(judge, { _ in "cell" }) { $0.cell } },
      Part("the output gate", points: 1) { judge in askBlock(judge, 2) },
      Part("the input gate", points: 1) { judge in askBlock(judge, 0) },
      Part("the forget gate", points: 1) { judge in askBlock(judge, 1) },
      Part("all four sums", points: 1) { judge in ask(judge, { _ in "sums" }) { $0.sums } },
    ],
    mistakes: [
      slopes.mistake("the gradient of the output never reaches the cell: h' is made from c'") {
        Passed($0, $1, $2, $3, $4).slopes(atCell: { n in n.dc })
      },
      slopes.mistake("what comes back along the cell is left out: add dc") {
        Passed($0, $1, $2, $3, $4).slopes(atCell: { n in n.dh * n.o * (1 - n.shown.squared()) })
      },
      slopes.mistake("on the way from h' to c' the slope of the tanh is missing: 1 - tanh(c')^2") {
        Passed($0, $1, $2, $3, $4).slopes(atCell: { n in n.dc + n.dh * n.o })
      },
      slopes.mistake("on the way from h' to c' the output gate is missing") {
        Passed($0, $1, $2, $3, $4).slopes(atCell: { n in n.dc + n.dh * (1 - n.shown.squared()) })
      },
      slopes.mistake("1 - c'^2 is no slope: take the tanh of the cell first") {
        Passed($0, $1, $2, $3, $4).slopes(atCell: { n in n.dc + n.dh * n.o * (1 - n.new.squared()) }
        )
      },
      slopes.mistake("the error goes to the old cell as it is: it passes the forget gate") {
        let passed = Passed($0, $1, $2, $3, $4)
        return (passed.slopes().sums, passed.atCell)
      },
      slopes.mistake("the gates are sigmoids: multiply by their slope s (1 - s)") {
        Passed($0, $1, $2, $3, $4).slopes(slope: { 0 * $0 + 1 })
      },
      slopes.mistake("1 - s^2 is the slope of tanh: the three gates are sigmoids, with s (1 - s)") {
        Passed($0, $1, $2, $3, $4).slopes(slope: { 1 - $0.squared() })
      },
      slopes.mistake("s (1 - s) is for sigmoids: the candidate is a tanh, with 1 - g^2") {
        Passed($0, $1, $2, $3, $4).slopes(candidateSlope: { $0 * (1 - $0) })
      },
      slopes.mistake("the slope of the candidate's tanh is missing") {
        Passed($0, $1, $2, $3, $4).slopes(candidateSlope: { 0 * $0 + 1 })
      },
      slopes.mistake("the forget gate multiplies the old cell: yours takes the new one") {
        Passed($0, $1, $2, $3, $4).slopes(kept: $2)
      },
      slopes.mistake("the output gate multiplies tanh(c'): yours takes c' itself") {
        Passed($0, $1, $2, $3, $4).slopes(shown: $2)
      },
      slopes.mistake("the sum of the output gate receives dh, not the error of the cell") {
        let passed = Passed($0, $1, $2, $3, $4)
        return passed.slopes(atOutput: passed.atCell)
      },
      slopes.mistake("input gate and candidate multiply each other: each needs the other one") {
        Passed($0, $1, $2, $3, $4).slopes(swaps: true)
      },
      slopes.mistake("the order of the columns is i, f, o, g: yours has the candidate before o") {
        let passed = Passed($0, $1, $2, $3, $4)
        let (sums, cell) = passed.slopes()
        return (Tensor.concatenate([0, 1, 3, 2].map { passed.block(sums, $0) }, axis: 1), cell)
      },
    ])

  // MARK: - The function

  private typealias Slopes = (sums: Tensor, cell: Tensor)

  private static let slopes = Function(
    "memoryStepBackward(gates:oldCell:newCell:hiddenGradient:cellGradient:)",
    reading: { value -> Slopes in try value.tuple(of: Tensor.self, Tensor.self) }
  ) { (gates: Tensor, old: Tensor, new: Tensor, dh: Tensor, dc: Tensor) in
    Passed(gates, old, new, dh, dc).slopes()
  }

  /// A moment that has passed, and what comes back to it.
  private struct Passed {
    let gates, old, new, dh, dc: Tensor

    init(_ gates: Tensor, _ old: Tensor, _ new: Tensor, _ dh: Tensor, _ dc: Tensor) {
      (self.gates, self.old, self.new, self.dh, self.dc) = (gates, old, new, dh, dc)
    }

    var o: Tensor { block(gates, 2) }
    var shown: Tensor { new.tanh() }
    /// Everything that arrives at the new cell.
    var atCell: Tensor { dc + dh * o * (1 - shown.squared()) }

    func block(_ columns: Tensor, _ k: Int) -> Tensor {
      let size = old.shape[1]
      return columns.columns((k * size)..<((k + 1) * size))
    }

    /// The step back, with some of the ways to get it wrong.
    func slopes(
      atOutput: Tensor? = nil, kept: Tensor? = nil, shown: Tensor? = nil,
      slope: (Tensor) -> Tensor = { $0 * (1 - $0) },
      candidateSlope: (Tensor) -> Tensor = { 1 - $0.squared() }, swaps: Bool = false,
      atCell: (Passed) -> Tensor = { $0.atCell }
    ) -> Slopes {
      let e = atCell(self)
      let (i, f, g) = (block(gates, 0), block(gates, 1), block(gates, 3))
      let sums = [
        e * (swaps ? i : g) * slope(i), e * (kept ?? old) * slope(f),
        (atOutput ?? dh) * (shown ?? self.shown) * slope(o),
        e * (swaps ? g : i) * candidateSlope(g),
      ]
      return (Tensor.concatenate(sums, axis: 1), e * f)
    }
  }

  // MARK: - Questions

  private static func askBlock(_ judge: Judge, _ k: Int) {
    func columns(_ size: Int) -> Range<Int> { (k * size)..<((k + 1) * size) }
    ask(judge, { "sums.columns(\(columns($0)))" }) { slopes in
      // A wrong shape is shown as it is.
      guard slopes.sums.shape == [slopes.cell.shape[0], 4 * slopes.cell.shape[1]] else {
        return slopes.sums
      }
      return slopes.sums.columns(columns(slopes.cell.shape[1]))
    }
  }

  private static func ask(
    _ judge: Judge, _ what: (_ size: Int) -> String, _ part: @escaping (Slopes) -> Tensor
  ) {
    func ask(_ gates: Tensor, _ old: Tensor, _ new: Tensor, _ dh: Tensor, _ dc: Tensor) {
      let call = Code.call(slopes.name, [gates, old, new, dh, dc])
      judge.ask("\(verbatim: call).\(verbatim: what(old.shape[1]))") { answers in
        part(try answers.call(slopes, gates, old, new, dh, dc))
      }
    }
    ask(
      Tensor([[0.25, 0.75, 0.5, -0.4]]), Tensor([[0.8]]), Tensor([[0.5]]), Tensor([[2]]),
      Tensor([[-3]]))
    let random = (judge.generator.count(1...4), judge.generator.count(1...4))
    for (batch, size) in [(1, 3), (3, 2), random] {
      let sums = judge.generator.matrix(batch, 4 * size)
      let g = sums.columns((3 * size)..<(4 * size)).tanh()
      let gates = Tensor.concatenate([sums.columns(0..<(3 * size)).sigmoid(), g], axis: 1)
      let old = 2 * judge.generator.matrix(batch, size)
      let new = gates.columns(size..<(2 * size)) * old + gates.columns(0..<size) * g
      ask(gates, old, new, judge.generator.matrix(batch, size), judge.generator.matrix(batch, size))
    }
  }
}
