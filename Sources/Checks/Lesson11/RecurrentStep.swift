import ExerciseKit
import MiniTensor

extension Checks11 {
  /// Exercise 11.1.
  static let recurrentStep = Check(
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
      Part("one sequence", points: 1) { judge in
        judge.ask(
          step, Tensor([[1, 2]]), Tensor([[0.5]]), Tensor([[1], [-1]]), Tensor([[4]]),
          Tensor([0.25]))
        judge.ask(
          step, Tensor([[2]]), Tensor([[0.3, -0.6, 0.9]]), Tensor([[0.5, -0.25, 1]]),
          Tensor([[0.1, 0.6, -0.3], [0.8, -0.2, 0.4], [-0.5, 0.7, 0.9]]), Tensor([0.1, -0.2, 0.3]))
        let (inputs, hidden) = (judge.generator.count(1...4), judge.generator.count(2...4))
        ask(judge, batch: 1, inputs, hidden)
        // Sums of which no Float holds the exponential.
        judge.ask(
          step, Tensor([[100]]), Tensor([[0.5, 1]]), Tensor([[2, -2]]), Tensor([[1, 2], [3, 4]]),
          Tensor([0, 0.5]))
      },
      Part("a batch", points: 2) { judge in
        ask(judge, batch: 3, 2, 4)
        ask(judge, batch: 2, 5, 2)
        let (inputs, hidden) = (judge.generator.count(1...4), judge.generator.count(2...4))
        ask(judge, batch: judge.generator.count(2...5), inputs, hidden)
      },
    ],
    mistakes: [
      step.mistake("the old state is not heard: add its product with the state weights") {
        x, _, w, _, b in (x.matmul(w) + b).tanh()
      },
      step.mistake("the tanh is missing: the sum must be bent") { x, h, w, u, b in
        x.matmul(w) + h.matmul(u) + b
      },
      step.mistake("sigmoid in place of tanh: the state runs from -1 to 1") { x, h, w, u, b in
        (x.matmul(w) + h.matmul(u) + b).sigmoid()
      },
      step.mistake("the bias is missing") { x, h, w, u, _ in (x.matmul(w) + h.matmul(u)).tanh() },
      step.mistake("the state weights are on their side: rows belong to the old state") {
        x, h, w, u, b in (x.matmul(w) + h.matmul(u, transposingOther: true) + b).tanh()
      },
      step.mistake("the old state is added as it is: it goes through the state weights") {
        x, h, w, _, b in (x.matmul(w) + h + b).tanh()
      },
      step.mistake("tanh goes over the sum of all three, not over each product by itself") {
        x, h, w, u, b in x.matmul(w).tanh() + h.matmul(u).tanh() + b
      },
      step.mistake("the bias is added after the tanh: it belongs to the sum within") {
        x, h, w, u, b in (x.matmul(w) + h.matmul(u)).tanh() + b
      },
      step.mistake("(e^2a - 1) / (e^2a + 1) is infinity by infinity for a large sum a: use tanh") {
        x, h, w, u, b in
        let power = (2 * (x.matmul(w) + h.matmul(u) + b)).exp()
        return (power - 1) / (power + 1)
      },
    ])

  private static let step = Function(
    "recurrentStep(input:state:inputWeights:stateWeights:bias:)"
  ) { (x: Tensor, h: Tensor, w: Tensor, u: Tensor, b: Tensor) -> Tensor in
    (x.matmul(w) + h.matmul(u) + b).tanh()
  }

  private static func ask(_ judge: Judge, batch: Int, _ inputs: Int, _ hidden: Int) {
    judge.ask(
      step, judge.generator.matrix(batch, inputs), judge.generator.matrix(batch, hidden),
      judge.generator.matrix(inputs, hidden), judge.generator.matrix(hidden, hidden),
      Tensor(judge.generator.floats(hidden)))
  }
}
