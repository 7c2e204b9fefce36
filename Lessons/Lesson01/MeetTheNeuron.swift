import LessonKit

extension Lesson01 {
  /// Four truth tables, one neuron each.
  static func meetTheNeuron(_ board: Board) {
    board.section("A cell that says yes or no")
    board.say(
      """
      The neuron of 1943 has two kinds of inputs. Excitatory inputs ask it to fire. Inhibitory \
      inputs forbid it, and one is enough. If nobody forbids, it counts the excitatory inputs that \
      are active, and fires when there are at least as many as its threshold.
      """)
    board.formula(
      """
      fires  =  no inhibitory input is active, and
                number of active excitatory inputs >= threshold
      """)
    board.say(
      """
      That is all. Now let two inputs, a and b, reach one neuron. By the kinds of its synapses, \
      as the connections between nerve cells are called, and by its threshold we choose a word of \
      logic:
      """)

    let gates: [(name: Text, neuron: Neuron)] = [
      ("a and b", Neuron(excitatory: [0, 1], threshold: 2)),
      ("a or b", Neuron(excitatory: [0, 1], threshold: 1)),
      ("a but not b", Neuron(excitatory: [0], inhibitory: [1], threshold: 1)),
      ("not a", Neuron(inhibitory: [0], threshold: 0)),
    ]
    board.table(
      ["a", "b"] + gates.map(\.name),
      truthTableRows(inputs: 2).map { row in
        (row + gates.map { $0.neuron.fires(on: row) }).map { $0 ? "1" : "0" }
      })
    board.draw(
      Figure(
        "Four neurons, four gates",
        caption: "The number at the neuron is its threshold."
      ) {
        for gate in gates {
          Panel(gate.name) { picture(of: gate.neuron) }
        }
      })
    board.note(
      """
      The last one has threshold 0: nothing excites it, and it fires until it is forbidden. The \
      paper has no such neuron. There, a net is silent in a silent world (Theorem 3).
      """)
  }

  /// One neuron and the inputs a and b, as far as it listens to them.
  private static func picture(of neuron: Neuron) -> Graph {
    let name = "neuron"
    let inputs = ["a", "b"]
    let edges =
      neuron.excitatory.map { Graph.Edge(inputs[$0], name) }
      + neuron.inhibitory.map { Graph.Edge(inputs[$0], name, "forbids") }
    return Graph(nodes: [Graph.Node(name, "\(neuron.threshold)", label: "neuron")], edges: edges)
  }
}
