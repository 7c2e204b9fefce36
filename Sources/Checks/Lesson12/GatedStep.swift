import ExerciseKit
import MiniTensor

extension Checks12 {
  /// Exercise 12.3.
  static let gatedStep = Check(
    "12.3", "The GRU cell", difficulty: 2, minutes: 35,
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
      """
      For the last marked number decide first what z must be with a mark and without one, and \
      what the candidate must be. Then choose the bias of z for no mark, and the weight of the \
      mark so that it wins over that bias.
      """,
      """
      The candidate may be there all the time: it counts only where z is 0. Take care that nothing \
      but the value comes into it. And 0.99 to the power of 200 is 0.13.
      """,
    ],
    parts: [
      Part("one sequence", points: 1) { judge in
        judge.ask(
          step, Tensor([[2]]), Tensor([[0.6]]), Tensor([[0.5, -0.75, 0.25]]),
          Tensor([[-1, 0.5, 2]]), Tensor([0.3, 0.1, -0.2]), Tensor([-0.4, 0.2, 0.1]))
        ask(judge, batch: 1, judge.generator.count(1...3), judge.generator.count(2...3))
        // Sums of which no Float holds the exponential.
        judge.ask(
          step, Tensor([[100]]), Tensor([[0.6]]), Tensor([[1, -1, 0.5]]), Tensor([[2, 1, -1]]),
          Tensor([0, 1, 2]), Tensor([0.5, 0.25, 0]))
        judge.ask(
          step, Tensor([[-100]]), Tensor([[-0.4]]), Tensor([[1, -1, 2]]), Tensor([[2, 1, -1]]),
          Tensor([0, 1, 2]), Tensor([0.5, 0.25, 0]))
      },
      Part("a batch", points: 2) { judge in
        ask(judge, batch: 1, 2, 3)
        ask(judge, batch: 3, 1, 2)
        ask(judge, batch: 2, 4, 3)
        let (inputs, size) = (judge.generator.count(1...4), judge.generator.count(2...4))
        ask(judge, batch: judge.generator.count(2...4), inputs, size)
      },
      Part("the last marked number", points: 2, askLastMarked),
    ],
    mistakes: [
      step.mistake("z keeps: in yours z overwrites, and 1 - z keeps") {
        Unit($0, $1, $2, $3, $4, $5).step(mix: { z, new, h in z * new + (1 - z) * h })
      },
      step.mistake("the reset gate is not used") {
        Unit($0, $1, $2, $3, $4, $5).step(candidate: { _, p, q in p + q })
      },
      step.mistake("the reset gate works on the product h U + c, not on h before the product") {
        x, h, w, u, b, c in
        let unit = Unit(x, h, w, u, b, c)
        let past = unit.block(
          (unit.gate(0) * h).matmul(u.columns((2 * unit.size)..<(3 * unit.size))))
        return unit.step(candidate: { _, p, _ in p + past + unit.candidateBias })
      },
      step.mistake("the reset gate works on the past alone: what is heard comes in whole") {
        Unit($0, $1, $2, $3, $4, $5).step(candidate: { r, p, q in r * (p + q) })
      },
      step.mistake("r multiplies the whole of q: in yours the bias c stands outside") {
        let unit = Unit($0, $1, $2, $3, $4, $5)
        let bias = unit.candidateBias
        return unit.step(candidate: { r, p, q in p + r * (q - bias) + bias })
      },
      step.mistake("the first block is r, the second z: yours takes them the other way round") {
        Unit($0, $1, $2, $3, $4, $5).step(order: [1, 0])
      },
      step.mistake("the candidate is a tanh, not a sigmoid") {
        Unit($0, $1, $2, $3, $4, $5).step(bend: { $0.sigmoid() })
      },
      step.mistake("the candidate is added whole: its share is 1 - z") {
        Unit($0, $1, $2, $3, $4, $5).step(mix: { z, new, h in new + z * h })
      },
      step.mistake("the old state is added whole: its share is z") {
        Unit($0, $1, $2, $3, $4, $5).step(mix: { z, new, h in (1 - z) * new + h })
      },
      step.mistake("the bias of the state is missing") {
        Unit($0, $1, $2, $3, $4, 0 * $5).step()
      },
      step.mistake("e^a / (1 + e^a) is infinity by infinity for a large sum a: use sigmoid") {
        Unit($0, $1, $2, $3, $4, $5, sigmoid: { $0.exp() / (1 + $0.exp()) }).step()
      },
    ] + mistakesOfLastMarked)

  // MARK: - The function

  private static let step = Function(
    "gatedStep(input:state:inputWeights:stateWeights:bias:stateBias:)"
  ) { (x: Tensor, h: Tensor, w: Tensor, u: Tensor, b: Tensor, c: Tensor) -> Tensor in
    Unit(x, h, w, u, b, c).step()
  }

  /// What comes into a unit at one moment.
  private struct Unit {
    let h, heard, remembered, c: Tensor
    let sigmoid: (Tensor) -> Tensor

    init(
      _ x: Tensor, _ h: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor, _ c: Tensor,
      sigmoid: @escaping (Tensor) -> Tensor = { $0.sigmoid() }
    ) {
      (self.h, self.c, self.sigmoid) = (h, c, sigmoid)
      (heard, remembered) = (x.matmul(w) + b, h.matmul(u) + c)
    }

    var size: Int { h.shape[1] }
    /// The state's bias of the candidate alone.
    var candidateBias: Tensor { Tensor(Array(c.scalars[(2 * size)...])) }

    func block(_ sums: Tensor, _ k: Int = 0) -> Tensor {
      sums.columns((k * size)..<((k + 1) * size))
    }

    func gate(_ k: Int) -> Tensor { sigmoid(block(heard, k) + block(remembered, k)) }

    /// The step, with some of the ways to get it wrong.
    func step(
      order: [Int] = [0, 1],
      candidate: (_ r: Tensor, _ p: Tensor, _ q: Tensor) -> Tensor = { r, p, q in p + r * q },
      bend: (Tensor) -> Tensor = { $0.tanh() },
      mix: (_ z: Tensor, _ new: Tensor, _ h: Tensor) -> Tensor = { (1 - $0) * $1 + $0 * $2 }
    ) -> Tensor {
      let new = bend(candidate(gate(order[0]), block(heard, 2), block(remembered, 2)))
      return mix(gate(order[1]), new, h)
    }
  }

  private static func ask(_ judge: Judge, batch: Int, _ inputs: Int, _ size: Int) {
    judge.ask(
      step, judge.generator.matrix(batch, inputs), judge.generator.matrix(batch, size),
      judge.generator.matrix(inputs, 3 * size), judge.generator.matrix(size, 3 * size),
      Tensor(judge.generator.floats(3 * size)), Tensor(judge.generator.floats(3 * size)))
  }
}
