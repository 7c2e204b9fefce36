import ExerciseKit
import MiniTensor

extension Checks12 {
  /// Exercise 12.1.
  static let memoryStep = Check(
    "12.1", "The LSTM cell", difficulty: 2, minutes: 40,
    file: "MemoryStep.swift", chapter: chapter, section: "The cell and its gates",
    replaces: ["LSTM", "Variable"],
    hints: [
      """
      The sums are those of the recurrent step in lesson 11; they are only four times as wide. \
      sums.columns(0..<hidden) are the input gate's.
      """,
      """
      Three blocks go through sigmoid, the last one through tanh. The cell is a sum of two \
      products, element by element: what is kept and what is written.
      """,
      """
      Compute the new cell first and keep it under a name of its own: the output is its tanh times \
      the output gate. Return the new cell itself, without tanh.
      """,
      """
      For the latch make a table first: in silence, at a set and at a reset, which gates are open, \
      which are shut, and what is the candidate? Only then look for weights. The bias is what \
      counts in silence.
      """,
      """
      A set may come when the cell is 1 already, and 1 and 1 must not make 2. And a gate that is \
      0.99 open is not open: what is 0.99 to the power of 200?
      """,
    ],
    parts: [
      Part("the cell", points: 2) { judge in ask(judge, "cell") { $0.cell } },
      Part("the output", points: 1) { judge in ask(judge, "hidden") { $0.hidden } },
      Part("a latch", points: 2, askLatch),
    ],
    mistakes: [
      step.mistake("the old output is not heard: add h U to the sums") {
        Moment($0, 0 * $1, $2, $3, $4, $5).step()
      },
      step.mistake("the bias is missing") { Moment($0, $1, $2, $3, $4, 0 * $5).step() },
      step.mistake("the old cell is added whole: multiply it by the forget gate") {
        x, h, c, w, u, b in Moment(x, h, c, w, u, b).step(write: { i, _, g in c + i * g })
      },
      step.mistake("the candidate is written whole: multiply it by the input gate") {
        x, h, c, w, u, b in Moment(x, h, c, w, u, b).step(write: { _, f, g in f * c + g })
      },
      step.mistake("the input gate does both in yours: what stays is for the forget gate to say") {
        x, h, c, w, u, b in Moment(x, h, c, w, u, b).step(write: { i, _, g in (1 - i) * c + i * g })
      },
      step.mistake("the input and the forget gate change places: i comes first") {
        Moment($0, $1, $2, $3, $4, $5).step(order: [1, 0, 2, 3])
      },
      step.mistake("the candidate is a tanh: it must be able to be negative") {
        Moment($0, $1, $2, $3, $4, $5).step(bend: { $0.sigmoid() })
      },
      step.mistake("the blocks i, f, g, o: here o comes before g") {
        Moment($0, $1, $2, $3, $4, $5).step(order: [0, 1, 3, 2])
      },
      step.mistake("the new cell is returned with its tanh: that belongs to the output alone") {
        let (hidden, cell) = Moment($0, $1, $2, $3, $4, $5).step()
        return (hidden, cell.tanh())
      },
      step.mistake("the output shows the cell without its tanh") {
        Moment($0, $1, $2, $3, $4, $5).step(show: { o, new in o * new })
      },
      step.mistake("the output gate is not used") {
        Moment($0, $1, $2, $3, $4, $5).step(show: { _, new in new.tanh() })
      },
      step.mistake("the output shows the old cell: take the new one") { x, h, c, w, u, b in
        Moment(x, h, c, w, u, b).step(show: { o, _ in o * c.tanh() })
      },
      step.mistake("output and cell change places in what is returned") {
        let (hidden, cell) = Moment($0, $1, $2, $3, $4, $5).step()
        return (cell, hidden)
      },
      step.mistake("e^a / (1 + e^a) is infinity by infinity for a large sum a: use sigmoid") {
        Moment($0, $1, $2, $3, $4, $5).step(gate: { $0.exp() / (1 + $0.exp()) })
      },
    ] + mistakesOfLatch)

  // MARK: - The function

  private typealias Memory = (hidden: Tensor, cell: Tensor)

  private static let step = Function(
    "memoryStep(input:hidden:cell:inputWeights:stateWeights:bias:)",
    reading: { value -> Memory in try value.tuple(of: Tensor.self, Tensor.self) }
  ) { (x: Tensor, h: Tensor, c: Tensor, w: Tensor, u: Tensor, b: Tensor) in
    Moment(x, h, c, w, u, b).step()
  }

  /// What comes into a cell at one moment.
  private struct Moment {
    let x, h, c, w, u, b: Tensor

    init(_ x: Tensor, _ h: Tensor, _ c: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor) {
      (self.x, self.h, self.c, self.w, self.u, self.b) = (x, h, c, w, u, b)
    }

    /// The step, with some of the ways to get it wrong.
    func step(
      order: [Int] = [0, 1, 2, 3], gate: (Tensor) -> Tensor = { $0.sigmoid() },
      bend: (Tensor) -> Tensor = { $0.tanh() },
      write: ((_ i: Tensor, _ f: Tensor, _ g: Tensor) -> Tensor)? = nil,
      show: (_ o: Tensor, _ new: Tensor) -> Tensor = { o, new in o * new.tanh() }
    ) -> Memory {
      let size = h.shape[1]
      let sums = x.matmul(w) + h.matmul(u) + b
      let blocks = order.map { sums.columns(($0 * size)..<(($0 + 1) * size)) }
      let (i, f, g) = (gate(blocks[0]), gate(blocks[1]), bend(blocks[3]))
      let new = write?(i, f, g) ?? f * c + i * g
      return (show(gate(blocks[2]), new), new)
    }
  }

  // MARK: - Questions

  private static func ask(
    _ judge: Judge, _ what: String, _ part: @escaping (Memory) -> Tensor
  ) {
    func ask(_ x: Tensor, _ h: Tensor, _ c: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor) {
      let call = Code.call(step.name, [x, h, c, w, u, b])
      judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
        part(try answers.call(step, x, h, c, w, u, b))
      }
    }
    ask(
      Tensor([[2]]), Tensor([[0.5]]), Tensor([[3]]), Tensor([[0.5, -0.25, 1, 0.75]]),
      Tensor([[-1, 2, 0.5, -0.5]]), Tensor([0.1, 0.4, -0.3, 0.2]))
    let random = (
      judge.generator.count(1...4), judge.generator.count(1...4), judge.generator.count(1...4)
    )
    for (batch, inputs, size) in [(1, 2, 3), (3, 1, 2), (2, 4, 3), random] {
      ask(
        judge.generator.matrix(batch, inputs), judge.generator.matrix(batch, size),
        2 * judge.generator.matrix(batch, size), judge.generator.matrix(inputs, 4 * size),
        judge.generator.matrix(size, 4 * size), Tensor(judge.generator.floats(4 * size)))
    }
    // Sums of which no Float holds the exponential: the gates open or shut altogether.
    ask(
      Tensor([[100], [-100]]), Tensor([[0], [0.5]]), Tensor([[0.75], [-1.5]]),
      Tensor([[1, 2, 1.5, -1]]), Tensor([[0.5, 1, -1, 2]]), Tensor([0.1, 0.2, 0.3, 0.4]))
  }
}
