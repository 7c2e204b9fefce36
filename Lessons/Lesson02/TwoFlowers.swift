import LessonKit

extension Lesson02 {
  /// Setosa against versicolor by two lengths: six epochs, and never wrong again.
  static func learnTwoFlowers(_ flowers: Examples, _ board: Board) {
    board.section("Two flowers")
    let learningRate = board.setting("learning-rate")
    board.say(
      """
      A perceptron with two inputs draws one straight line. Show it a flower: if it answers \
      well, leave it alone. If it answers wrongly, move the line a little towards the right \
      answer. That is the whole rule.
      """)
    board.formula(
      """
      s  = w . x + b
      y^ = +1 if s >= 0, else -1
      w <- w + eta (y - y^) x        b <- b + eta (y - y^)
      """)
    board.say(
      """
      Here x is the flower, two numbers, w are the two weights, w . x = w1 x1 + w2 x2, and b is \
      the bias, the threshold of lesson 01 with its sign turned. The right answer is y, the \
      neuron's is y^, and eta is the size of a step, here \(learningRate).

      When the answer is right, y - y^ is 0 and nothing moves. Our examples are a hundred irises \
      that Edgar Anderson measured in Quebec and Ronald Fisher published in 1936: setosa is -1, \
      versicolor is +1. The neuron begins with zeros and sees the flowers in the order of the \
      table, again and again.
      """)

    var neuron = Perceptron(inputs: 2)
    let mistakes = (1...10).map { _ in neuron.epoch(flowers, learningRate: Float(learningRate)) }

    board.table(
      ["epoch"] + (1...10).map { "\($0)" }, [["mistakes"] + mistakes.map { "\($0)" }])
    board.draw(
      Figure(
        "Where the line ended", x: "sepal length (cm)", y: "petal length (cm)", name: "line"
      ) {
        Region(names: ["setosa", "versicolor"]) { neuron.answer([$0, $1]) > 0 ? 1 : 0 }
        Points(flowers.x, group: flowers.groups, names: ["setosa", "versicolor"])
      })
    board.draw(lineTurning(flowers, learningRate: Float(learningRate)))
    board.draw(
      Figure("Mistakes in each epoch", x: "epoch", y: "mistakes", name: "epochs") {
        Bars((1...10).map { "\($0)" }, mistakes)
      })
    board.say(
      """
      Five epochs with mistakes, \(mistakes.reduce(0, +)) in all; then none. The weights stop \
      there, because a perceptron that makes no mistake has nothing to learn from.
      """)

    let weights = [neuron.bias] + neuron.weights
    let published: [Float] = [-0.40, -0.68, 1.82]
    board.claim(
      "errors-per-epoch", "Iris: mistakes in each epoch",
      source: "Raschka, Python Machine Learning (2015), ch. 2",
      published: "2, 2, 3, 2, 1, 0, 0, ...", measured: mistakes.list, gate: "the same",
      holds: mistakes == [2, 2, 3, 2, 1, 0, 0, 0, 0, 0])
    board.claim(
      "final-weights", "Iris: the weights at the end, bias first",
      source: "Raschka, Python Machine Learning (2015), ch. 2",
      published: published.list(decimals: 2), measured: weights.list(decimals: 2),
      gate: "the same to two decimals",
      holds: zip(weights, published).allSatisfy { abs($0 - $1) < 0.005 })
  }
}
