import ExerciseKit
import MiniTensor

extension Checks10 {
  /// Exercise 10.3.
  static let residual = Check(
    "10.3", "A residual block", difficulty: 2, minutes: 30,
    file: "ResidualBlock.swift", chapter: chapter, section: "A way past",
    replaces: ["Residual", "Variable", "backward"],
    hints: [
      "Three things are added up: what comes past, h W, and b. Only h has a ReLU.",
      "What comes past is x, or x S when there is an S. On the way back it is g, or g S'.",
      """
      Through the layers: g W', then only where x V + a is greater than 0, then times V'. Both ways \
      end at x, so add them up. `a.greater(than: 0)` gives ones and zeros.
      """,
    ],
    parts: [
      Part("the way there", points: 2, forward), Part("the way back", points: 3, backward),
    ],
    mistakes: [
      forwardMistake("the way past is missing: x itself is part of the answer") { b in
        b.hidden.matmul(b.second) + b.secondBias
      },
      forwardMistake("no ReLU after the sum: it would close the way past") { b in
        right(b).relu()
      },
      forwardMistake("the ReLU between the two layers is missing") { b in
        b.past + b.sums.matmul(b.second) + b.secondBias
      },
      forwardMistake("the second layer has no ReLU: only the first") { b in
        b.past + (b.hidden.matmul(b.second) + b.secondBias).relu()
      },
      forwardMistake("x goes past as it is: yours sends it through the ReLU") { b in
        b.past.relu() + b.hidden.matmul(b.second) + b.secondBias
      },
      forwardMistake("x goes past as it is only when there is no S: yours never uses S") { b in
        let (inputs, outputs) = (b.x.shape[1], b.second.shape[1])
        guard inputs == outputs || min(inputs, outputs) == 1 else { throw Trap("do not fit") }
        return b.x + b.hidden.matmul(b.second) + b.secondBias
      },
      forwardMistake("whenever there is an S it counts, also when the block keeps its width") { b in
        let past = b.x.shape[1] == b.second.shape[1] ? b.x : b.past
        return past + b.hidden.matmul(b.second) + b.secondBias
      },
      forwardMistake("the first bias is missing") { b in
        b.past + b.x.matmul(b.first).relu().matmul(b.second) + b.secondBias
      },
      forwardMistake("the second bias is missing") { b in b.past + b.hidden.matmul(b.second) },
      backwardMistake("x was used twice: what comes along the way past is missing") { g, b in
        right(g, b) - pastGradient(g, b)
      },
      backwardMistake("x was used twice: what comes through the two layers is missing") { g, b in
        pastGradient(g, b)
      },
      backwardMistake("on the way back the ReLU is closed where the sum was not positive") {
        g, b in
        pastGradient(g, b)
          + g.matmul(b.second, transposingOther: true).matmul(b.first, transposingOther: true)
      },
      backwardMistake("the ReLU opens by the sum x V + a: yours leaves out the bias") { g, b in
        let isOpen = b.x.matmul(b.first).greater(than: 0)
        return pastGradient(g, b)
          + (g.matmul(b.second, transposingOther: true) * isOpen)
          .matmul(b.first, transposingOther: true)
      },
      backwardMistake("the ReLU passes a slope or stops it: yours multiplies by h") { g, b in
        pastGradient(g, b)
          + (g.matmul(b.second, transposingOther: true) * b.hidden)
          .matmul(b.first, transposingOther: true)
      },
      backwardMistake("where the sum is exactly 0 the ReLU lets nothing through") { g, b in
        let isClosed = (b.sums * -1).greater(than: 0)
        return pastGradient(g, b)
          + (g.matmul(b.second, transposingOther: true) * (1 - isClosed))
          .matmul(b.first, transposingOther: true)
      },
      backwardMistake("the way past has its S on the way back too: g S', not g") { g, b in
        let (inputs, outputs) = (b.x.shape[1], g.shape[1])
        guard inputs == outputs || min(inputs, outputs) == 1 else { throw Trap("do not fit") }
        return right(g, b) - pastGradient(g, b) + g
      },
      backwardMistake("whenever there is an S it counts, also when the block keeps its width") {
        g, b in
        g.shape[1] == b.x.shape[1] ? right(g, b) - pastGradient(g, b) + g : right(g, b)
      },
      backwardMistake("a ReLU stops slopes where its sum was negative, not negative slopes") {
        g, b in
        pastGradient(g, b)
          + g.matmul(b.second, transposingOther: true).relu()
          .matmul(b.first, transposingOther: true)
      },
    ])

  private static let residualBlock = Function(
    "residualBlock(_:first:firstBias:second:secondBias:shortcut:)"
  ) { (x: Tensor, first: Tensor, a: Tensor, second: Tensor, b: Tensor, shortcut: Tensor?) in
    right(
      Block(x: x, first: first, firstBias: a, second: second, secondBias: b, shortcut: shortcut))
  }

