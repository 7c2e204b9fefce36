import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson10 {
  /// Batch normalisation, on the paper's own experiment.
  static func normaliseBatches(_ board: Board) throws {
    board.section("Set the signal right")
    board.say(
      """
      In lesson 08 we gave every input feature mean 0 and variance 1, because learning is easier \
      then. For the second layer the first is the input; why not do the same there, and at every \
      layer? While the network learns, mean and variance are those of the batch. In use there may \
      be no batch, so running values stand in that followed the batches during training.
      """)
    board.formula(
      """
      mean  = mean of x over the batch          one for every feature
      var   = mean of (x - mean)^2
      y     = scale (x - mean) / sqrt(var + 0.00001) + shift
      """)
    showAgreement(board)
    try raceSigmoids(board)
  }

  /// The library's fused layer and the one written out agree, values and gradients.
  private static func showAgreement(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    let layer = BatchNorm(featureCount: 5)
    layer.scale.value = .normal([5], using: &generator)
    layer.shift.value = .normal([5], using: &generator)
    let x = Variable(Tensor.normal([12, 5], mean: 3, standardDeviation: 2, using: &generator))
    let weights = Tensor.normal([12, 5], using: &generator)
    let fused = layer(x, training: &generator)
    (fused * weights).sum().backward()
    let gradient = x.gradient ?? Tensor(0)
    x.zeroGradient()
    let byHand = batchNormalised(x, scale: layer.scale, shift: layer.shift)
    (byHand * weights).sum().backward()
    let gap = max(
      (fused.value - byHand.value).abs().max(), (gradient - (x.gradient ?? Tensor(0))).abs().max())
    board.note(
      """
      Written out it is five lines (BatchNormByHand.swift); the library does the same in one pass. \
      Largest difference of values and gradients on a random batch: \(Double(gap), significant: 1).
      """)
  }

  private static func raceSigmoids(_ board: Board) throws {
    let mnist = try MNIST.load()
    let rate = Float(board.setting("batch-norm-rate"))
    let (checkpoint, end) = (1000, board.isQuick ? 1000 : 8000)
    board.say(
      """
      The paper's first experiment: MNIST, three hidden layers of 100 sigmoid units, batches of \
      60, plain gradient steps. We take our 4,000 digits to learn from and 1,000 to test on, \
      first weights from N(0, 0.1), rate \(rate).
      """)
    let marks = [0, 100, 200, 300, 500, 700, checkpoint, 2000, 3000, 4000, 6000, 8000].filter {
      $0 <= end
    }
    let runs = board.progress("racing", total: 2 * marks.count, unit: "marks") { tick in
      concurrently(2, seed: board.seed, tick: { tick() }) { number, generator, tick in
        race(
          mnist, normalised: number == 1, marks: marks, learningRate: rate, using: &generator,
          tick: tick)
      }
    }
    board.draw(
      Figure(
        "Test accuracy of the sigmoid network", x: "steps", y: "share right", name: "batch-norm"
      ) {
        Lines(x: marks, y: runs[0], name: "plain")
        Lines(x: marks, y: runs[1], name: "batch normalisation")
      })
    let gain =
      Double(runs[1][marks.firstIndex(of: checkpoint)!])
      - runs[0][marks.firstIndex(of: checkpoint)!]
    let source: Text = "Ioffe and Szegedy, Batch normalization, ICML 2015, section 4.1, figure 1a"
    board.claim(
      "batch-norm-ahead", "3 x 100 sigmoid units: batch normalisation learns sooner",
      source: source, published: "its curve lies above the plain one",
      measured: "\(100 * gain, decimals: 1) points ahead after 1,000 steps",
      gate: "at least 2 points", holds: gain >= 0.02)
    if !board.isQuick {
      board.ungatedClaim(
        "batch-norm-end", "and at the end?", source: source,
        published: "ahead to the end, after 50,000 steps",
        measured: "\(100 * (runs[1].last! - runs[0].last!), decimals: 1) points after 8,000 steps",
        reason: "4,000 digits: both know them by heart, and little is left to gain")
    }
    board.say(
      """
      A sigmoid that gets large sums is flat: it answers 0 or 1 whatever comes, and its derivative \
      is nearly 0. The plain network needs a long time to find its way out. Normalisation keeps \
      the sums where the curve is steep. In the end the plain network learns the digits too: the \
      layer makes learning quick and robust, it does not make the network know more.
      """)
  }

  /// Trains one network step by step and tests it at the marks.
  private static func race(
    _ mnist: TrainTest<ImageSet>, normalised: Bool, marks: [Int], learningRate: Float,
    using generator: inout RandomGenerator, tick: () -> Void
  ) -> [Double] {
    let model = sigmoidNetwork(normalised: normalised, using: &generator)
    let optimizer = SGD(model.parameters, learningRate: learningRate)
    var scores: [Double] = []
    var step = 0
    var order: [[Int]] = []
    for mark in marks {
      while step < mark {
        if order.isEmpty { order = mnist.train.batches(of: 60, using: &generator) }
        let rows = order.removeLast()
        optimizer.zeroGradients()
        softmaxCrossEntropy(
          logits: model(mnist.train.images.rows(rows), training: &generator),
          labels: rows.map { mnist.train.labels[$0] }
        ).backward()
        optimizer.step()
        step += 1
      }
      scores.append(accuracy(of: model, mnist.test.images, mnist.test.labels))
      tick()
    }
    return scores
  }
}
