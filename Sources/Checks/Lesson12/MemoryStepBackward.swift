import ExerciseKit
import MiniTensor

extension Checks12 {
  /// What memoryStepBackward returns.
  private typealias MemorySlopes = (sums: Tensor, cell: Tensor)
  /// Exercise 12.2.
  static let memoryCellBackward = Check(
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
      Part("the old cell", points: 1) { ask($0, { _ in "cell" }) { slopes, _ in slopes.cell } },
      Part("the output gate", points: 1) { askBlock($0, 2) },
      Part("the input gate", points: 1) { askBlock($0, 0) },
      Part("the forget gate", points: 1) { askBlock($0, 1) },
      Part("all four sums", points: 1) { ask($0, { _ in "sums" }) { slopes, _ in slopes.sums } },
    ],
    mistakes: [
      mistake("the gradient of the output never reaches the cell: h' is made from c'") { n in
        n.slopes(atCell: n.dc)
      },
      mistake("what comes back along the cell is left out: add dc") { n in
        n.slopes(atCell: n.dh * n.o * (1 - n.shown.squared()))
      },
      mistake("on the way from h' to c' the slope of the tanh is missing: 1 - tanh(c')^2") { n in
        n.slopes(atCell: n.dc + n.dh * n.o)
      },
      mistake("on the way from h' to c' the output gate is missing") { n in
        n.slopes(atCell: n.dc + n.dh * (1 - n.shown.squared()))
      },
      mistake("1 - c'^2 is no slope: take the tanh of the cell first") { n in
        n.slopes(atCell: n.dc + n.dh * n.o * (1 - n.new.squared()))
      },
      mistake("the error goes to the old cell as it is: it passes the forget gate") { n in
        (n.slopes().sums, n.atCell)
      },
      mistake("the gates are sigmoids: multiply by their slope s (1 - s)") { n in
        n.slopes(slope: { 0 * $0 + 1 })
      },
      mistake("1 - s^2 is the slope of tanh: the three gates are sigmoids, with s (1 - s)") { n in
        n.slopes(slope: { 1 - $0.squared() })
      },
      mistake("s (1 - s) is for sigmoids: the candidate is a tanh, with 1 - g^2") { n in
        n.slopes(candidateSlope: { $0 * (1 - $0) })
      },
      mistake("the slope of the candidate's tanh is missing") { n in
        n.slopes(candidateSlope: { 0 * $0 + 1 })
      },
      mistake("the forget gate multiplies the old cell: yours takes the new one") { n in
        n.slopes(kept: n.new)
      },
      mistake("the output gate multiplies tanh(c'): yours takes c' itself") { n in
        n.slopes(shown: n.new)
      },
      mistake("the sum of the output gate receives dh, not the error of the cell") { n in
        n.slopes(atOutput: n.atCell)
      },
      mistake("input gate and candidate multiply each other: each needs the other one") { n in
        n.slopes(swaps: true)
      },
      mistake("the order of the columns is i, f, o, g: yours has the candidate before o") { n in
        let right = n.slopes()
        let blocks = [0, 1, 3, 2].map { n.block(right.sums, $0) }
        return (Tensor.concatenate(blocks, axis: 1), right.cell)
      },
    ])

  private static let memoryStepBackward = Function(
    "memoryStepBackward(gates:oldCell:newCell:hiddenGradient:cellGradient:)",
    reading: { value -> MemorySlopes in try value.tuple(of: Tensor.self, Tensor.self) }
  ) { (gates: Tensor, old: Tensor, new: Tensor, dh: Tensor, dc: Tensor) in
    Passed(gates: gates, old: old, new: new, dh: dh, dc: dc).slopes()
  }

  private static func mistake(
    _ likely: Text, _ answer: @escaping @Sendable (Passed) -> MemorySlopes
  ) -> Mistake {
    memoryStepBackward.mistake(likely) {
      answer(Passed(gates: $0, old: $1, new: $2, dh: $3, dc: $4))
    }
  }

  /// A moment that has passed, and what comes back to it.
  private struct Passed: Sendable {
    let gates, old, new, dh, dc: Tensor

    var o: Tensor { block(gates, 2) }
    var shown: Tensor { new.tanh() }
    var atCell: Tensor { dc + dh * o * (1 - shown.squared()) }

    func block(_ columns: Tensor, _ k: Int) -> Tensor {
      let size = old.shape[1]
      return columns.columns((k * size)..<((k + 1) * size))
    }

    func slopes(
      atCell: Tensor? = nil, atOutput: Tensor? = nil, kept: Tensor? = nil, shown: Tensor? = nil,
      slope: (Tensor) -> Tensor = { $0 * (1 - $0) },
      candidateSlope: (Tensor) -> Tensor = { 1 - $0.squared() }, swaps: Bool = false
    ) -> MemorySlopes {
      let e = atCell ?? self.atCell
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
    func name(_ passed: Passed) -> String {
      let size = passed.old.shape[1]
      return "sums.columns(\(k * size)..<\((k + 1) * size))"
    }
    ask(judge, name) { slopes, passed in
      // A wrong shape is shown as it is.
      slopes.sums.shape == passed.gates.shape ? passed.block(slopes.sums, k) : slopes.sums
    }
  }

  private static func ask(
    _ judge: Judge, _ what: (Passed) -> String,
    _ part: @escaping @Sendable (MemorySlopes, Passed) -> Tensor
  ) {
    var passed = [
      Passed(
        gates: Tensor([[0.25, 0.75, 0.5, -0.4]]), old: Tensor([[0.8]]), new: Tensor([[0.5]]),
        dh: Tensor([[2]]), dc: Tensor([[-3]]))
    ]
    for (batch, size) in [(1, 3), (3, 2)] {
      let sums = judge.generator.matrix(batch, 4 * size)
      let tanhs = sums.columns((3 * size)..<(4 * size)).tanh()
      let gates = Tensor.concatenate(
        [sums.columns(0..<(3 * size)).sigmoid(), tanhs], axis: 1)
      let old = 2 * judge.generator.matrix(batch, size)
      let kept = gates.columns(size..<(2 * size)) * old
      passed.append(
        Passed(
          gates: gates, old: old, new: kept + gates.columns(0..<size) * tanhs,
          dh: judge.generator.matrix(batch, size), dc: judge.generator.matrix(batch, size)))
    }
    for n in passed {
      let call = Code.call(memoryStepBackward.name, [n.gates, n.old, n.new, n.dh, n.dc])
      judge.ask("\(verbatim: call).\(verbatim: what(n))") { answers in
        part(try answers.call(memoryStepBackward, n.gates, n.old, n.new, n.dh, n.dc), n)
      }
    }
  }
}