  private static let residualBlockGradient = Function(
    "residualBlockGradient(_:x:first:firstBias:second:shortcut:)"
  ) { (g: Tensor, x: Tensor, first: Tensor, a: Tensor, second: Tensor, shortcut: Tensor?) in
    right(
      g,
      Block(
        x: x, first: first, firstBias: a, second: second, secondBias: Tensor(0),
        shortcut: shortcut))
  }

  /// What a block is made of, and what goes in.
  private struct Block: Sendable {
    let x: Tensor
    let first: Tensor
    let firstBias: Tensor
    let second: Tensor
    let secondBias: Tensor
    let shortcut: Tensor?

    var sums: Tensor { x.matmul(first) + firstBias }
    var hidden: Tensor { sums.relu() }
    var past: Tensor { shortcut.map { x.matmul($0) } ?? x }
  }

  private static func forwardMistake(
    _ likely: Text, _ forward: @escaping @Sendable (Block) throws -> Tensor
  ) -> Mistake {
    residualBlock.mistake(likely) {
      try forward(
        Block(x: $0, first: $1, firstBias: $2, second: $3, secondBias: $4, shortcut: $5))
    }
  }

  private static func backwardMistake(
    _ likely: Text, _ backward: @escaping @Sendable (_ g: Tensor, Block) throws -> Tensor
  ) -> Mistake {
    residualBlockGradient.mistake(likely) {
      try backward(
        $0,
        Block(x: $1, first: $2, firstBias: $3, second: $4, secondBias: Tensor(0), shortcut: $5))
    }
  }

  private static func right(_ b: Block) -> Tensor {
    b.past + b.hidden.matmul(b.second) + b.secondBias
  }

  private static func pastGradient(_ g: Tensor, _ b: Block) -> Tensor {
    b.shortcut.map { g.matmul($0, transposingOther: true) } ?? g
  }

  private static func right(_ g: Tensor, _ b: Block) -> Tensor {
    let isOpen = b.sums.greater(than: 0)
    return pastGradient(g, b)
      + (g.matmul(b.second, transposingOther: true) * isOpen)
      .matmul(b.first, transposingOther: true)
  }

  // MARK: - Questions

  /// A block that shows the rules first; then awkward shapes, with and without a matrix of its own
  /// for the way past.
  private static func blocks(_ judge: Judge) -> [Block] {
    var blocks = [
      Block(
        x: Tensor([[1, 2]]), first: Tensor([[1], [1]]), firstBias: Tensor([-1]),
        second: Tensor([[10, 20]]), secondBias: Tensor([0, 0.5]), shortcut: nil),
      Block(
        x: Tensor([[1, -2], [-3, 1]]), first: Tensor([[1, -1, 2], [2, 1, -1]]),
        firstBias: Tensor([0.5, 4, -5]), second: Tensor([[1, -2], [3, 0.5], [-1, 2]]),
        secondBias: Tensor([-4, 1]), shortcut: nil),
      // A sum of exactly 0, one just above and one just below.
      Block(
        x: Tensor([[1, 2]]), first: Tensor([[2, 1, 1], [1, 1, 1]]),
        firstBias: Tensor([-4, -2.75, -3.25]), second: Tensor([[3, 1], [2, 4], [5, 7]]),
        secondBias: Tensor([0.5, 0]), shortcut: nil),
    ]
    let sizes = judge.generator.sizes(4)
    for (batch, inputs, hidden, outputs, isMixed) in [
      (3, 3, 5, 3, false), (2, 2, 3, 4, true), (4, 5, 4, 1, true), (2, 3, 4, 3, true),
      (sizes[0], sizes[1], sizes[2], sizes[3], true),
    ] {
      let draw = { (rows: Int, columns: Int) in judge.generator.matrix(rows, columns) }
      blocks.append(
        Block(
          x: draw(batch, inputs), first: draw(inputs, hidden), firstBias: judge.row(hidden),
          second: draw(hidden, outputs), secondBias: judge.row(outputs),
          shortcut: isMixed ? draw(inputs, outputs) : nil))
    }
    return blocks
  }

  @Sendable private static func forward(_ judge: Judge) {
    for b in blocks(judge) {
      judge.ask(residualBlock, b.x, b.first, b.firstBias, b.second, b.secondBias, b.shortcut)
    }
  }

  @Sendable private static func backward(_ judge: Judge) {
    for b in blocks(judge) {
      let g = judge.generator.matrix(b.x.shape[0], b.second.shape[1])
      judge.ask(residualBlockGradient, g, b.x, b.first, b.firstBias, b.second, b.shortcut)
    }
  }
}
