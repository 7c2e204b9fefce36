import LessonKit

extension Lesson06 {
  /// What changes when a node holds a tensor: nothing but the books.
  static func goToTensors(_ board: Board, _ run: TumourRun) {
    board.section("From scalars to tensors")
    board.say(
      """
      MiniTensor's `Variable` is the same engine with a tensor in every node. A node may hold a \
      whole matrix product; a slope would then be a huge matrix. So nobody writes it down. The \
      node keeps a function instead, the pullback: give it the gradient of the result, and it \
      returns the gradients of the parents, as if the matrix had been there.
      """)
    board.formula(
      """
      scalar   c = a * b       slopes b and a
      tensor   C = A B         pullback G -> (G B', A' G)
      """)
    board.say(
      """
      In Sources/MiniTensor/Autodiff: Variable.swift has the parents, Variable+Backward.swift the \
      order, Variable+MatrixProduct.swift the rule of the product. We gave the tumours to both \
      engines. Who keeps how many books?
      """)

    let products = run.train.targets.count * run.features.count
    // Forwards a product and a sum, backwards a product and a sum, for each weight and example.
    let tensorOperations = 4 * products
    let scalarOperations = run.nodes - run.features.count - 1 + 2 * run.edges
    let tensorNodes = 4  // weights, bias, logits, loss
    board.table(
      ["in one step", "scalars", "tensors"],
      [
        ["nodes made", "\(run.nodes, grouped: true)", "\(tensorNodes)"],
        ["edges walked back", "\(run.edges, grouped: true)", "3"],
        [
          "operations on numbers", "\(scalarOperations, grouped: true)",
          "about \(tensorOperations, grouped: true)",
        ],
        [
          "operations for each node",
          "\(Double(scalarOperations) / Double(run.nodes), decimals: 1)",
          "about \(tensorOperations / tensorNodes, grouped: true)",
        ],
      ])
    board.say(
      """
      The scalar engine makes an object for every product and every sum, and multiplies by slopes \
      that are 1. The tensors spend their time on numbers, in loops that a processor likes. There \
      is no other difference: step by step the two gradients were the same, as far as a `Float` \
      can tell.
      """)
    board.claim(
      "same-gradients", "scalar engine and Variable: the same gradients",
      source: "this course", published: "equal",
      measured: "off by \(run.gap, significant: 2) of the largest in \(run.losses.count) steps",
      gate: "within 1e-4 (Float)", holds: run.gap <= 1e-4)
  }
}
