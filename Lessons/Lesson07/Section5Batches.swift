import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson07 {
  /// How many examples make a step, and how the steps should shorten.
  static func chooseHowMany(_ board: Board) throws {
    board.section("How many at a time, and ever shorter steps")
    board.say(
      """
      The loss is a mean over all examples. Must one look at all \(3823, grouped: true) digits to \
      take one step? A slope from 32 of them points roughly the same way and costs a hundredth. \
      One can even step after every single digit, as the perceptron did: the slope is then mostly \
      noise, but noise has mean zero.
      """)
    let digits = try Digits.load()
    compareBatches(digits, board)
    board.say(
      """
      Noise has a price. Near the minimum the true slope vanishes and the noise does not, so a \
      constant rate never comes to rest. Robbins and Monro showed in 1951 how short the steps must \
      get: the rates must add up to infinity, so that every place can be reached, and their \
      squares to something finite, so that the noise dies out. 1 / t does both.
      """)
    board.formula(
      """
      x <- x - eta (x - sample)    sample: the minimum and noise, variance 1
      eta constant   the variance of x settles at eta / (2 - eta)
      eta = 1 / t    the variance of x is 1 / t, and falls for ever
      """)
    measureTheFloor(board)
    compareSchedules(digits, board)
  }

  // MARK: - Batches

  private struct Attempt {
    let name: Text
    let size: Int
    let rates: [Float]
  }

  private static func compareBatches(_ digits: TrainTest<ImageSet>, _ board: Board) {
    let epochs = board.isQuick ? 3 : 10
    let attempts = [
      Attempt(name: "all 3,823 (batch)", size: digits.train.count, rates: [0.1, 0.3, 1, 3]),
      Attempt(name: "32 (mini-batch)", size: 32, rates: [0.03, 0.1, 0.3, 1]),
      Attempt(name: "1 (stochastic)", size: 1, rates: [0.003, 0.01, 0.03]),
    ]
    let total = attempts.reduce(0) { $0 + $1.rates.count } * epochs
    let runs = board.progress("batch sizes", total: total, unit: "epochs") { tick in
      attempts.map { attempt in
        attempt.rates.map { rate in
          let losses = history(
            digits.train, batchSize: attempt.size, rate: rate, epochs: epochs, seed: board.seed
          ) { tick() }
          return (rate: rate, losses: losses)
        }.min { lateLoss($0.losses) < lateLoss($1.losses) }!
      }
    }
    board.draw(
      Figure(
        "Loss against examples seen", caption: "Each with the best of three or four rates.",
        x: "examples seen, in epochs", y: .logarithmic("training loss"), name: "batches"
      ) {
        for (attempt, run) in zip(attempts, runs) {
          Lines(x: 0...epochs, y: run.losses, name: attempt.name)
        }
      })
    board.table(
      ["digits a step", "best eta", "steps", "training loss"],
      zip(attempts, runs).map { attempt, run in
        let steps = epochs * ((digits.train.count + attempt.size - 1) / attempt.size)
        return [
          attempt.name, "\(run.rate)", "\(steps, grouped: true)",
          "\(run.losses.last!, significant: 2)",
        ]
      }, title: "After \(epochs) epochs:")
    board.say(
      """
      The mini-batch gets nearly as far as single digits do, with one step where they need 32: a \
      matrix product of 32 rows costs far less than 32 products of one row. That is why everybody \
      uses it.
      """)
    let (whole, mini) = (runs[0].losses.last!, runs[1].losses.last!)
    board.claim(
      "mini-batch", "digits: 32 a step get further than all a step, after as many examples",
      source: "Bottou and Bousquet, The tradeoffs of large scale learning, 2008",
      published: "noisy steps win",
      measured: "loss \(mini, significant: 2) against \(whole, significant: 2)",
      gate: "at most half the loss", holds: mini <= whole / 2)
  }

  /// The mean of the last three losses, by which a rate is chosen: one epoch can be lucky.
  private static func lateLoss(_ losses: [Float]) -> Float {
    let mean = losses.suffix(3).reduce(0, +) / 3
    return mean.isNaN ? .infinity : mean
  }

  /// The training loss before the first epoch and after each.
  private static func history(
    _ set: ImageSet, batchSize: Int, rate: Float, epochs: Int, seed: UInt64, tick: () -> Void
  ) -> [Float] {
    var generator = RandomGenerator(seed: seed)
    let trainer = Trainer(reader: seed) { SGD($0, learningRate: rate) }
    return [trainer.loss(on: set)]
      + (0..<epochs).map { _ in
        trainer.epoch(on: set, batchSize: batchSize, using: &generator)
        tick()
        return trainer.loss(on: set)
      }
  }

  // MARK: - The floor

  /// One number that follows noisy samples of its minimum, many times over.
  private static func measureTheFloor(_ board: Board) {
    let (walkers, steps, rate) = (4000, 1000, 0.1 as Float)
    func variances(_ learningRate: (Int) -> Float) -> [Float] {
      var generator = RandomGenerator(seed: board.seed)
      var x = [Float](repeating: 3, count: walkers)
      return (1...steps).map { t in
        let eta = learningRate(t)
        for i in x.indices { x[i] -= eta * (x[i] - generator.normal()) }
        return x.reduce(0) { $0 + $1 * $1 } / Float(walkers)
      }
    }
    let constant = variances { _ in rate }
    let falling = variances { 1 / Float($0) }
    let floor = rate / (2 - rate)
    board.draw(
      Figure(
        "A constant rate trembles, a falling one comes to rest",
        caption: "The mean of \(walkers, grouped: true) walkers that start at 3.",
        x: .logarithmic("step"), y: .logarithmic("mean of x^2"), name: "floor"
      ) {
        Lines(x: 1...steps, y: constant, name: "eta = 0.1")
        Lines(x: 1...steps, y: falling, name: "eta = 1 / t")
        Lines.horizontal(at: floor, name: "0.1 / 1.9", style: .dotted)
      })
    board.claim(
      "noise-floor", "a constant rate of 0.1 trembles with variance eta / (2 - eta)",
      source: "Robbins and Monro, A stochastic approximation method, 1951; chapter",
      published: "\(floor, decimals: 4)", measured: "\(constant.last!, decimals: 4)",
      gate: "within 15 %", holds: abs(constant.last! / floor - 1) <= 0.15)
    board.claim(
      "falling-rate", "a rate of 1 / t comes to rest: variance 1 / t",
      source: "Robbins and Monro, A stochastic approximation method, 1951",
      published: "\(1 / Float(steps), decimals: 4) at t = \(steps, grouped: true)",
      measured: "\(falling.last!, decimals: 5)", gate: "within 15 %",
      holds: abs(falling.last! * Float(steps) - 1) <= 0.15)
  }

  // MARK: - Schedules on digits

  private static func compareSchedules(_ digits: TrainTest<ImageSet>, _ board: Board) {
    let epochs = board.isQuick ? 4 : 12
    let (size, rate) = (8, 0.3 as Float)
    let stepsPerEpoch = (digits.train.count + size - 1) / size
    let steps = epochs * stepsPerEpoch
    let schedules: [(name: Text, schedule: LearningRateSchedule)] = [
      ("constant", .constant),
      ("a tenth, twice", .step(every: steps / 3 + 1)),
      ("warm-up and cosine", .cosine(steps: steps - steps / 10).warmedUp(over: steps / 10)),
    ]
    let runs = board.progress("schedules", total: schedules.count * epochs, unit: "epochs") {
      tick in
      schedules.map { entry -> (losses: [Float], accuracy: Float) in
        var generator = RandomGenerator(seed: board.seed)
        let trainer = Trainer(reader: board.seed) { SGD($0, learningRate: rate) }
        var step = 0
        let losses = (0..<epochs).map { _ in
          for batch in digits.train.batches(of: size, using: &generator) {
            trainer.optimizer.learningRate = rate * entry.schedule(step)
            trainer.step(
              on: digits.train.images.rows(batch), labels: batch.map { digits.train.labels[$0] })
            step += 1
          }
          tick()
          return trainer.loss(on: digits.train)
        }
        return (losses, trainer.accuracy(on: digits.test))
      }
    }
    board.draw(
      Figure("Three schedules on digits", name: "schedules") {
        Panel("the rate", x: "epoch", y: "eta") {
          for entry in schedules {
            let samples = stride(from: 0, to: steps, by: max(1, steps / 200))
            Lines(
              x: samples.map { Float($0) / Float(stepsPerEpoch) },
              y: samples.map { rate * entry.schedule($0) }, name: entry.name)
          }
        }
        Panel("the loss", x: "epoch", y: .logarithmic("training loss")) {
          for (entry, run) in zip(schedules, runs) {
            Lines(x: 1...epochs, y: run.losses, name: entry.name)
          }
        }
      })
    board.table(
      ["schedule", "training loss", "test digits right"],
      zip(schedules, runs).map { entry, run in
        [entry.name, "\(run.losses.last!, significant: 2)", "\(run.accuracy, percent: 1)"]
      }, title: "Batches of \(size), eta = \(rate), \(epochs) epochs:")
    board.say(
      """
      Here the constant rate is not punished as it was above: this network can fit every digit, \
      and where all examples agree the noise is gone. What a falling rate buys is a quiet end: \
      the last step is as good as any, while the constant curve jumps, and one stops where luck \
      has it.
      """)
    board.ungatedClaim(
      "decay-digits", "digits: a falling rate against a constant one",
      source: "Loshchilov and Hutter, SGDR, ICLR 2017", published: "lower",
      measured: """
        loss \(runs[1].losses.last!, significant: 2), \(runs[2].losses.last!, significant: 2) \
        against \(runs[0].losses.last!, significant: 2)
        """,
      reason: "a network that can fit every digit has little noise at its minimum")
  }
}
