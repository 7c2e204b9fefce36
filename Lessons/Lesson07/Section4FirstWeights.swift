import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson07 {
  /// Thirty layers: the spread of the first weights decides whether they learn.
  static func beginWell(_ board: Board) throws {
    board.section("Where to begin")
    board.say(
      """
      All weights zero is no beginning: all neurons of a layer would be the same for ever. So \
      draw them at random; but how large? A layer adds up n products. If the weights have \
      variance 1 / n, the sums are as large as what came in. A ReLU then throws half of it away, \
      and after thirty layers 2^-30 is left, a billionth. He and his colleagues doubled the \
      variance, and thirty layers learned.
      """)
    board.formula(
      """
      Glorot 2010   Var(w) = 2 / (inputs + outputs)
      He 2015       Var(w) = 2 / inputs              for layers with ReLU
      """)
    sendSignals(board)
    try trainThirtyLayers(board)
  }

  // MARK: - The signal before any learning

  private static func sendSignals(_ board: Board) {
    let (depth, width) = (board.wholeSetting("layers"), board.wholeSetting("width"))
    let tries: [(name: Text, first: FirstWeights, activation: Activation)] = [
      ("He, ReLU", .he, .relu), ("Glorot, ReLU", .glorot, .relu),
      ("twice He, ReLU", .tooLarge, .relu), ("Glorot, tanh", .glorot, .tanh),
    ]
    let sizes = tries.map {
      signalSizes($0.first, $0.activation, depth: depth, width: width, seed: board.seed)
    }
    board.draw(
      Figure("The signal through \(depth) layers", name: "signal") {
        Panel(
          "forward: what each layer passes on", x: "layer", y: .logarithmic("mean square")
        ) {
          for (attempt, size) in zip(tries, sizes) {
            Lines(x: 0...depth, y: [1] + size.forward, name: attempt.name)
          }
        }
        Panel(
          "backward: the gradient that arrives", x: "layer", y: .logarithmic("mean square")
        ) {
          for (attempt, size) in zip(tries, sizes) {
            Lines(x: 1...depth, y: size.backward, name: attempt.name)
          }
        }
      })
    let ratios = sizes.map { log2($0.forward.last!) }
    board.table(
      ["first weights", "\(depth) layers later", "as a power of 2"],
      tries.indices.map { i in
        [tries[i].name, "\(sizes[i].forward.last!, significant: 2)", "\(ratios[i], decimals: 1)"]
      }, title: "The mean square of the signal, 1 at the entrance, layers of \(width):")
    board.say(
      """
      Glorot's rule was made for tanh, and there it does well: the smaller the signal, the more \
      nearly a tanh passes on what it gets. It is the ReLU that halves it. A gradient on its way \
      down meets the same weights, and shrinks or grows as the signal did on its way up.
      """)
    board.claim(
      "signal-he", "30 ReLU layers, He: the signal stays as large as it came",
      source: "He et al., Delving deep into rectifiers, ICCV 2015", published: "about 1 = 2^0",
      measured: "2^\(ratios[0], decimals: 1)", gate: "log2 within 6 of 0",
      holds: abs(ratios[0]) <= 6)
    board.claim(
      "signal-glorot", "30 ReLU layers, Glorot: half of it is lost in every layer",
      source: "He et al., Delving deep into rectifiers, ICCV 2015", published: "about 2^-30",
      measured: "2^\(ratios[1], decimals: 1)", gate: "log2 within 6 of -30",
      holds: abs(ratios[1] + 30) <= 6)
  }

  /// The mean square of each layer's signal, and of the gradient that arrives there.
  ///
  /// Noise of mean square 1 goes in at the bottom, and a gradient of mean square 1 at the top.
  private static func signalSizes(
    _ first: FirstWeights, _ activation: Activation, depth: Int, width: Int, seed: UInt64
  ) -> (forward: [Float], backward: [Float]) {
    var generator = RandomGenerator(seed: seed)
    let network = DeepNetwork(
      depth: depth, width: width, inputs: width, first, activation: activation, using: &generator)
    let noise = Tensor.normal([128, width], using: &generator)  // [batch, width]
    let signals = network.signals(noise)
    for signal in signals { signal.keepsGradient = true }
    signals.last!.backward(from: .normal([128, width], using: &generator))
    return (
      signals.map { $0.value.squared().mean() }, signals.map { $0.gradient!.squared().mean() }
    )
  }

  // MARK: - Learning

  /// One way to begin and to step, and the rates that it may choose from.
  private struct Attempt {
    let name: Text
    let first: FirstWeights
    let rates: [Float]
    let optimizer: ([Variable], _ learningRate: Float) -> Optimizer
  }

  /// The loss before training and after each epoch, and the test digits read in the end.
  private struct Run {
    let rate: Float
    var losses: [Float]
    var accuracy: Float

    /// The last loss; what is not a number never wins.
    var end: Float { losses.last!.isNaN ? .infinity : losses.last! }
  }

  private static func trainThirtyLayers(_ board: Board) throws {
    let digits = try Digits.load()
    let depth = board.wholeSetting("layers")
    let epochs = board.isQuick ? 5 : 15
    let rates: [Float] = board.isQuick ? [0.01, 0.03] : [0.003, 0.01, 0.03, 0.1, 0.3]
    let attempts = [
      Attempt(name: "He, SGD", first: .he, rates: rates) { SGD($0, learningRate: $1) },
      Attempt(name: "Glorot, SGD", first: .glorot, rates: rates) { SGD($0, learningRate: $1) },
      Attempt(name: "Glorot, Adam", first: .glorot, rates: [0.001]) {
        MiniTensor.Adam($0, learningRate: $1)
      },
    ]
    let total = attempts.reduce(0) { $0 + $1.rates.count } * epochs
    let runs = board.progress("training \(depth) layers", total: total, unit: "epochs") { tick in
      attempts.map { attempt in
        attempt.rates.map {
          train(attempt, depth: depth, rate: $0, on: digits, epochs: epochs, seed: board.seed) {
            tick()
          }
        }.min { $0.end < $1.end }!
      }
    }
    board.draw(
      Figure(
        "\(depth) ReLU layers learn to read, or not",
        caption: "log 10 = 2.303 is the loss of one who knows nothing.", x: "epoch",
        y: Axis("training loss", range: 0...2.6), name: "thirty-layers"
      ) {
        for (attempt, run) in zip(attempts, runs) {
          Lines(x: 0...epochs, y: run.losses, name: attempt.name)
        }
      })
    board.table(
      ["beginning and rule", "best of", "best eta", "training loss", "test digits right"],
      zip(attempts, runs).map { attempt, run in
        [
          attempt.name, "\(attempt.rates.count)", "\(run.rate)",
          "\(run.losses.last!, decimals: 3)", "\(run.accuracy, percent: 1)",
        ]
      }, title: "Layers of 64, batches of 64, after \(epochs) epochs:")
    board.say(
      """
      With Glorot's weights and plain descent nothing moves, at no rate: a billionth of a signal \
      meets a billionth of a gradient. Adam divides the gradient by its own size, so it can creep \
      out of this. But a good beginning costs nothing.
      """)
    claimTraining(he: runs[0], glorot: runs[1], board)
  }

  private static func train(
    _ attempt: Attempt, depth: Int, rate: Float, on digits: TrainTest<ImageSet>, epochs: Int,
    seed: UInt64,
    tick: () -> Void
  ) -> Run {
    var generator = RandomGenerator(seed: seed)
    let network = DeepNetwork(
      depth: depth, width: 64, inputs: 64, attempt.first, using: &generator)
    let trainer = Trainer(
      logits: network.logits, optimizer: attempt.optimizer(network.parameters, rate))
    var run = Run(rate: rate, losses: [trainer.loss(on: digits.train)], accuracy: 0)
    for _ in 0..<epochs {
      trainer.epoch(on: digits.train, batchSize: 64, using: &generator)
      run.losses.append(trainer.loss(on: digits.train))
      tick()
    }
    run.accuracy = trainer.accuracy(on: digits.test)
    return run
  }

  private static func claimTraining(he: Run, glorot: Run, _ board: Board) {
    let source: Text = "He et al., Delving deep into rectifiers, ICCV 2015, figure 3"
    board.claim(
      "he-trains", "30 ReLU layers from He's weights learn by plain descent", source: source,
      published: "converges",
      measured: "loss \(he.end, decimals: 2), \(he.accuracy, percent: 1) right",
      gate: "loss below 1", holds: he.end < 1,
      notQuick: "too few epochs with --quick")
    board.claim(
      "glorot-stalls", "30 ReLU layers from Glorot's weights stall", source: source,
      published: "stalls",
      measured: "loss \(glorot.end, decimals: 3), \(glorot.accuracy, percent: 1) right",
      gate: "loss still within 0.05 of log 10, at every rate",
      holds: abs(glorot.end - 2.3026) < 0.05)
  }
}
