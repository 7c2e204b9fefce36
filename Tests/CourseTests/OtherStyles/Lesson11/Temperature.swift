import Foundation

/// Weights against the largest one, in Double; the division comes first, the difference later.
public func chances(_ scores: [Float], temperature: Float) -> [Float] {
  switch temperature {
  case 0:
    var result = [Float](repeating: 0, count: scores.count)
    var softmax = 0
    for (place, score) in scores.enumerated() where score > scores[softmax] { softmax = place }
    result[softmax] = 1
    return result
  default:
    let scaled = scores.map { Double($0) / Double(temperature) }
    return scaled.map { mine in Float(1 / scaled.map { exp($0 - mine) }.reduce(0, +)) }
  }
}

/// Shortens the draw until it fits.
public func drawn(_ chances: [Float], draw: Float) -> Int {
  func choice(_ place: Int, _ rest: Float) -> Int? {
    guard place < chances.count else { return nil }
    return rest < chances[place] ? place : choice(place + 1, rest - chances[place])
  }
  if let place = choice(0, draw) { return place }
  var last = chances.count - 1
  while chances[last] <= 0 { last -= 1 }
  return last
}
