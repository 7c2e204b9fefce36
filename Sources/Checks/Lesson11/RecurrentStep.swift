import ExerciseKit
import MiniTensor

extension Checks11 {
  /// Exercise 11.1.
  static let oneStep = Check(
    "11.1", "The recurrent step", difficulty: 1, minutes: 15,
    file: "RecurrentStep.swift", chapter: chapter, section: "A network that hears itself",
    replaces: ["RNN"],
    hints: [
      "It is a dense layer with a second input: the state. Both products have the same shape.",
      "Three things are added up, and then the tanh goes over the whole sum, once.",
      """
      matmul(input, inputWeights) is [batch, hidden]. So is the product of the state, on the left, \
      with its weights. The bias is added to every row by itself.
      """,
    ],
    parts: [
      Part("one sequence", points: 1, oneSequence), Part("a batch", points: 2, batches),
    ],
    mistakes: [
      recurrentStep.mistake("the old state is not heard: add its product with the state weights") {
        x, _, w, _, b in (x.matmul(w) + b).tanh()
      },
      recurrentStep.mistake("the tanh is missing: the sum must be bent") { x, h, w, u, b in
        x.matmul(w) + h.matmul(u) + b
      },
      recurrentStep.mistake("sigmoid in place of tanh: the state runs from -1 to 1") {
        x, h, w, u, b in
        (x.matmul(w) + h.matmul(u) + b).sigmoid()
      },
      recurrentStep.mistake("the bias is missing") { x, h, w, u, _ in
        (x.matmul(w) + h.matmul(u)).tanh()
      },
      recurrentStep.mistake("the state weights are on their side: rows belong to the old state") {
        x, h, w, u, b in (x.matmul(w) + h.matmul(u, transposingOther: true) + b).tanh()
      },
      recurrentStep.mistake("the old state is added as it is: it goes through the state weights") {
        x, h, w, _, b in (x.matmul(w) + h + b).tanh()
      },
      recurrentStep.mistake("tanh goes over the sum of all three, not over each product by itself")
      {
        x, h, w, u, b in x.matmul(w).tanh() + h.matmul(u).tanh() + b
      },
    ])

  private static let recurrentStep = Function(
    "recurrentStep(input:state:inputWeights:stateWeights:bias:)", right)

  @Sendable private static func right(
    _ x: Tensor, _ h: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor
  ) -> Tensor {
    let rows = (0..<x.shape[0]).map { row in
      (0..<b.count).map { unit -> Float in
        var sum = b[unit]
        for i in 0..<w.shape[0] { sum += x[row, i] * w[i, unit] }
        for j in 0..<b.count { sum += h[row, j] * u[j, unit] }
        return sum
      }
    }
    return Tensor(rows).tanh()
  }

  @Sendable private static func oneSequence(_ judge: Judge) {
    judge.ask(
      recurrentStep, Tensor([[1, 2]]), Tensor([[0.5]]), Tensor([[1], [-1]]), Tensor([[4]]),
      Tensor([0.25]))
    let w = Tensor([[0.5, -0.25, 1]])
    let u = Tensor([[0.1, 0.6, -0.3], [0.8, -0.2, 0.4], [-0.5, 0.7, 0.9]])
    let x = judge.generator.matrix(1, 1)
    judge.ask(recurrentStep, x, Tensor([[0.5, 0.25, -1]]), w, u, Tensor([40, -50, 0.5]))
    judge.ask(
      recurrentStep, Tensor([[2]]), Tensor([[0.3, -0.6, 0.9]]), w, u, Tensor([0.1, -0.2, 0.3]))
  }

  @Sendable private static func batches(_ judge: Judge) {
    for (batch, inputs, hidden) in [(3, 2, 4), (2, 5, 2)] {
      judge.ask(
        recurrentStep, judge.generator.matrix(batch, inputs), judge.generator.matrix(batch, hidden),
        judge.generator.matrix(inputs, hidden), judge.generator.matrix(hidden, hidden),
        Tensor(judge.generator.floats(hidden)))
    }
  }

}
