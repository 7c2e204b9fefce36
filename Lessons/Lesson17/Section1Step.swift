import LessonKit
import MiniTensor

extension Lesson17 {
  /// One neuron, threes and sevens, and the smallest change that turns the answer.
  static func stepAgainstTheClass(_ digits: MNISTParts, _ board: Board) throws {
    board.section("A step against the class")
    board.say(
      """
      One neuron learns to tell sevens from threes: 800 examples, 784 pixels from 0 (paper) to 1 \
      (ink). Now move every pixel a little, by epsilon, up or down, whichever harms most. For one \
      neuron the worst direction can be written down: against the sign of each weight.
      """)
    board.formula("s(x - y eps sign(w)) = s(x) - y eps (|w_1| + |w_2| + ... + |w_784|)")
    let (train, trainSigns) = MNISTParts.threesAndSevens(digits.train)
    let (test, testSigns) = MNISTParts.threesAndSevens(digits.test)
    let reader = LogisticReader(train, trainSigns, steps: board.isQuick ? 150 : 300)
    var random = RandomGenerator(seed: board.seed(of: "signs"))
    let epsilons: [Float] = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3]
    let attacked = epsilons.map {
      reader.error(reader.attacked(test, testSigns, epsilon: $0), testSigns)
    }
    let draws = 20
    let shaken = epsilons.map { epsilon in
      (0..<draws).map { _ in
        reader.error(test + Tensor.randomSigns(like: test, using: &random) * epsilon, testSigns)
      }.reduce(0, +) / Double(draws)
    }
    board.draw(
      Figure(
        "One neuron, 200 test digits", x: "eps, the change of each pixel",
        y: Axis("share read wrongly", range: 0...1), name: "step"
      ) {
        Lines(x: epsilons, y: attacked, name: "against the class")
        Lines(x: epsilons, y: shaken, name: "by the toss of a coin")
      })
    let size: Float = 0.25
    drawPictures(reader, test, testSigns, size, &random, board)

    let place = epsilons.firstIndex(of: size)!
    let sumOfSizes = reader.weights.abs().sum()
    let length = reader.weights.squared().sum().squareRoot()
    board.say(
      """
      With eps = \(size) it errs on \(attacked[place], percent: 1) of the digits, where it erred on \
      \(attacked[0], percent: 1) before. Changes as large, with signs drawn by chance, do almost \
      nothing: \(shaken[place], percent: 1). The sizes of the 784 weights add up to \
      \(sumOfSizes, decimals: 1), and an attack moves the score by eps times that. A random change \
      moves it by about eps times |w|, which is only \(length, decimals: 2). Each pixel changes a \
      little; but there are many, and all pull the same way.
      """)
    let paper: Text = "Goodfellow, Shlens, Szegedy, ICLR 2015, section 5"
    board.claim(
      "fgsm-logistic", "one neuron, 3 against 7, eps = 0.25: error", source: paper,
      published: "1.6 % -> 99 %",
      measured: "\(attacked[0], percent: 1) -> \(attacked[place], percent: 1)",
      gate: "at least 97 % (pixels may leave 0...1)", holds: attacked[place] >= 0.97)
    board.claim(
      "random-signs", "the same size of change with random signs: error", source: paper,
      published: "a control: nothing much",
      measured: "\(shaken[place], percent: 1), mean of \(draws) draws",
      gate: "within 3 points of the clean error", holds: abs(shaken[place] - attacked[0]) <= 0.03)
  }

  private static func drawPictures(
    _ reader: LogisticReader, _ test: Tensor, _ signs: Tensor, _ epsilon: Float,
    _ random: inout RandomGenerator, _ board: Board
  ) {
    // The first three and the first seven.
    let places = [signs.scalars.firstIndex(of: -1)!, signs.scalars.firstIndex(of: 1)!]
    var pictures: [[Float]] = []
    var captions: [Text] = []
    for place in places {
      let (x, y) = (test.rows([place]), signs.rows([place]))
      let attacked = reader.attacked(x, y, epsilon: epsilon)
      let shaken = x + Tensor.randomSigns(like: x, using: &random) * epsilon
      for picture in [x, attacked - x, attacked, shaken] { pictures.append(picture.scalars) }
      captions += [
        answer(reader, x), "the change", answer(reader, attacked), answer(reader, shaken),
      ]
    }
    board.draw(
      Figure(
        "The same size of change, two ways",
        caption: """
          From the left: the digit; the attack; both together; the digit with random signs. Below \
          each what the neuron says.
          """, name: "attack"
      ) {
        ImageGrid(pictures, width: 28, captions: captions, columns: 4, range: 0...1)
      })
  }

  private static func answer(_ reader: LogisticReader, _ x: Tensor) -> Text {
    let seven = Double(reader.scores(x).sigmoid().sum())
    return seven >= 0.5 ? "7: \(seven, percent: 0)" : "3: \(1 - seven, percent: 0)"
  }
}
