import ExerciseKit
import Foundation

/// The last parts of exercise 16.1: a schedule made from what shall be left.
extension Checks16 {
  // MARK: - The way back

  static let betas = Function("betas(forSurvival:)") { (alphaBars: [Float]) -> [Float] in
    back(alphaBars) { $0 > 0 ? 1 - $1 / $0 : 1 }
  }

  /// A beta for each step, from what is left before and after it.
  private static func back(
    _ alphaBars: [Float], first: Float = 1, most: Float = 0.999,
    _ beta: (_ before: Float, _ after: Float) -> Float
  ) -> [Float] {
    zip([first] + alphaBars, alphaBars).map { before, after in
      let beta = beta(before, after)
      return beta > most ? most : beta
    }
  }

  static func askBetas(_ judge: Judge) {
    judge.ask(betas, [0.75])
    judge.ask(betas, [0.5, 0.4, 0.36])
    judge.ask(betas, [])
    judge.ask(betas, [0.9, 0.9, 0.2])
    judge.ask(betas, judge.generator.floats(judge.generator.count(3...8), in: 0.05...0.95).falling)
    judge.ask(betas, [0.5, 0.0004])
    judge.ask(betas, [0.8, 0])
    judge.ask(betas, [0.25, 0, 0])
    judge.ask(betas, [0])
  }

  static let betaMistakes: [Mistake] = [
    betas.mistake("what a step takes is a share of what was there: divide by what was left before")
    {
      back($0) { $0 - $1 }
    },
    betas.mistake("that is what all steps together have taken, and not this step alone") {
      back($0) { 1 - $1 }
    },
    betas.mistake("that is what the step keeps: beta is what it takes") {
      back($0) { $0 > 0 ? $1 / $0 : 0 }
    },
    betas.mistake("the division is upside down: what is left after the step is the smaller one") {
      back($0) { $1 > 0 ? 1 - $0 / $1 : 1 }
    },
    betas.mistake("before the first step all is left: alphaBar_0 is 1, not the first of the list") {
      back($0, first: $0.first ?? 1) { $0 > 0 ? 1 - $1 / $0 : 1 }
    },
    betas.mistake("the first step is missing: as many betas as alphaBars") {
      Array(back($0) { $0 > 0 ? 1 - $1 / $0 : 1 }.dropFirst())
    },
    betas.mistake("0 / 0 is no number: where nothing was left before, answer 0.999") {
      back($0) { 1 - $1 / $0 }
    },
    betas.mistake("no beta lies above 0.999: a step that keeps nothing cannot be undone") {
      back($0, most: 1) { $0 > 0 ? 1 - $1 / $0 : 1 }
    },
    betas.mistake("where nothing is left there is nothing to take: answer 0.999 there, not 0") {
      back($0) { $0 > 0 ? 1 - $1 / $0 : 0 }
    },
  ]

  // MARK: - The cosine

  static let cosine = Function("cosineSignal(stepCount:)") { (count: Int) -> [Float] in
    fallen(count)
  }

  /// What is left, with whatever somebody may get wrong as a parameter.
  private static func fallen(
    _ count: Int, first: Int = 1, early: Float = 0.008, power: Float = 2, isWhole: Bool = true,
    angle: (_ share: Float, _ early: Float) -> Float = { ($0 + $1) / (1 + $1) * .pi / 2 }
  ) -> [Float] {
    func left(_ t: Int) -> Float { pow(cos(angle(Float(t) / Float(count), early)), power) }
    return (first..<(first + count)).map { left($0) / (isWhole ? left(0) : 1) }
  }

  static func askCosine(_ judge: Judge) {
    for count in [2, 1, 5, judge.generator.count(6...12), 50] {
      judge.ask(cosine, count, tolerance: 2e-5)
    }
  }

  static let cosineMistakes: [Mistake] = [
    cosine.mistake("the cosine has to be squared") { fallen($0, power: 1) },
    cosine.mistake("divided by its value at t = 0, so that all is left there") {
      fallen($0, isWhole: false)
    },
    cosine.mistake("the list begins with t = 1: yours begins with t = 0") { fallen($0, first: 0) },
    cosine.mistake("the angle does not begin at 0: yours leaves out the 0.008") {
      fallen($0, early: 0)
    },
    cosine.mistake("at t = T the angle is a right angle: yours goes past it") {
      fallen($0, angle: { ($0 + $1) * .pi / 2 })
    },
    cosine.mistake("a right angle is pi / 2: yours goes to twice that") {
      fallen($0, angle: { ($0 + $1) / (1 + $1) * .pi })
    },
    cosine.mistake("cos takes radians, where a right angle is pi / 2") {
      fallen($0, angle: { ($0 + $1) / (1 + $1) * 90 })
    },
    cosine.mistake("the first angle is 0.008 / 1.008 of a right angle, not 0.008 itself") {
      fallen($0, angle: { $1 + $0 * (.pi / 2 - $1) })
    },
    cosine.mistake("that is the straight line: the cosine of the angle is missing") {
      let count = $0
      return (1...count).map { 1 - Float($0) / Float(count) }
    },
  ]
}

extension [Float] {
  /// The largest first.
  fileprivate var falling: [Float] { sorted(by: >) }
}
