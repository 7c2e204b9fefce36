import ExerciseKit

extension Checks17 {
  /// Exercise 17.2.
  static let projectedStep = Check(
    "17.2", "A projected step", difficulty: 2, minutes: 20,
    file: "ProjectedStep.swift", chapter: chapter, section: "A projected step",
    hints: [
      "Three lines for each pixel: move, bring back to the original, bring back to 0...1.",
      """
      The nearest number to m between a and b is a if m is below a, b if m is above b, and m \
      otherwise: min and max can say that.
      """,
      "What is within epsilon of the original? original - epsilon to original + epsilon, not of x.",
    ],
    parts: [
      Part("a step inside the box", points: 1) { judge in
        judge.ask(step, [0.5, 0.4], [0.5, 0.5], [2, -5], 0.125, 0.3)
        judge.ask(step, [0.6, 0.45, 0.3], [0.5, 0.5, 0.4], [0.01, 0, -9], 0.0625, 0.25)
        judge.ask(step, [], [], [], 0.1, 0.2)
        askRandomly(judge, count: judge.generator.count(2...5), stepSize: 0.05, epsilon: 0.45, 0.3)
      },
      Part("a step that leaves it", points: 2) { judge in
        judge.ask(step, [0.6, 0.35, 0.95], [0.5, 0.5, 0.9], [2, -5, 1], 0.25, 0.3)
        judge.ask(step, [0.7, 0.2, 0.05], [0.5, 0.4, 0.1], [1, -1, -1], 0.125, 0.25)
        judge.ask(step, [0.5, 0.5], [0.375, 0.75], [1, -1], 0.5, 0.125)
        judge.ask(step, [1, 0, 0.5], [0.9, 0.1, 0.5], [1, -1, 0], 0.25, 0.5)
        askRandomly(judge, count: judge.generator.count(3...8), stepSize: 0.25, epsilon: 0.2, 0.2)
        // Steps as large as a pixel, and a box that holds more than all of it.
        judge.ask(step, [0.2, 0.9, 0.5], [0.3, 0.7, 0.5], [-1, 1, 0], 1, 2)
      },
    ],
    mistakes: projectionMistakes)

  private static let projectionMistakes: [Mistake] = [
    step.mistake("yours walks down the loss: an attack walks up") {
      built($0, $1, $2, -$3, $4)
    },
    step.mistake("only the sign of the slope counts") { x, original, g, size, eps in
      x.indices.map {
        inside(boxed(x[$0] + size * g[$0], around: original[$0], eps))
      }
    },
    step.mistake("the box lies around the original picture, not around the present one") {
      x, _, g, size, eps in built(x, x, g, size, eps)
    },
    step.mistake("the step starts from x, the picture so far, not from the original") {
      _, original, g, size, eps in built(original, original, g, size, eps)
    },
    step.mistake("not brought back to within epsilon of the original") { x, _, g, size, _ in
      x.indices.map { inside(x[$0] + size * sign(g[$0])) }
    },
    step.mistake("not brought back to between 0 and 1") { x, original, g, size, eps in
      x.indices.map { boxed(x[$0] + size * sign(g[$0]), around: original[$0], eps) }
    },
    step.mistake("stepSize and epsilon are exchanged") { built($0, $1, $2, $4, $3) },
    step.mistake("only what is too high is brought back to the box; too low counts, too") {
      x, original, g, size, eps in
      x.indices.map { inside(min(original[$0] + eps, x[$0] + size * sign(g[$0]))) }
    },
    step.mistake("only what is too low is brought back to the box; too high counts, too") {
      x, original, g, size, eps in
      x.indices.map { inside(max(original[$0] - eps, x[$0] + size * sign(g[$0]))) }
    },
    step.mistake("a pixel that left the box goes to its wall, not back to the original") {
      x, original, g, size, eps in
      x.indices.map { place in
        let moved = x[place] + size * sign(g[place])
        return inside(abs(moved - original[place]) > eps ? original[place] : moved)
      }
    },
    step.mistake("a pixel that would leave the box goes to its wall; yours does not move at all") {
      x, original, g, size, eps in
      x.indices.map { place in
        let moved = x[place] + size * sign(g[place])
        return inside(abs(moved - original[place]) > eps ? x[place] : moved)
      }
    },
    step.mistake("a pixel with slope 0 takes no step: yours moves it up") {
      x, original, g, size, eps in
      built(x, original, g.map { $0 >= 0 ? 1 : -1 }, size, eps)
    },
    step.mistake("a pixel with slope 0 takes no step: yours moves it down") {
      x, original, g, size, eps in
      built(x, original, g.map { $0 > 0 ? 1 : -1 }, size, eps)
    },
    step.mistake("the picture is wanted, not how far it is from the original") {
      x, original, g, size, eps in
      zip(built(x, original, g, size, eps), original).map { $0 - $1 }
    },
  ]

  private static let step = Function("projectedStep(_:original:gradient:stepSize:epsilon:)") {
    (x: [Float], original: [Float], g: [Float], size: Float, eps: Float) -> [Float] in
    built(x, original, g, size, eps)
  }

  private static func built(
    _ x: [Float], _ original: [Float], _ g: [Float], _ size: Float, _ eps: Float
  ) -> [Float] {
    x.indices.map { inside(boxed(x[$0] + size * sign(g[$0]), around: original[$0], eps)) }
  }

  private static func boxed(_ x: Float, around original: Float, _ eps: Float) -> Float {
    min(original + eps, max(original - eps, x))
  }

  /// A picture some way from its original, never farther than `drift`.
  private static func askRandomly(
    _ judge: Judge, count: Int, stepSize: Float, epsilon: Float, _ drift: Float
  ) {
    let original = judge.generator.floats(count, in: 0.05...0.95)
    let drifts = judge.generator.floats(count, in: -drift...drift)
    let x = zip(original, drifts).map { inside($0 + $1) }
    judge.ask(
      step, x, original, judge.generator.floats(count, in: -2...2), stepSize, epsilon)
  }
}
