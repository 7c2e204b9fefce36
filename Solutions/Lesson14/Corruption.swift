import ExerciseKit

public func masked(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(pixels, draws).map { pixel, draw in draw < rate ? 0 : pixel }
}

public func saltAndPepper(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  zip(pixels, draws).map { pixel, draw in
    if draw < rate / 2 { return 1 }
    return draw < rate ? 0 : pixel
  }
}

public func denoisingLoss(
  _ pixels: [Float], spoil: ([Float]) -> [Float], rebuild: ([Float]) -> [Float]
) -> Float {
  let rebuilt = rebuild(spoil(pixels))
  let squares = zip(rebuilt, pixels).map { ($0 - $1) * ($0 - $1) }
  return squares.reduce(0, +) / Float(pixels.count)
}
