import Experiments
import LessonKit
import MiniTensor

extension Lesson17 {
  /// The readers of section 2, for later sections.
  struct Readers {
    let plain: Reader
    let hardened: Reader
  }

  /// Three kinds of network under attack, and one that was trained under fire.
  static func attackReaders(_ digits: MNISTParts, _ board: Board) -> Readers {
    board.section("Ten digits, three networks, and one hardened")
    let epsilon = Float(board.options.number("epsilon"))
    board.say(
      """
      Networks are not straight. But made of ReLU units they are straight piece by piece, and \
      backpropagation does not stop at the weights: it gives the slope of the loss by every pixel. \
      One step uphill, of size eps in each pixel, is the fast gradient sign method. Many small \
      steps, each brought back into the box of size eps around the digit, are stronger.
      """)
    board.formula(
      """
      one step      x~ = x + eps sign(dL/dx)
      many steps    x~ <- the nearest to x~ + eps/4 sign(dL/dx) with abs(x~ - x) <= eps
      """)
    board.say(
      """
      The cure that suggests itself: attack the network while it learns. Half of its loss is that \
      of digits that were attacked a moment before, with its own weights of that moment.
      """)
    let epochs = board.isQuick ? 4 : 15
    let plans: [(kind: Reader.Kind, epsilon: Float?, epochs: Int)] = [
      (.dense, nil, epochs), (.dense, epsilon, epochs), (.convolutional, nil, epochs / 2),
      (.straight, nil, epochs),
    ]
    let ticks = plans.map(\.epochs).reduce(0, +)
    let trained = board.progress("learning to read", total: ticks, unit: "epochs") { tick in
      concurrently(plans.count, seed: board.seed(of: "readers"), tick: { tick() }) {
        number, random, tick in
        let reader = Reader(plans[number].kind, using: &random)
        reader.learn(
          digits.train.images, digits.train.labels, epochs: plans[number].epochs,
          epsilon: plans[number].epsilon, using: &random, tick: tick)
        return Trained(reader: reader)
      }
    }.map(\.reader)
    claimStraight(trained[3], digits, board)
    let names: [Text] = ["784-100-10", "784-100-10, hardened", "convolutional", "784-10, straight"]
    let trials = zip(names, trained).map {
      Trial($0, $1, against: trained[0], digits, epsilon, board)
    }
    show(trials, epsilon, board)
    drawSlopes(trained, digits, board)
    claimHardening(trials, epsilon, board)
    return Readers(plain: trained[0], hardened: trained[1])
  }

  /// How one reader fares with digits that were changed by at most epsilon a pixel.
  private struct Trial {
    let name: Text
    let clean: Double
    /// Random signs.
    let shaken: Double
    /// One step, many steps.
    let step: Double
    let steps: Double
    /// Digits made to fool another network.
    let borrowed: Double

    init(
      _ name: Text, _ reader: Reader, against other: Reader, _ digits: MNISTParts,
      _ epsilon: Float, _ board: Board
    ) {
      self.name = name
      let (x, y) = (digits.test.images, digits.test.labels)
      // The same signs for every reader.
      var random = RandomGenerator(seed: board.seed(of: "shaken"))
      let noise = Tensor.randomSigns(like: x, using: &random) * epsilon
      clean = reader.error(x, y)
      shaken = reader.error((x + noise).clamped(to: 0...1), y)
      step = reader.error(fastGradientStep(reader, x, y, epsilon: epsilon), y)
      steps = reader.error(projectedSteps(reader, x, y, epsilon: epsilon), y)
      borrowed = reader.error(fastGradientStep(other, x, y, epsilon: epsilon), y)
    }
  }

  private static func show(_ trials: [Trial], _ epsilon: Float, _ board: Board) {
    board.table(
      ["error on 1,000 digits", "clean", "random signs", "one step", "ten steps", "borrowed"],
      trials.map { trial in
        [
          trial.name, "\(trial.clean, percent: 1)", "\(trial.shaken, percent: 1)",
          "\(trial.step, percent: 1)", "\(trial.steps, percent: 1)",
          "\(trial.borrowed, percent: 1)",
        ]
      }, title: "eps = \(epsilon), pixels kept between 0 and 1")
    board.say(
      """
      "Borrowed" are digits made to fool the first network, shown to the others. They fool networks \
      that were never seen, though not all as well: whoever hides the weights is not safe. Training \
      under attack helps much, costs twice the work, and is no cure: the hardened network still errs \
      on \(trials[1].steps, percent: 0) after ten steps, and it was hardened for this size of change \
      and for no other.
      """)
  }

