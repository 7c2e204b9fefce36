import ExerciseKit

extension Checks07 {
  /// The new weights and velocity.
  public typealias Moved = (weights: [Float], velocity: [Float])
  /// The type of `momentumStep(weights:velocity:gradient:learningRate:momentum:)`.
  public typealias MomentumStep =
    @Sendable (_ w: [Float], _ v: [Float], _ g: [Float], _ eta: Float, _ momentum: Float) -> Moved

  /// Exercise 7.1.
  public static let momentum = Check<MomentumStep>(
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
      Mistake("the weights moved by the old velocity: take up the slope first, then move") {
        w, v, g, eta, momentum in
        (moved(w, v, eta), rolled(v, g, momentum))
      },
      Mistake("the weights go uphill: w loses eta v, and does not gain it") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g, momentum)
        return (moved(w, velocity, -eta), velocity)
      },
      Mistake("the old velocity is kept in full: only the share `momentum` of it stays") {
        w, v, g, eta, _ in
        let velocity = rolled(v, g, 1)
        return (moved(w, velocity, eta), velocity)
      },
      Mistake("the slope is weakened to (1 - momentum) g: here the velocity gains all of g") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g.map { (1 - momentum) * $0 }, momentum)
        return (moved(w, velocity, eta), velocity)
      },
      Mistake("the learning rate is in the velocity already: v gains g, and w then loses eta v") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g.map { eta * $0 }, momentum)
        return (moved(w, velocity, 1), velocity)
      },
      Mistake("yours returns the velocity as it was, so the ball never gathers speed") {
        w, v, g, eta, momentum in
        (moved(w, rolled(v, g, momentum), eta), v)
      },
      Mistake("this is plain descent: the old velocity has no effect on the step") {
        w, _, g, eta, _ in
        (moved(w, g, eta), g)
      },
      Mistake("this is Nesterov's variant, which adds g once more: w loses just eta v") {
        w, v, g, eta, momentum in
        let velocity = rolled(v, g, momentum)
        return (moved(w, rolled(velocity, g, momentum), eta), velocity)
      },
    ])

  @Sendable private static func fromRest(_ judge: Judge<MomentumStep>) {
    ask(judge, w: [1], v: [0], g: [2], 0.5, 0.9)
    ask(judge, w: [1, -2, 0.5], v: [0, 0, 0], g: [3, 0, -4], 0.25, 0.5)
  }

  @Sendable private static func rolling(_ judge: Judge<MomentumStep>) {
    ask(judge, w: [1], v: [2], g: [2], 0.5, 0.9)
    ask(judge, w: [0.5, -1], v: [4, -3], g: [0, 5], 0.1, 0.75)
    let generator = { judge.generator.floats(4) }
    ask(judge, w: generator(), v: generator(), g: generator(), 0.3, 0.6)
    ask(judge, w: [2, 3], v: [1, -1], g: [0.5, 0.5], 0.2, 0)
    ask(judge, w: [], v: [], g: [], 0.1, 0.9)
  }

  private static func ask(
    _ judge: Judge<MomentumStep>, w: [Float], v: [Float], g: [Float], _ eta: Float,
    _ momentum: Float
  ) {
    let velocity = rolled(v, g, momentum)
    let right: Moved = (moved(w, velocity, eta), velocity)
    judge.ask(
      """
      momentumStep(weights: \(w), velocity: \(v), gradient: \(g), learningRate: \(eta), \
      momentum: \(momentum))
      """,
      expect: right
    ) { step in step(w, v, g, eta, momentum) }
  }

  private static func rolled(_ v: [Float], _ g: [Float], _ momentum: Float) -> [Float] {
    zip(v, g).map { momentum * $0 + $1 }
  }

  private static func moved(_ w: [Float], _ v: [Float], _ eta: Float) -> [Float] {
    zip(w, v).map { $0 - eta * $1 }
  }
}
