import ExerciseKit

extension Checks14 {
  /// Exercise 14.3.
  static let corruption = Check(
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
      masked.mistake("the wrong pixels are blanked: a pixel stays when its draw is at least rate") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? pixel : 0 }
      },
      masked.mistake("a draw equal to rate keeps its pixel: blanked is what lies below") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw <= rate ? 0 : pixel }
      },
      masked.mistake("nothing is made brighter here: that is dropout") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel / (1 - rate) }
      },
      saltAndPepper.mistake("ink and paper are exchanged: the lower half of the draws gives ink, 1")
      {
        spoiled($0, $2, $1) { pixel, draw, rate in
          draw < rate / 2 ? 0 : draw < rate ? 1 : pixel
        }
      },
      saltAndPepper.mistake("half of the replaced pixels become paper, 0; yours all become ink") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 1 : pixel }
      },
      saltAndPepper.mistake("rate is the chance of both together; yours replaces twice as many") {
        spoiled($0, $2, $1) { pixel, draw, rate in
          draw < rate ? 1 : draw < 2 * rate ? 0 : pixel
        }
      },
      saltAndPepper.mistake("yours blanks only: the draws below rate / 2 are to become ink") {
        spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel }
      },
      denoisingLoss.mistake("the target is the clean picture: yours compares with the spoiled one")
      {
        pixels, spoil, rebuild in
        let input = spoil(pixels)
        return meanSquare(rebuild(input), input)
      },
      denoisingLoss.mistake("the network gets the spoiled picture; yours lets it see the clean one")
      {
        pixels, _, rebuild in meanSquare(rebuild(pixels), pixels)
      },
      denoisingLoss.mistake("first spoil, then rebuild: yours does it the other way round") {
        pixels, spoil, rebuild in meanSquare(spoil(rebuild(pixels)), pixels)
      },
      denoisingLoss.mistake("the mean over the pixels is wanted, not the sum") {
        pixels, spoil, rebuild in
        meanSquare(rebuild(spoil(pixels)), pixels) * Float(pixels.count)
      },
    ])

  private typealias Picture = Callback<[Float], [Float]>

  private static let masked = Function("masked(_:rate:draws:)") {
    spoiled($0, $2, $1) { pixel, draw, rate in draw < rate ? 0 : pixel }
  }

  private static let saltAndPepper = Function("saltAndPepper(_:rate:draws:)") {
    spoiled($0, $2, $1) { pixel, draw, rate in draw < rate / 2 ? 1 : draw < rate ? 0 : pixel }
  }

  private static let denoisingLoss = Function("denoisingLoss(_:spoil:rebuild:)") {
    (pixels: [Float], spoil: Picture, rebuild: Picture) in
    meanSquare(rebuild(spoil(pixels)), pixels)
  }

  @Sendable private static func maskings(_ judge: Judge) {
    let (pixels, draws) = (
      judge.generator.floats(9, in: 0.1...0.9), judge.generator.floats(9, in: 0...1)
    )
    let cases: [([Float], Float, [Float])] = [
      ([0.2, 0.4, 0.6], 0.5, [0.9, 0.1, 0.5]),
      ([0.3, 0.7, 0.9, 0.5], 0.25, [0.2, 0.25, 0.3, 0.9]),
      ([0.5, 0.25], 0, [0, 0.5]), ([], 0.5, []), (pixels, 0.4, draws),
    ]
    for (pixels, rate, draws) in cases { judge.ask(masked, pixels, rate, draws) }
  }

  @Sendable private static func seasonings(_ judge: Judge) {
    let (pixels, draws) = (
      judge.generator.floats(9, in: 0.1...0.9), judge.generator.floats(9, in: 0...1)
    )
    let cases: [([Float], Float, [Float])] = [
      ([0.2, 0.4, 0.6, 0.8], 0.5, [0.9, 0.1, 0.3, 0.6]),
      ([0.3, 0.7, 0.9], 0.5, [0.25, 0.5, 0.2]), ([0.5, 0.25], 0, [0, 0.5]), ([], 0.5, []),
      (pixels, 0.4, draws),
    ]
    for (pixels, rate, draws) in cases { judge.ask(saltAndPepper, pixels, rate, draws) }
  }

  @Sendable private static func losses(_ judge: Judge) {
    let pictures: [[Float]] = [[0.2, 0.4], [0.9], judge.generator.floats(6, in: 0.1...0.9)]
    let spoil = Picture("{ $0.map { $0 / 2 } }") { $0.map { $0 / 2 } }
    let rebuild = Picture("{ $0.map { 1 - $0 } }") { $0.map { 1 - $0 } }
    for pixels in pictures { judge.ask(denoisingLoss, pixels, spoil, rebuild) }
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
