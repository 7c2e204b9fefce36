import ExerciseKit

extension Checks02 {
  /// What a trained neuron and its training look like.
  private typealias Trained = (weights: [Float], bias: Float, mistakes: [Int])
  /// Exercise 2.3.
  static let training = Check(
    "2.3", "Train until it is right", difficulty: 2, minutes: 25,
    file: "Training.swift", chapter: "02-perceptron.md", section: "Two flowers",
    hints: [
      "There are two loops: one over the epochs, and inside it one over the examples.",
      "The count of an epoch begins at 0 inside the outer loop; weights and bias begin outside.",
      """
      repeat { ... } while lets you note the count of an epoch first and decide afterwards: go \
      on while that count is not 0 and fewer than epochLimit counts are noted.
      """,
    ],
    parts: [
      Part("examples that a line can part", points: 2, separable),
      Part("stopping at the limit", points: 2, limited),
    ],
    mistakes: [
      trained.mistake("the weights begin anew in every epoch: set them to 0 once, before the loops")
      {
        run($0, $1, $2, $3, $4, forgets: true)
      },
      trained.mistake("the epoch without mistakes is missing from the list: its 0 belongs to it") {
        let full = run($0, $1, $2, $3, $4)
        return (full.weights, full.bias, full.mistakes.filter { $0 > 0 })
      },
      trained.mistake(
        "yours goes on after an epoch without mistakes: there is nothing left to learn"
      ) {
        run($0, $1, $2, $3, $4, stopsWhenRight: false)
      },
      trained.mistake("each number counts the mistakes since the beginning: begin every epoch at 0")
      {
        let full = run($0, $1, $2, $3, $4)
        var sum = 0
        return (
          full.weights, full.bias,
          full.mistakes.map {
            sum += $0; return sum
          }
        )
      },
      trained.mistake("the corrections wait until the epoch is over: move right after each mistake")
      {
        run($0, $1, $2, $3, $4, waits: true)
      },
      trained.mistake("yours leaves the epoch after its first mistake: it shows all examples") {
        run($0, $1, $2, $3, $4, leavesEarly: true)
      },
      trained.mistake("label and answer are exchanged in the call of update") {
        x, y, limit, predict, update in
        run(x, y, limit, predict, Update("") { update($0, $1, $2, $4, $3) })
      },
      trained.mistake("the weights begin at 1 in yours: everything begins at 0") {
        run($0, $1, $2, $3, $4, begin: 1)
      },
      trained.mistake("the weights never move: keep what update returns") {
        x, y, limit, predict, update in
        run(x, y, limit, predict, Update("") { w, b, _, _, _ in (w, b) })
      },
      trained.mistake("one weight a feature: yours has one an example") {
        run($0, $1, $2, $3, $4, width: $0.count)
      },
      trained.mistake("yours runs one epoch more than epochLimit allows") {
        run($0, $1, $2 + 1, $3, $4)
      },
      trained.mistake(
        "no line is right about these examples, so yours never stops: mind epochLimit"
      ) { x, y, limit, predict, update in
        let full = run(x, y, limit + 1, predict, update)
        if full.mistakes.count > limit { throw NeverEnds() }
        return full
      },
    ])

  private typealias Predict = Callback<[Float], Float, [Float], Float>
  private typealias Update = Callback<
    [Float], Float, [Float], Float, Float, (weights: [Float], bias: Float)
  >

  private static let trained = Function("trained(on:labels:epochLimit:predict:update:)") {
    (x: [[Float]], y: [Float], limit: Int, predict: Predict, update: Update) in
    run(x, y, limit, predict, update)
  }

  @Sendable private static func separable(_ judge: Judge) {
    ask(judge, x: [[1], [3]], y: [-1, +1], limit: 20)
    ask(judge, x: [[2, 1], [-1, 0.5], [0, -2]], y: [+1, -1, -1], limit: 50)
    ask(judge, x: [[4]], y: [+1], limit: 3)
    // More features than examples; and fewer.
    ask(judge, x: [[1, 2, 3], [2, 1, 0]], y: [+1, +1], limit: 5)
    ask(judge, x: [[1, -2, 3], [2, 1, 0]], y: [-1, +1], limit: 30)
    let (count, width) = (judge.generator.count(8...14), judge.generator.count(2...5))
    let x = judge.generator.rows(count, width)
    // Far enough from x0 = x1 that rounding decides nothing.
    let apart = x.map { [$0[0] + ($0[0] > $0[1] ? 0.25 : -0.25)] + $0.dropFirst() }
    ask(judge, x: apart, y: apart.map { $0[0] > $0[1] ? 1 : -1 }, limit: 1000)
  }

  @Sendable private static func limited(_ judge: Judge) {
    ask(judge, x: [[0, 0], [0, 1], [1, 0], [1, 1]], y: [-1, +1, +1, -1], limit: 9)
    ask(judge, x: [[1], [3]], y: [-1, +1], limit: 2)
    ask(judge, x: [[1], [3]], y: [-1, +1], limit: 1)
    let rows = judge.generator.rows(judge.generator.count(4...8), 2)
    let x = rows.map { $0.map { ($0 * 8).rounded() / 8 } }
    ask(judge, x: x + x, y: x.map { _ in 1 } + x.map { _ in -1 }, limit: 4)
  }

  private static func ask(_ judge: Judge, x: [[Float]], y: [Float], limit: Int) {
    judge.ask(
      trained, x, y, limit, Predict("predicted", predict),
      Update(
        """
        { updated(weights: $0, bias: $1, x: $2, label: $3, predicted: $4, learningRate: 0.5) }
        """, update))
  }

  @Sendable private static func predict(_ w: [Float], _ b: Float, _ x: [Float]) -> Float {
    product(w, x) + b >= 0 ? 1 : -1
  }

  @Sendable private static func update(
    _ w: [Float], _ b: Float, _ x: [Float], _ y: Float, _ predicted: Float
  ) -> (weights: [Float], bias: Float) {
    let step = 0.5 * (y - predicted)
    return (zip(w, x).map { $0 + step * $1 }, b + step)
  }

  /// Trains, with some of the ways to get it wrong.
  private static func run(
    _ x: [[Float]], _ y: [Float], _ limit: Int, _ predict: Predict, _ update: Update,
    forgets: Bool = false, stopsWhenRight: Bool = true, waits: Bool = false,
    leavesEarly: Bool = false, begin: Float = 0, width: Int? = nil
  ) -> Trained {
    let nothing = [Float](repeating: begin, count: width ?? x[0].count)
    var (w, b, mistakes) = (nothing, Float(0), [Int]())
    while mistakes.count < limit, !(stopsWhenRight && mistakes.last == 0) {
      if forgets { (w, b) = (nothing, 0) }
      let before = (w, b)
      var wrong = 0
      for (example, label) in zip(x, y) {
        let answer = waits ? predict(before.0, before.1, example) : predict(w, b, example)
        guard answer != label else { continue }
        wrong += 1
        (w, b) = update(w, b, example, label, answer)
        if leavesEarly { break }
      }
      mistakes.append(wrong)
    }
    return (w, b, mistakes)
  }
}
