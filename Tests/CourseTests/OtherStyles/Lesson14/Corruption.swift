import ExerciseKit

/// Counters, and pictures that are changed in place.
public func masked(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  var picture = pixels
  var place = 0
  while place < picture.count {
    if draws[place] < rate { picture[place] = 0 }
    place += 1
  }
  return picture
}

/// The other half.
public func saltAndPepper(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  var picture = pixels
  for (place, draw) in draws.enumerated() {
    switch draw {
    case rate...: continue
    case ..<(rate * 0.5): picture[place] = 1
    default: picture[place] = 0
    }
  }
  return picture
}

/// The last part.
public func denoisingLoss(
  _ pixels: [Float], spoil: ([Float]) -> [Float], rebuild: ([Float]) -> [Float]
) -> Float {
  let rebuilt = rebuild(spoil(pixels))
  var sum = 0.0
  for i in 0..<pixels.count {
    sum += Double(rebuilt[i] - pixels[i]) * Double(rebuilt[i] - pixels[i])
  }
  return Float(sum / Double(pixels.count))
}
