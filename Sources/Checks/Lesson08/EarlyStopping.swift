import ExerciseKit

extension Checks08 {
  /// Exercise 8.5.
  static let earlyStopping = Check(
    "8.5", "Early stopping", difficulty: 3, minutes: 30,
    file: "EarlyStopping.swift", chapter: chapter, section: "Early stopping",
    hints: [
      "Three things are remembered: the best loss, its weights, and how long ago that was.",
      "Before the first epoch the best loss is infinite, so that every first epoch improves.",
      """
      After each epoch: a lower loss is noted with its weights, and the count of waiting begins at \
      0 again; otherwise the count grows by 1. Go on while it is below patience.
      """,
    ],
    parts: [
      Part("when the loss turns", points: 3) { judge in
        ask(judge, [0.9, 0.7, 0.8, 0.6, 0.65, 0.7, 0.5], limit: 20, patience: 2)
        ask(judge, [0.9, 0.5, 0.8, 0.6, 0.7, 0.4, 0.45, 0.44, 0.43, 0.42], limit: 20, patience: 4)
        ask(judge, [0.5, 0.4, 0.4, 0.4, 0.3], limit: 9, patience: 2)
        ask(judge, [0.5, 0.495, 0.49, 0.48, 0.5], limit: 9, patience: 1)
        ask(judge, [500, 300, 400], limit: 3, patience: 5)
        ask(judge, [2, 1, 3], limit: 8, patience: 1)
        ask(judge, [0.5, 0.6, 0.7, 0.8, 0.9, 1], limit: 6, patience: 2)
        var losses = judge.generator.floats(12, in: 0.5...1)
        losses[judge.generator.count(2...8)] = 0.4
        ask(judge, losses, limit: 12, patience: 3)
      },
      Part("when it never turns", points: 1) { judge in
        ask(judge, [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], limit: 4, patience: 2)
        ask(judge, [0.9], limit: 1, patience: 5)
        let limit = judge.generator.count(3...9)
        let falling = judge.generator.floats(limit + 2).sorted(by: >)
        ask(judge, falling, limit: limit, patience: judge.generator.count(1...4))
      },
    ],
    mistakes: [
      stopping.mistake("those are the last weights: the ones of the best epoch are wanted") {
        run($0, $1, $2, $3, keepsBest: false)
      },
      stopping.mistake("yours stops at the first epoch that does not improve: be patient") {
        limit, _, train, loss in run(limit, 1, train, loss)
      },
      stopping.mistake("the count of waiting begins anew when an epoch improves: in a row") {
        run($0, $1, $2, $3, resets: false)
      },
      stopping.mistake("yours waits one epoch more than patience") { limit, patience, train, loss in
        run(limit, patience + 1, train, loss)
      },
      stopping.mistake("an improvement beats every epoch so far, not only the one before") {
        run($0, $1, $2, $3, comparesWithLast: true)
      },
      stopping.mistake("an equal loss is no improvement: it has to be lower") {
        run($0, $1, $2, $3, acceptsEqual: true)
      },
      stopping.mistake("yours trains to the limit, however long nothing improves") {
        limit, _, train, loss in run(limit, limit + 1, train, loss)
      },
      stopping.mistake("epochs is how many were trained, not which was the best") {
        run($0, $1, $2, $3, countsBest: true)
      },
      stopping.mistake("a loss that always falls never ends your loop: mind epochLimit") {
        limit, patience, train, loss in
        let result = run(limit + 1, patience, train, loss)
        if result.epochs > limit { throw NeverEnds() }
        return result
      },
    ])

  // MARK: - The function and its questions

  private typealias Train = Callback<[Float]>
  private typealias Loss = Callback<[Float], Float>

  private static let stopping = Function(
    "trainWithEarlyStopping(epochLimit:patience:trainEpoch:validationLoss:)"
  ) { (limit: Int, patience: Int, train: Train, loss: Loss) in run(limit, patience, train, loss) }

  /// Training whose epoch e ends with weights [e, -e] and the validation loss `losses[e - 1]`;
  /// after the last of them the losses fall for ever.
  private static func ask(_ judge: Judge, _ losses: [Float], limit: Int, patience: Int) {
    judge.ask(
      """
      trainWithEarlyStopping(epochLimit: \(limit), patience: \(patience), \
      trainEpoch: { epoch += 1; return [epoch, -epoch] }, \
      validationLoss: { \(losses)[Int($0[0]) - 1] })
      """
    ) { answers in
      var epoch: Float = 0
      let train = Train("{ epoch += 1; return [epoch, -epoch] }") {
        epoch += 1
        return [epoch, -epoch]
      }
      let loss = Loss("{ losses[Int($0[0]) - 1] }") { weights in
        let number = weights.first.map { Int($0) } ?? 1
        return losses.indices.contains(number - 1)
          ? losses[number - 1] : 0.1 / Float(max(number, 1))
      }
      return try answers.value(stopping, limit, patience, train, loss)
    }
  }

  /// Trains, with some of the ways to get it wrong.
  private static func run(
    _ limit: Int, _ patience: Int, _ train: Train, _ loss: Loss,
    keepsBest: Bool = true, resets: Bool = true, comparesWithLast: Bool = false,
    acceptsEqual: Bool = false, countsBest: Bool = false
  ) -> (weights: [Float], epochs: Int) {
    var best: (weights: [Float], loss: Float, epoch: Int) = ([], .infinity, 0)
    var (last, epochs, waited) = ([Float](), 0, 0)
    while epochs < limit, waited < patience {
      last = train()
      epochs += 1
      let now = loss(last)
      if now < best.loss || (acceptsEqual && now == best.loss) {
        best = (last, now, epochs)
        if resets { waited = 0 }
      } else {
        waited += 1
        if comparesWithLast { best.loss = now }
      }
    }
    return (keepsBest ? best.weights : last, countsBest ? best.epoch : epochs)
  }
}
