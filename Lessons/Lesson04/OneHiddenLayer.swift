import Foundation
import MiniTensor

/// One hidden layer that follows a given curve on [0, 1].
///
/// Nothing is trained: the weights are read off the curve.
enum OneHiddenLayer {
  /// Hinges: the broken line through m + 1 points of the curve.
  ///
  /// Neuron i computes relu(x - i/m): it sleeps until its knot, then climbs with slope 1. Its
  /// output weight is the *change* of slope at the knot, so the sum runs straight from one point
  /// of the curve to the next. For a curve with |f''| <= M the error is at most M / (8 m^2).
  static func ofHinges(following curve: (Float) -> Float, width: Int) -> MultilayerPerceptron {
    let knots = (0...width).map { Float($0) / Float(width) }
    let heights = knots.map(curve)
    let slopes = (0..<width).map { (heights[$0 + 1] - heights[$0]) * Float(width) }
    let bends = (0..<width).map { $0 == 0 ? slopes[0] : slopes[$0] - slopes[$0 - 1] }
    return MultilayerPerceptron(layers: [
      DenseLayer(
        weights: .ones([1, width]),
        bias: Tensor((0..<width).map { -knots[$0] }), activation: .relu),
      DenseLayer(
        weights: Tensor(bends, shape: [width, 1]), bias: Tensor([heights[0]]),
        activation: .identity),
    ])
  }

  /// Steps: a staircase with rounded edges, one sigmoid for each stair.
  ///
  /// Neuron i computes sigmoid(s (x - c_i)), a soft step in the middle of its stair; its output
  /// weight is how far the curve climbs there. This is the layer that Cybenko's theorem is about.
  static func ofSteps(following curve: (Float) -> Float, width: Int) -> MultilayerPerceptron {
    let steepness = 6 * Float(width)
    let centres = (0..<width).map { (Float($0) + 0.5) / Float(width) }
    let heights = (0...width).map { curve(Float($0) / Float(width)) }
    let climbs = (0..<width).map { heights[$0 + 1] - heights[$0] }
    return MultilayerPerceptron(layers: [
      DenseLayer(
        weights: .full([1, width], steepness),
        bias: Tensor(centres.map { -steepness * $0 }), activation: .sigmoid),
      DenseLayer(
        weights: Tensor(climbs, shape: [width, 1]), bias: Tensor([heights[0]]),
        activation: .identity),
    ])
  }
}
