import Foundation

/// One recurrent unit with two weights, so that its whole loss can be drawn.
///
/// It starts at h = 0.5 and hears nothing: h <- tanh(u h + b), thirty times. It shall end at 0.4.
enum Cliff {
  static let steps = 30
  static let target: Float = 0.4

  /// The loss and its slopes, by backpropagation through time.
  static func loss(u: Float, b: Float) -> (loss: Float, slopeU: Float, slopeB: Float) {
    var states: [Float] = [0.5]
    for _ in 0..<steps { states.append(tanhf(u * states.last! + b)) }
    let miss = states[steps] - target
    var blame = 2 * miss
    var (slopeU, slopeB): (Float, Float) = (0, 0)
    for t in stride(from: steps, to: 0, by: -1) {
      blame *= 1 - states[t] * states[t]  // back through tanh
      slopeU += blame * states[t - 1]
      slopeB += blame
      blame *= u  // to the step before
    }
    return (miss * miss, slopeU, slopeB)
  }

  /// Gradient descent, with the gradient's length clipped or not.
  static func walk(
    fromU u: Float, b: Float, steps count: Int = 300, learningRate: Float = 0.1,
    clippedTo limit: Float?
  ) -> Walk {
    var walk = Walk(places: [[u, b]], losses: [], longestStep: 0)
    var (u, b) = (u, b)
    for _ in 0..<count {
      let (loss, slopeU, slopeB) = loss(u: u, b: b)
      let length = (slopeU * slopeU + slopeB * slopeB).squareRoot()
      var rate = learningRate
      if let limit, length > limit { rate *= limit / length }
      u -= rate * slopeU
      b -= rate * slopeB
      walk.places.append([u, b])
      walk.losses.append(loss)
      walk.longestStep = max(walk.longestStep, rate * length)
    }
    walk.losses.append(loss(u: u, b: b).loss)
    return walk
  }

  struct Walk {
    var places: [[Float]]
    var losses: [Float]
    var longestStep: Float
    /// Whether the unit ends within 0.1 of its target.
    var arrives: Bool { losses.last! < 0.01 }
  }
}
