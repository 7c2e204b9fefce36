import ExerciseKit
import MiniTensor

extension Checks12 {
  /// What memoryStep returns.
  typealias Memory = (hidden: Tensor, cell: Tensor)
  /// Exercise 12.1.
  static let memoryCell = Check(
    "12.1", "The LSTM cell", difficulty: 2, minutes: 25,
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
    ],
    parts: [
      Part("the cell", points: 2) { ask($0, "cell") { $0.cell } },
      Part("the output", points: 2) { ask($0, "hidden") { $0.hidden } },
    ],
    mistakes: [
      mistake("the old output is not heard: add h U to the sums") { n in
        n.step(n.input.matmul(n.w) + n.b)
      },
      mistake("the bias is missing") { n in n.step(n.input.matmul(n.w) + n.hidden.matmul(n.u)) },
      mistake("the old cell is added whole: multiply it by the forget gate") { n in
        n.step(cell: { i, _, g in n.cell + i * g })
      },
      mistake("the candidate is written whole: multiply it by the input gate") { n in
        n.step(cell: { _, f, g in f * n.cell + g })
      },
      mistake("the input gate does both in yours: what stays is for the forget gate to say") { n in
        n.step(cell: { i, _, g in (1 - i) * n.cell + i * g })
      },
      mistake("the input and the forget gate change places: i comes first") { n in
        n.step(cell: { i, f, g in i * n.cell + f * g })
      },
      mistake("the candidate is a tanh: it must be able to be negative") { n in
        n.step(bend: { $0.sigmoid() })
      },
      mistake("the blocks i, f, g, o: here o comes before g") { n in
        n.step(order: [0, 1, 3, 2])
      },
      mistake("the new cell is returned with its tanh: that belongs to the output alone") { n in
        let right = n.step()
        return (right.hidden, right.cell.tanh())
      },
      mistake("the output shows the cell without its tanh") { n in
        n.step(show: { o, _, new in o * new })
      },
      mistake("the output gate is not used") { n in n.step(show: { _, _, new in new.tanh() }) },
      mistake("the output shows the old cell: take the new one") { n in
        n.step(show: { o, old, _ in o * old.tanh() })
      },
      mistake("output and cell change places in what is returned") { n in
        let right = n.step()
        return (right.cell, right.hidden)
      },
    ])

  private static let memoryStep = Function(
    "memoryStep(input:hidden:cell:inputWeights:stateWeights:bias:)",
    reading: { value -> Memory in try value.tuple(of: Tensor.self, Tensor.self) }
  ) { (x: Tensor, h: Tensor, c: Tensor, w: Tensor, u: Tensor, b: Tensor) in
    Moment(input: x, hidden: h, cell: c, w: w, u: u, b: b).step()
  }

  private static func mistake(
    _ likely: Text, _ answer: @escaping @Sendable (Moment) -> Memory
  ) -> Mistake {
    memoryStep.mistake(likely) {
      answer(Moment(input: $0, hidden: $1, cell: $2, w: $3, u: $4, b: $5))
    }
  }

  /// What comes into a cell at one moment.
  private struct Moment: Sendable {
    let input, hidden, cell, w, u, b: Tensor

    func step(
      _ sums: Tensor? = nil, order: [Int] = [0, 1, 2, 3],
      cell write: (_ i: Tensor, _ f: Tensor, _ g: Tensor) -> Tensor? = { _, _, _ in nil },
      bend: (Tensor) -> Tensor = { $0.tanh() },
      show: (_ o: Tensor, _ old: Tensor, _ new: Tensor) -> Tensor = { o, _, new in o * new.tanh() }
    ) -> Memory {
      let size = hidden.shape[1]
      let sums = sums ?? input.matmul(w) + hidden.matmul(u) + b
      let blocks = order.map { sums.columns(($0 * size)..<(($0 + 1) * size)) }
      let (i, f, o) = (blocks[0].sigmoid(), blocks[1].sigmoid(), blocks[2].sigmoid())
      let g = bend(blocks[3])
      let new = write(i, f, g) ?? f * cell + i * g
      return (show(o, cell, new), new)
    }
  }

  // MARK: - Questions

  private static func ask(
    _ judge: Judge, _ what: String, _ part: @escaping @Sendable (Memory) -> Tensor
  ) {
    var moments = [
      Moment(
        input: Tensor([[2]]), hidden: Tensor([[0.5]]), cell: Tensor([[3]]),
        w: Tensor([[0.5, -0.25, 1, 0.75]]), u: Tensor([[-1, 2, 0.5, -0.5]]),
        b: Tensor([0.1, 0.4, -0.3, 0.2]))
    ]
    for (batch, inputs, size) in [(1, 2, 3), (3, 1, 2), (2, 4, 3)] {
      moments.append(
        Moment(
          input: judge.generator.matrix(batch, inputs), hidden: judge.generator.matrix(batch, size),
          cell: 2 * judge.generator.matrix(batch, size),
          w: judge.generator.matrix(inputs, 4 * size), u: judge.generator.matrix(size, 4 * size),
          b: Tensor(judge.generator.floats(4 * size))))
    }
    // Sums of a hundred and more: no exponential may overflow.
    moments.append(
      Moment(
        input: Tensor([[100]]), hidden: Tensor([[0.5]]), cell: Tensor([[0.25]]),
        w: Tensor([[1, 2, -1, 3]]), u: Tensor([[0, 0, 0, 0]]), b: Tensor([0, 0, 90, 0])))
    for n in moments {
      let call = Code.call(memoryStep.name, [n.input, n.hidden, n.cell, n.w, n.u, n.b])
      judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
        part(try answers.call(memoryStep, n.input, n.hidden, n.cell, n.w, n.u, n.b))
      }
    }
  }
}
