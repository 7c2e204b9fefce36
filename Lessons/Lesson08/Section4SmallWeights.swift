import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// Nielsen's experiment: a thousand digits, four hundred epochs, with and without L2.
  static func keepWeightsSmall(_ board: Board) throws {
    board.section("Small weights")
    board.say(
      """
      A curve that swings wildly needs large weights. So add their squares to the loss, and a \
      large weight must earn its keep. The gradient of lambda w^2 / 2n is lambda w / n: in each \
      step every weight first shrinks by the same factor. Hence the name weight decay. Biases are \
      spared; a large bias bends nothing.
      """)
    board.formula(
      """
      L = L0 + lambda / (2 n)  sum of w^2
      w <- (1 - eta lambda / n) w - eta dL0/dw
      b <- b - eta dL0/db
      """)
    board.say(
      """
      Michael Nielsen's book shows it on 1,000 digits: 784-30-10 sigmoids, cross-entropy, eta 0.5, \
      batches of 10, 400 epochs, lambda 0.1. At first every weight is drawn from N(0, 1). We add a \
      second beginning, N(0, 1 / inputs), which he recommends a few pages later.
      """)
    let epochs = board.isQuick ? 40 : 400
    let runs = try smallWeightRuns(board, epochs: epochs)
    show(runs, board)
    claimGains(runs, epochs, board)
  }

  /// One of the four runs.
  struct DecayRun: Sendable {
    let spread: SigmoidNetwork.Spread
    let decays: Bool
    var epochs: [Int] = []
    var accuracy: [Double] = []
    var loss: [Double] = []
    var trainAccuracy = 0.0
    var network: SigmoidNetwork

    var last: Double { accuracy.last! }
  }

  private static func smallWeightRuns(_ board: Board, epochs: Int) throws -> [DecayRun] {
    var generator = RandomGenerator(seed: board.seed)
    let digits = ThousandDigits(try MNIST.load(), using: &generator)
    let start = generator  // the same weights and the same order for both runs of a pair
    let interval = epochs / 40
    let (rate, lambda) = (Float(board.setting("learning-rate")), Float(board.setting("lambda")))
    return board.progress("four networks", total: 4 * 40, unit: "looks") { tick in
      concurrently(4, seed: board.seed, tick: { tick() }) { number, _, tick in
        var generator = start
        let network = SigmoidNetwork(
          [784, 30, 10], number < 2 ? .large : .small, using: &generator)
        var run = DecayRun(
          spread: number < 2 ? .large : .small, decays: number % 2 == 1, network: network)
        let targets = digits.train.oneHotLabels
        for epoch in 1...epochs {
          for batch in digits.train.batches(of: 10, using: &generator) {
            run.network.step(
              digits.train.images.rows(batch), targets: targets.rows(batch), learningRate: rate,
              decay: run.decays ? lambda / 1000 : 0)
          }
          guard epoch % interval == 0 else { continue }
          let output = run.network(digits.test.images)
          run.epochs.append(epoch)
          run.accuracy.append(accuracy(output, digits.test.labels))
          run.loss.append(
            SigmoidNetwork.crossEntropy(output, targets: digits.test.oneHotLabels))
          tick()
        }
        run.trainAccuracy = accuracy(
          run.network(digits.train.images), digits.train.labels)
        return run
      }
    }
  }
}
