import Foundation

/// Exercise 12.5 - Truncated backpropagation through time.
public func truncatedSlopes(
  inputs: [Float], targets: [Float], weight: Float, start: Float, pieceLength: Int
) -> (slopes: [Float], end: Float) {
  var slopes: [Float] = []
  var state = start
  for first in stride(from: 0, to: inputs.count, by: pieceLength) {
    let piece = first..<min(first + pieceLength, inputs.count)
    var states = [state]  // h before the piece, then after each of its moments
    for t in piece { states.append(tanh(weight * states.last! + inputs[t])) }
    var slope: Float = 0
    var fromLater: Float = 0
    for t in piece.reversed() {
      let place = t - first
      let (before, now) = (states[place], states[place + 1])
      let sum = (2 * (now - targets[t]) + fromLater) * (1 - now * now)
      slope += sum * before
      fromLater = weight * sum
    }
    slopes.append(slope)
    state = states.last!
  }
  return (slopes, state)
}
