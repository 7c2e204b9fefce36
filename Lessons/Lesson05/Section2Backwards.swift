import Datasets
import LessonKit
import MiniTensor

extension Lesson05 {
  /// The chain rule on a network small enough for paper, then on one that reads digits.
  static func goBackwards(_ board: Board) throws {
    board.section("The chain rule, backwards")
    board.say(
      """
      Suppose you turn one weight a little. Its unit's weighted sum z moves; so does the unit's \
      answer a; so do the sums of the next layer; and in the end the error E, here half the sum of \
      (answer - target)^2. The chain rule \
      multiplies these changes along the way. From each weight to E there are many ways, but they \
      all share their ends. So begin at the end, and keep for every unit one number, its \
      blame: by how much E rises if its sum z does.
      """)
    board.formula(
      """
      output unit   blame_k = (a_k - target_k) a_k (1 - a_k)
      hidden unit   blame_j = (sum_k w_jk blame_k) a_j (1 - a_j)
      any weight    slope of w_ij = a_i blame_j
      """)
    board.say(
      """
      That is all of backpropagation. The middle line is what the machines of the 1960s lacked: \
      a hidden unit has no target, but it has a blame, carried back to it by the weights that \
      carried its answer forward. A weight's slope is what came in times the blame of where it went. a (1 - a) is the derivative of the sigmoid: a unit that \
      is sure, near 0 or 1, hardly moves. Here it is with numbers: inputs 1 and 1, target 0.
      """)
    showByHand(board)

    board.say(
      """
      For a whole batch the same lines become matrix products, and lesson 04's closed box holds \
      nothing else. With the softmax and the cross-entropy at the end, the first line even becomes \
      simpler: what the network believed, minus what is true. TwoLayerNetwork.swift has it all.
      """)
    board.table(
      ["line of the box", "formula", "shape"],
      [
        ["blame of the logits", "D2 = (softmax(logits) - truth) / batch", "[batch, classes]"],
        ["down the weights", "D2 W2^T", "[batch, hidden]"],
        ["through the tanh", "D1 = (D2 W2^T) (1 - hidden^2)", "[batch, hidden]"],
        ["slopes of W2, b2", "hidden^T D2, column sums of D2", "[hidden, classes], [classes]"],
        ["slopes of W1, b1", "input^T D1, column sums of D1", "[inputs, hidden], [hidden]"],
      ])
    try readDigits(board)
  }

  /// A 2-2-1 network of sigmoids with simple weights, before it has learned anything.
  static func paperNetwork() -> SigmoidNetwork {
    var unused = RandomGenerator(seed: 0)
    var network = SigmoidNetwork(sizes: [2, 2, 1], spread: 0, using: &unused)
    network.parameters = [1, -1, 0.5, 2, 0, -0.5, 2, -1, -0.5]  // W1 [2, 2], b1, W2 [2, 1], b2
    return network
  }

  private static func showByHand(_ board: Board) {
    var network = paperNetwork()
    network.study([1, 1], target: [0])
    let names = [["x1", "x2"], ["h1", "h2"], ["y"]]

    /// The wires with a number each, and the units with another.
    func graph(
      unit: (_ level: Int, _ k: Int) -> Text?, wire: (_ level: Int, _ index: Int) -> Double
    ) -> Graph {
      var nodes: [Graph.Node] = []
      var edges: [Graph.Edge] = []
      for (level, row) in names.enumerated() {
        for (k, name) in row.enumerated() { nodes.append(.init(name, unit(level, k))) }
        guard level + 1 < names.count else { continue }
        for (i, source) in row.enumerated() {
          for (j, target) in names[level + 1].enumerated() {
            let value = wire(level, i * names[level + 1].count + j)
            edges.append(.init(source, target, "\(value, significant: 2)"))
          }
        }
      }
      return Graph(nodes: nodes, edges: edges, layers: names)
    }
    board.draw(
      Figure(
        "Forward with signals, backward with blame",
        caption: """
          Left: each unit's answer, each wire's weight. Right: each unit's blame, each wire's slope.
          """,
        name: "by-hand"
      ) {
        Panel("forward") {
          graph(
            unit: { "\(network.answers(ofLevel: $0)[$1], decimals: 3)" },
            wire: { network.layers[$0].weights[$1] })
        }
        Panel("backward, read from right to left") {
          graph(
            unit: { $0 == 0 ? nil : "\(network.blame(ofLevel: $0)[$1], decimals: 4)" },
            wire: { network.layers[$0].weightSlopes[$1] })
        }
      })
    let (h, y) = (network.answers(ofLevel: 1), network.answers[0])
    let (below, above) = (network.blame(ofLevel: 1), network.blame(ofLevel: 2)[0])
    board.formula(
      """
      blame of y      (\(y, decimals: 3) - 0) * \(y, decimals: 3) * \(1 - y, decimals: 3)   = \
      \(above, decimals: 4)
      blame of h1      2 * \(above, decimals: 4) * \(h[0], decimals: 3) * \(1 - h[0], decimals: 3) = \
      \(below[0], decimals: 4)
      blame of h2     -1 * \(above, decimals: 4) * \(h[1], decimals: 3) * \(1 - h[1], decimals: 3) = \
      \(below[1], decimals: 4)
      slope of h1->y  \(h[0], decimals: 3) * \(above, decimals: 4) = \(h[0] * above, decimals: 4)
      """)
  }

  /// Trains the hand-written network on the digits of lesson 04.
  private static func readDigits(_ board: Board) throws {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: board.seed)
    var network = TwoLayerNetwork(inputs: 64, hidden: 32, classes: 10, using: &generator)
    var rows: [[Text]] = []
    for epoch in 1...5 {
      for batch in digits.train.batches(of: 32, using: &generator) {
        network.step(
          digits.train.images.rows(batch), labels: batch.map { digits.train.labels[$0] },
          learningRate: 0.5)
      }
      let accuracy = network.accuracy(digits.test.images, labels: digits.test.labels)
      rows.append(["\(epoch)", "\(accuracy, percent: 1)"])
    }
    board.table(
      ["epoch", "test digits right"], rows,
      title: "64-32-10, trained by these lines on 3,823 digits, tested on 1,797 of other writers:")
  }
}
