import ExerciseKit
import MiniTensor

extension Checks11 {
  /// The type of `recurrentStep(input:state:inputWeights:stateWeights:bias:)`.
  public typealias RecurrentStep =
    @Sendable (
      _ input: Tensor, _ state: Tensor, _ inputWeights: Tensor, _ stateWeights: Tensor,
      _ bias: Tensor
    ) -> Tensor

  /// Exercise 11.1.
  public static let recurrentStep = Check<RecurrentStep>(
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
      Mistake("the old state is not heard: add its product with the state weights") {
        x, _, w, _, b in (x.matmul(w) + b).tanh()
      },
      Mistake("the tanh is missing: the sum must be bent") { x, h, w, u, b in
        x.matmul(w) + h.matmul(u) + b
      },
      Mistake("sigmoid in place of tanh: the state runs from -1 to 1") { x, h, w, u, b in
        (x.matmul(w) + h.matmul(u) + b).sigmoid()
      },
      Mistake("the bias is missing") { x, h, w, u, _ in (x.matmul(w) + h.matmul(u)).tanh() },
      Mistake("the state weights are on their side: rows belong to the old state") {
        x, h, w, u, b in (x.matmul(w) + h.matmul(u, transposingOther: true) + b).tanh()
      },
      Mistake("the old state is added as it is: it goes through the state weights") {
        x, h, w, _, b in (x.matmul(w) + h + b).tanh()
      },
      Mistake("tanh goes over the sum of all three, not over each product by itself") {
        x, h, w, u, b in x.matmul(w).tanh() + h.matmul(u).tanh() + b
      },
    ])

  private static func right(
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

  @Sendable private static func oneSequence(_ judge: Judge<RecurrentStep>) {
    ask(
      judge, Tensor([[1, 2]]), Tensor([[0.5]]), Tensor([[1], [-1]]), Tensor([[4]]), Tensor([0.25]))
    let w = Tensor([[0.5, -0.25, 1]])
    let u = Tensor([[0.1, 0.6, -0.3], [0.8, -0.2, 0.4], [-0.5, 0.7, 0.9]])
    ask(judge, Tensor([[2]]), Tensor([[0.3, -0.6, 0.9]]), w, u, Tensor([0.1, -0.2, 0.3]))
  }

  @Sendable private static func batches(_ judge: Judge<RecurrentStep>) {
    for (batch, inputs, hidden) in [(3, 2, 4), (2, 5, 2)] {
      ask(
        judge, judge.generator.matrix(batch, inputs), judge.generator.matrix(batch, hidden),
        judge.generator.matrix(inputs, hidden), judge.generator.matrix(hidden, hidden),
        Tensor(judge.generator.floats(hidden)))
    }
  }

  private static func ask(
    _ judge: Judge<RecurrentStep>, _ x: Tensor, _ h: Tensor, _ w: Tensor, _ u: Tensor, _ b: Tensor
  ) {
    let call: Code = """
      recurrentStep(input: Tensor(\(x.pasted)), state: Tensor(\(h.pasted)), \
      inputWeights: Tensor(\(w.pasted)), stateWeights: Tensor(\(u.pasted)), bias: Tensor(\(b.scalars)))
      """
    judge.ask(call, expect: right(x, h, w, u, b)) { $0(x, h, w, u, b) }
  }
}
