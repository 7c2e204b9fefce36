import ExerciseKit

extension Checks07 {
  /// The new weights and velocity.
  private typealias Moved = (weights: [Float], velocity: [Float])
  /// Exercise 7.1.
  static let momentum = Check(
    "7.1", "The heavy ball", difficulty: 1, minutes: 15,
    file: "Momentum.swift", chapter: chapter, section: "Momentum",
    replaces: ["SGD"],
    hints: [
      "Work out the velocity first, for every weight by itself. Only then move the weights.",
      "The velocity gains the whole slope g; the learning rate enters when the weight moves.",
      """
      zip(velocity, gradient).map { v, g in ... } gives the new velocities. A second zip, of the \
      weights and those new velocities, gives the new weights.
      """,
    ],
    parts: [
      Part("from rest", points: 1, fromRest),
      Part("rolling", points: 2, rolling),
    ],
    mistakes: [
      momentumStep.mistake(
        "the weights did not move by the new velocity: take up the slope first, then move"
      ) {
        w, v, g, eta, momentum in
        (moved(w, v, eta), rolled(v, g, momentum))
      },
      momentumStep.mistake("the weights go uphill: w loses eta v, and does not gain it") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g, momentum)
        return (moved(w, velocity, -eta), velocity)
      },
      momentumStep.mistake(
        "the old velocity is kept in full: only the share `momentum` of it stays"
      ) {
        w, v, g, eta, _ in
        let velocity = rolled(v, g, 1)
        return (moved(w, velocity, eta), velocity)
      },
      momentumStep.mistake(
        "the slope is weakened to (1 - momentum) g: here the velocity gains all of g"
      ) {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g.map { (1 - momentum) * $0 }, momentum)
        return (moved(w, velocity, eta), velocity)
      },
      momentumStep.mistake(
        "the learning rate is in the velocity already: v gains g, and w then loses eta v"
      ) {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g.map { eta * $0 }, momentum)
        return (moved(w, velocity, 1), velocity)
      },
      momentumStep.mistake("yours returns the velocity as it was, so the ball never gathers speed")
      {
        w, v, g, eta, momentum in
        (moved(w, rolled(v, g, momentum), eta), v)
      },
      momentumStep.mistake("this is plain descent: the old velocity has no effect on the step") {
        w, _, g, eta, _ in
        (moved(w, g, eta), g)
      },
      momentumStep.mistake("the velocity gains the slope, it does not lose it") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g.map { -$0 }, momentum)
        return (moved(w, velocity, eta), velocity)
      },
      momentumStep.mistake("momentum weakens the old velocity only, not the slope") {
        w, v, g, eta, momentum in
        let velocity = zip(v, g).map { momentum * ($0 + $1) }
        return (moved(w, velocity, eta), velocity)
      },
      momentumStep.mistake("the learning rate is missing: w loses eta v") {
        w, v, g, _, momentum in
        let velocity = rolled(v, g, momentum)
        return (moved(w, velocity, 1), velocity)
      },
      momentumStep.mistake("this is Nesterov's variant, which adds g once more: w loses just eta v")
      {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g, momentum)
        return (moved(w, rolled(velocity, g, momentum), eta), velocity)
      },
    ])

  private static let momentumStep = Function(
    "momentumStep(weights:velocity:gradient:learningRate:momentum:)"
  ) { (w: [Float], v: [Float], g: [Float], eta: Float, momentum: Float) -> Moved in
    let velocity = rolled(v, g, momentum)
    return (moved(w, velocity, eta), velocity)
  }

  @Sendable private static func fromRest(_ judge: Judge) {
    judge.ask(momentumStep, [1], [0], [2], 0.5, 0.9)
    judge.ask(momentumStep, [1, -2, 0.5], [0, 0, 0], [3, 0, -4], 0.25, 0.5)
    let (w, g) = (judge.generator.floats(2), judge.generator.floats(2))
    judge.ask(momentumStep, w, [0, 0], g, 0.2, 0.7)
  }

  @Sendable private static func rolling(_ judge: Judge) {
    judge.ask(momentumStep, [1], [2], [2], 0.5, 0.9)
    judge.ask(momentumStep, [0.5, -1], [4, -3], [0, 5], 0.1, 0.75)
    let count = judge.generator.count(2...6)
    let generator = { judge.generator.floats(count) }
    judge.ask(momentumStep, generator(), generator(), generator(), 0.3, 0.6)
    judge.ask(momentumStep, [2, 3], [1, -1], [0.5, 0.5], 0.2, 0)
    judge.ask(momentumStep, [], [], [], 0.1, 0.9)
  }

  private static func rolled(_ v: [Float], _ g: [Float], _ momentum: Float) -> [Float] {
    zip(v, g).map { momentum * $0 + $1 }
  }

  private static func moved(_ w: [Float], _ v: [Float], _ eta: Float) -> [Float] {
    zip(w, v).map { $0 - eta * $1 }
  }
}
