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
      Part("masking", points: 1) { judge in
        judge.ask(masked, [0.2, 0.4, 0.6], 0.5, [0.9, 0.1, 0.5])
        judge.ask(masked, [0.3, 0.7, 0.9, 0.5], 0.25, [0.2, 0.25, 0.3, 0.9])
        judge.ask(masked, [0.5, 0.25], 0, [0, 0.5])
        judge.ask(masked, [0.5, 0.25], 1, [0, 0.999])
        judge.ask(masked, [], 0.5, [])
        askRandomly(judge, masked)
      },
      Part("salt and pepper", points: 1) { judge in
        judge.ask(seasoned, [0.2, 0.4, 0.6, 0.8], 0.5, [0.9, 0.1, 0.3, 0.6])
        judge.ask(seasoned, [0.3, 0.7, 0.9], 0.5, [0.25, 0.5, 0.2])
        judge.ask(seasoned, [0.5, 0.25], 0, [0, 0.5])
        judge.ask(seasoned, [0.5, 0.25, 0.75], 1, [0, 0.5, 0.999])
        judge.ask(seasoned, [], 0.5, [])
        askRandomly(judge, seasoned)
      },
      Part("the loss", points: 2) { judge in
        let rebuild = Picture("{ $0.map { 1 - $0 } }") { $0.map { 1 - $0 } }
        let halve = Picture("{ $0.map { $0 / 2 } }") { $0.map { $0 / 2 } }
        judge.ask(loss, [0.2, 0.4], halve, rebuild)
        judge.ask(loss, [0.9], halve, rebuild)
        // Here one pixel only is spoiled: all of them count.
        let blank = Picture("{ [0] + $0.dropFirst() }") { [0] + $0.dropFirst() }
        judge.ask(loss, [0.5, 0.25, 0.75], blank, rebuild)
        let pixels = judge.generator.floats(judge.generator.count(2...9), in: 0.1...0.9)
        for spoil in [halve, blank] { judge.ask(loss, pixels, spoil, rebuild) }
      },
    ],
    mistakes: [
      masked.mistake("the wrong pixels are blanked: a pixel stays when its draw is at least rate") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate ? pixel : 0 }
      },
      masked.mistake("a draw equal to rate keeps its pixel: blanked is what lies below") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw <= rate ? 0 : pixel }
      },
      masked.mistake("nothing is made brighter here: that is dropout") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate ? 0 : pixel / (1 - rate) }
      },
      seasoned.mistake("ink and paper are exchanged: the lower half of the draws gives ink, 1") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate / 2 ? 0 : draw < rate ? 1 : pixel }
      },
      seasoned.mistake("half of the replaced pixels become paper, 0; yours all become ink") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate ? 1 : pixel }
      },
      seasoned.mistake("rate is the chance of both together; yours replaces twice as many") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate ? 1 : draw < 2 * rate ? 0 : pixel }
      },
      seasoned.mistake("yours blanks only: the draws below rate / 2 are to become ink") {
        spoiled($0, $1, $2) { pixel, draw, rate in draw < rate ? 0 : pixel }
      },
      loss.mistake("the target is the clean picture: yours compares with the spoiled one") {
        pixels, spoil, rebuild in
        let input = spoil(pixels)
        return meanSquare(rebuild(input), input)
      },
      loss.mistake("the network gets the spoiled picture; yours lets it see the clean one") {
        pixels, _, rebuild in meanSquare(rebuild(pixels), pixels)
      },
      loss.mistake("first spoil, then rebuild: yours does it the other way round") {
        pixels, spoil, rebuild in meanSquare(spoil(rebuild(pixels)), pixels)
      },
      loss.mistake("the mean over the pixels is wanted, not the sum") { pixels, spoil, rebuild in
        meanSquare(rebuild(spoil(pixels)), pixels) * Float(pixels.count)
      },
      loss.mistake("all pixels count, also those that were not spoiled") { pixels, spoil, rebuild in
        let spoiled = spoil(pixels)
        let rebuilt = rebuild(spoiled)
        let places = pixels.indices.filter { spoiled[$0] != pixels[$0] }
        return meanSquare(places.map { rebuilt[$0] }, places.map { pixels[$0] })
      },
    ])

  // MARK: - The functions

  private typealias Picture = Callback<[Float], [Float]>

  private static let masked = Function("masked(_:rate:draws:)") {
    (pixels: [Float], rate: Float, draws: [Float]) -> [Float] in
    spoiled(pixels, rate, draws) { pixel, draw, rate in draw < rate ? 0 : pixel }
  }

  private static let seasoned = Function("saltAndPepper(_:rate:draws:)") {
    (pixels: [Float], rate: Float, draws: [Float]) -> [Float] in
    spoiled(pixels, rate, draws) { pixel, draw, rate in
      draw < rate / 2 ? 1 : draw < rate ? 0 : pixel
    }
  }

  private static let loss = Function("denoisingLoss(_:spoil:rebuild:)") {
    (pixels: [Float], spoil: Picture, rebuild: Picture) -> Float in
    meanSquare(rebuild(spoil(pixels)), pixels)
  }

  private static func spoiled(
    _ pixels: [Float], _ rate: Float, _ draws: [Float],
    _ choose: (_ pixel: Float, _ draw: Float, _ rate: Float) -> Float
  ) -> [Float] {
    zip(pixels, draws).map { choose($0, $1, rate) }
  }

  private static func meanSquare(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Float(b.count)
  }

  // MARK: - Questions

  private static func askRandomly(
    _ judge: Judge, _ spoil: Function<[Float], Float, [Float], [Float]>
  ) {
    for rate: Float in [0.4, 0.7] {
      let count = judge.generator.count(6...12)
      let pixels = judge.generator.floats(count, in: 0.1...0.9)
      judge.ask(spoil, pixels, rate, judge.generator.floats(count, in: 0...1))
    }
  }
}