  /// What each network listens to: the slope of the loss by the pixels of three digits.
  private static func drawSlopes(_ trained: [Reader], _ digits: MNISTParts, _ board: Board) {
    let rows = [3, 7, 8].map { digit in digits.test.labels.firstIndex(of: digit)! }
    let labels = rows.map { digits.test.labels[$0] }
    let x = digits.test.images.rows(rows)
    func normalised(_ reader: Reader) -> [[Float]] {
      inputGradient(reader, x, labels).scalarRows.map { row in
        let largest = max(row.map(abs).max()!, 1e-20)
        return row.map { $0 / largest }
      }
    }
    board.draw(
      Figure(
        "What would hurt most",
        caption: """
          Above three digits; in the middle the slope of the loss by each pixel for the plain \
          network, below for the hardened one.
          """, name: "slopes"
      ) {
        ImageGrid(
          x.scalarRows + normalised(trained[0]) + normalised(trained[1]), width: 28, columns: 3,
          range: 0...1)
      })
  }

  private static func claimStraight(_ reader: Reader, _ digits: MNISTParts, _ board: Board) {
    let (x, y) = (digits.test.images, digits.test.labels)
    let attacked = fastGradientStep(reader, x, y, epsilon: 0.25, range: nil)
    let probabilities = reader.logits(attacked).softmax()
    let read = probabilities.argmax(axis: 1)
    let wrong = y.indices.filter { read[$0] != y[$0] }
    let confidence = probabilities.max(axis: 1)
    let mean = wrong.map { Double(confidence[$0]) }.reduce(0, +) / Double(max(1, wrong.count))
    let error = Double(wrong.count) / Double(y.count)
    board.claim(
      "fgsm-softmax", "softmax regression, ten digits, eps = 0.25: error, confidence when wrong",
      source: "Goodfellow, Shlens, Szegedy, ICLR 2015, section 4",
      published: "99.9 % at 79.3 %", measured: "\(error, percent: 1) at \(mean, percent: 1)",
      gate: "error at least 99 %", holds: error >= 0.99)
  }

  private static func claimHardening(_ trials: [Trial], _ epsilon: Float, _ board: Board) {
    let (plain, hardened) = (trials[0], trials[1])
    let measured: Text = """
      \(plain.step, percent: 1) -> \(hardened.step, percent: 1); clean \(plain.clean, percent: 1) -> \
      \(hardened.clean, percent: 1)
      """
    let statement: Text = "784-100-10 trained under attack, eps = 0.1: error under attack"
    let source: Text = "Goodfellow, Shlens, Szegedy, ICLR 2015, section 6"
    if epsilon == 0.1 {
      board.claim(
        "hardening", statement, source: source, published: "89.4 % -> 17.9 % (maxout, eps 0.25)",
        measured: measured, gate: "at most half, clean error within 2 points",
        holds: hardened.step <= plain.step / 2 && abs(hardened.clean - plain.clean) <= 0.02,
        notQuick: "4 epochs with --quick")
      let (shift, harm) = (abs(plain.shaken - plain.clean), plain.step - plain.clean)
      board.claim(
        "noise", "random signs of the same size, plain network: how much the error changes",
        source: "this course", published: "a control: little",
        measured: """
          \(100 * shift, decimals: 1) points, the attack \(100 * harm, decimals: 1)
          """, gate: "at most a tenth of what the attack does", holds: shift <= harm / 10,
        notQuick: "4 epochs with --quick")
    } else {
      board.ungatedClaim(
        "hardening", statement, source: source, published: "89.4 % -> 17.9 % (maxout, eps 0.25)",
        measured: measured, reason: "another --epsilon")
    }
  }
}
