import ExerciseKit

/// Blanks each pixel whose draw lies below `rate`.
public func masked(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(pixels, draws).map { pixel, draw in draw < rate ? 0 : pixel }
}

/// Turns pixels to ink or to paper, by one draw each.
public func saltAndPepper(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(pixels, draws).map { pixel, draw in
    if draw < rate / 2 { return 1 }
    return draw < rate ? 0 : pixel
  }
}

/// Compares what was rebuilt from the spoiled picture with the clean one.
public func denoisingLoss(
  _ pixels: [Float], spoil: ([Float]) -> [Float], rebuild: ([Float]) -> [Float]
) -> Float {
  let rebuilt = rebuild(spoil(pixels))
  let squares = zip(rebuilt, pixels).map { ($0 - $1) * ($0 - $1) }
  return squares.reduce(0, +) / Float(pixels.count)
}
