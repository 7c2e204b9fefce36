import ExerciseKit

extension Checks14 {
  /// The three functions of exercise 14.3.
  public struct CorruptionAnswer: Sendable {
    /// masked and saltAndPepper, their arguments in their order.
    public typealias Spoil =
      @Sendable (_ pixels: [Float], _ rate: Float, _ draws: [Float]) -> [Float]
    /// From picture to picture.
    public typealias Picture = ([Float]) -> [Float]
    /// denoisingLoss with its arguments in their order.
    public typealias Loss =
      @Sendable (_ pixels: [Float], _ spoil: Picture, _ rebuild: Picture) -> Float

    var masked: Spoil
    var saltAndPepper: Spoil
    var loss: Loss

    /// masked(_:rate:draws:), saltAndPepper(_:rate:draws:) and denoisingLoss(_:spoil:rebuild:).
    public init(
      masked: @escaping Spoil, saltAndPepper: @escaping Spoil, loss: @escaping Loss
    ) {
      self.masked = masked
      self.saltAndPepper = saltAndPepper
      self.loss = loss
    }
  }

  /// Exercise 14.3.
  public static let corruption = Check<CorruptionAnswer>(
    "14.3", "Denoising corruption", difficulty: 1, minutes: 15,
    file: "Corruption.swift", chapter: chapter, section: "Denoising",
    hints: [
      "Go through pixels and draws side by side: zip gives pairs.",
      "For salt and pepper ask the smaller question first: is the draw below rate / 2?",
      "For the loss: spoil, then rebuild, then compare with what there was before both.",
    ],
    parts: [
      Part("masking", points: 1, maskings),
      Part("salt and pepper", points: 1, seasonings),
      Part("the loss", points: 2, losses),
    ],
    mistakes: [
      maskMistake("the wrong pixels are blanked: a pixel stays when its draw is at least rate") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? pixel : 0 }
      },
      maskMistake("a draw equal to rate keeps its pixel: blanked is what lies below") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw <= rate ? 0 : pixel }
      },
      maskMistake("nothing is made brighter here: that is dropout") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel / (1 - rate) }
      },
      seasonMistake("ink and paper are exchanged: the lower half of the draws gives ink, 1") {
        spoiled($0, $2, $1) { pixel, draw, rate in
          draw < rate / 2 ? 0 : draw < rate ? 1 : pixel
        }
      },
      seasonMistake("half of the replaced pixels become paper, 0; yours all become ink") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 1 : pixel }
      },
      seasonMistake("rate is the chance of both together; yours replaces twice as many") {
        spoiled($0, $2, $1) { pixel, draw, rate in
          draw < rate ? 1 : draw < 2 * rate ? 0 : pixel
        }
      },
      seasonMistake("yours blanks only: the draws below rate / 2 are to become ink") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel }
      },
      lossMistake("the target is the clean picture: yours compares with the spoiled one") {
        pixels, spoil, rebuild in
        let input = spoil(pixels)
        return meanSquare(rebuild(input), input)
      },
      lossMistake("the network gets the spoiled picture; yours lets it see the clean one") {
        pixels, _, rebuild in meanSquare(rebuild(pixels), pixels)
      },
      lossMistake("first spoil, then rebuild: yours does it the other way round") {
        pixels, spoil, rebuild in meanSquare(spoil(rebuild(pixels)), pixels)
      },
      lossMistake("the mean over the pixels is wanted, not the sum") { pixels, spoil, rebuild in
        meanSquare(rebuild(spoil(pixels)), pixels) * Float(pixels.count)
      },
    ])

  private static let right = CorruptionAnswer(
    masked: { spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel } },
    saltAndPepper: {
      spoiled($0, $2, $1) { pixel, draw, rate in draw < rate / 2 ? 1 : draw < rate ? 0 : pixel }
    },
    loss: { pixels, spoil, rebuild in meanSquare(rebuild(spoil(pixels)), pixels) })

  private static func maskMistake(
    _ likely: Text, _ masked: @escaping CorruptionAnswer.Spoil
  ) -> Mistake<CorruptionAnswer> {
    var answer = right
    answer.masked = masked
    return Mistake(likely, answer)
  }

  private static func seasonMistake(
    _ likely: Text, _ season: @escaping CorruptionAnswer.Spoil
  ) -> Mistake<CorruptionAnswer> {
    var answer = right
    answer.saltAndPepper = season
    return Mistake(likely, answer)
  }

  private static func lossMistake(
    _ likely: Text, _ loss: @escaping CorruptionAnswer.Loss
  ) -> Mistake<CorruptionAnswer> {
    var answer = right
    answer.loss = loss
    return Mistake(likely, answer)
  }

  @Sendable private static func maskings(_ judge: Judge<CorruptionAnswer>) {
    let (pixels, draws) = (
      judge.generator.floats(9, in: 0.1...0.9), judge.generator.floats(9, in: 0...1)
    )
    let cases: [([Float], Float, [Float])] = [
      ([0.2, 0.4, 0.6], 0.5, [0.9, 0.1, 0.5]),
      ([0.3, 0.7, 0.9, 0.5], 0.25, [0.2, 0.25, 0.3, 0.9]),
      ([0.5, 0.25], 0, [0, 0.5]), ([], 0.5, []), (pixels, 0.4, draws),
    ]
    for (pixels, rate, draws) in cases {
      judge.ask(
        "masked(\(pixels), rate: \(rate), draws: \(draws))",
        expect: right.masked(pixels, rate, draws)
      ) { $0.masked(pixels, rate, draws) }
    }
  }

  @Sendable private static func seasonings(_ judge: Judge<CorruptionAnswer>) {
    let (pixels, draws) = (
      judge.generator.floats(9, in: 0.1...0.9), judge.generator.floats(9, in: 0...1)
    )
    let cases: [([Float], Float, [Float])] = [
      ([0.2, 0.4, 0.6, 0.8], 0.5, [0.9, 0.1, 0.3, 0.6]),
      ([0.3, 0.7, 0.9], 0.5, [0.25, 0.5, 0.2]), ([0.5, 0.25], 0, [0, 0.5]), ([], 0.5, []),
      (pixels, 0.4, draws),
    ]
    for (pixels, rate, draws) in cases {
      judge.ask(
        "saltAndPepper(\(pixels), rate: \(rate), draws: \(draws))",
        expect: right.saltAndPepper(pixels, rate, draws)
      ) { $0.saltAndPepper(pixels, rate, draws) }
    }
  }

  @Sendable private static func losses(_ judge: Judge<CorruptionAnswer>) {
    let pictures: [[Float]] = [[0.2, 0.4], [0.9], judge.generator.floats(6, in: 0.1...0.9)]
    for pixels in pictures {
      judge.ask(
        "denoisingLoss(\(pixels), spoil: { $0.map { $0 / 2 } }, rebuild: { $0.map { 1 - $0 } })",
        expect: meanSquare(pixels.map { 1 - $0 / 2 }, pixels)
      ) { $0.loss(pixels, { $0.map { $0 / 2 } }, { $0.map { 1 - $0 } }) }
    }
  }

  private static func spoiled(
    _ pixels: [Float], _ draws: [Float], _ rate: Float,
    _ choose: (_ pixel: Float, _ draw: Float, _ rate: Float) -> Float
  ) -> [Float] {
    zip(pixels, draws).map { choose($0, $1, rate) }
  }

  private static func meanSquare(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Float(b.count)
  }
}
