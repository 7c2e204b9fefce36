import ExerciseKit
import MiniTensor

extension Checks12 {
  /// Exercise 12.3.
  static let gatedUnit = Check(
    "12.3", "The GRU cell", difficulty: 2, minutes: 20,
    file: "GatedStep.swift", chapter: chapter, section: "Two gates are enough",
    replaces: ["GRU", "Variable"],
    hints: [
      """
      Compute p and q whole, and cut both into three blocks with columns(...). Only then do they \
      meet, block by block.
      """,
      """
      r and z are sigmoids of a sum. For the candidate r multiplies the block of q, with its bias, \
      before the block of p is added.
      """,
      "h' mixes two things: what is not kept is overwritten. The shares are z and 1 - z.",
    ],
    parts: [
      Part("one unit", points: 1, oneUnit), Part("a batch", points: 2, batches),
    ],
    mistakes: [
      mistake("z keeps: in yours z overwrites, and 1 - z keeps") { n in
        n.step(mix: { z, new in z * new + (1 - z) * n.h })
      },
      mistake("the reset gate is not used") { n in n.step(candidate: { _, p, q in p + q }) },
      mistake("the reset gate works on the product h U + c, not on h before the product") { n in
        let size = n.h.shape[1]
        let r = n.gate(0)
        let product = (r * n.h).matmul(n.u.columns((2 * size)..<(3 * size)))
        let q = product + Tensor(Array(n.c.scalars[(2 * size)...]))
        return n.step(candidate: { _, p, _ in p + q })
      },
      mistake("the reset gate works on the past alone: what is heard comes in whole") { n in
        n.step(candidate: { r, p, q in r * (p + q) })
      },
      mistake("r multiplies the whole of q: in yours the bias c stands outside") { n in
        n.step(candidate: { r, p, q in p + r * (q - n.stateBias) + n.stateBias })
      },
      mistake("the first block is r, the second z: yours takes them the other way round") { n in
        n.step(order: [1, 0])
      },
      mistake("the candidate is a tanh, not a sigmoid") { n in n.step(bend: { $0.sigmoid() }) },
      mistake("the candidate is added whole: its share is 1 - z") { n in
        n.step(mix: { z, new in new + z * n.h })
      },
      mistake("the old state is added whole: its share is z") { n in
        n.step(mix: { z, new in (1 - z) * new + n.h })
      },
      mistake("the bias of the state is missing") { n in
        Unit(x: n.x, h: n.h, w: n.w, u: n.u, b: n.b, c: 0 * n.c).step()
      },
    ])

  private static let gatedStep = Function(
    "gatedStep(input:state:inputWeights:stateWeights:bias:stateBias:)"
  ) { (x: Tensor, h: Tensor, w: Tensor, u: Tensor, b: Tensor, c: Tensor) in
    Unit(x: x, h: h, w: w, u: u, b: b, c: c).step()
  }

  private static func mistake(
    _ likely: Text, _ answer: @escaping @Sendable (Unit) -> Tensor
  ) -> Mistake {
    gatedStep.mistake(likely) { answer(Unit(x: $0, h: $1, w: $2, u: $3, b: $4, c: $5)) }
  }

  /// What comes into a unit at one moment.
  private struct Unit: Sendable {
    let x, h, w, u, b, c: Tensor

    var heard: Tensor { x.matmul(w) + b }
    var remembered: Tensor { h.matmul(u) + c }
    /// The state's bias of the candidate alone.
    var stateBias: Tensor { Tensor(Array(c.scalars[(2 * h.shape[1])...])) }

    func block(_ sums: Tensor, _ k: Int) -> Tensor {
      sums.columns((k * h.shape[1])..<((k + 1) * h.shape[1]))
    }

    func gate(_ k: Int) -> Tensor { (block(heard, k) + block(remembered, k)).sigmoid() }

    func step(
      order: [Int] = [0, 1],
      candidate: (_ r: Tensor, _ p: Tensor, _ q: Tensor) -> Tensor = { r, p, q in p + r * q },
      bend: (Tensor) -> Tensor = { $0.tanh() },
      mix: (_ z: Tensor, _ new: Tensor) -> Tensor? = { _, _ in nil }
    ) -> Tensor {
      let z = gate(order[1])
      let new = bend(candidate(gate(order[0]), block(heard, 2), block(remembered, 2)))
      return mix(z, new) ?? (1 - z) * new + z * h
    }
  }

  // MARK: - Questions

  @Sendable private static func oneUnit(_ judge: Judge) {
    ask(
      judge,
      Unit(
        x: Tensor([[2]]), h: Tensor([[0.6]]), w: Tensor([[0.5, -0.75, 0.25]]),
        u: Tensor([[-1, 0.5, 2]]), b: Tensor([0.3, 0.1, -0.2]), c: Tensor([-0.4, 0.2, 0])))
    // Sums of a hundred and more: no exponential may overflow.
    let h = judge.generator.matrix(1, 1)
    ask(
      judge,
      Unit(
        x: Tensor([[100]]), h: h, w: Tensor([[2, -1, 3]]), u: Tensor([[1, 1, 1]]),
        b: Tensor([0, 0, 0]), c: Tensor([0, 0, 0])))
  }

  @Sendable private static func batches(_ judge: Judge) {
    for (batch, inputs, size) in [(1, 2, 3), (3, 1, 2), (2, 4, 3)] {
      ask(
        judge,
        Unit(
          x: judge.generator.matrix(batch, inputs), h: judge.generator.matrix(batch, size),
          w: judge.generator.matrix(inputs, 3 * size), u: judge.generator.matrix(size, 3 * size),
          b: Tensor(judge.generator.floats(3 * size)), c: Tensor(judge.generator.floats(3 * size))))
    }
  }

  private static func ask(_ judge: Judge, _ n: Unit) {
    judge.ask(gatedStep, n.x, n.h, n.w, n.u, n.b, n.c)
  }
}
