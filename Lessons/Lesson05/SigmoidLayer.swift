import Foundation
import MiniTensor

/// A layer of sigmoid units, as the networks of 1986 had them: forward, backward and the step.
///
/// One example at a time, on plain arrays. The weight from input i to unit j is
/// `weights[i * outputCount + j]`; the bias of unit j is a weight from an input that is always 1.
///
///     z_j = bias_j + sum_i x_i w_ij        a_j = 1 / (1 + e^-z_j)
struct SigmoidLayer: Sendable {
  let inputCount: Int
  let outputCount: Int
  var weights: [Double]  // [inputs, outputs]
  var bias: [Double]  // [outputs]

  /// How steeply the error rises with each weight and bias, added up over the examples so far.
  private(set) var weightSlopes: [Double]
  private(set) var biasSlopes: [Double]

  private var weightVelocities: [Double]
  private var biasVelocities: [Double]
  private let missingWires: [Int]

  /// A layer whose weights and biases were drawn evenly from -spread to spread.
  ///
  /// - `hasWire`: whether input i is wired to unit j; by default all are.
  init(
    inputs: Int, outputs: Int, spread: Double, using generator: inout RandomGenerator,
    hasWire: (_ input: Int, _ unit: Int) -> Bool = { _, _ in true }
  ) {
    func draw() -> Double { spread * Double(generator.uniform(in: -1...1)) }
    (inputCount, outputCount) = (inputs, outputs)
    weights = (0..<inputs * outputs).map { _ in draw() }
    bias = (0..<outputs).map { _ in draw() }
    weightSlopes = Array(repeating: 0, count: weights.count)
    biasSlopes = Array(repeating: 0, count: outputs)
    (weightVelocities, biasVelocities) = (weightSlopes, biasSlopes)
    missingWires = weights.indices.filter { !hasWire($0 / outputs, $0 % outputs) }
    for k in missingWires { weights[k] = 0 }
  }

  // MARK: - Forward

  /// What the units answer to one example.
  func answer(_ input: [Double], into answers: inout [Double]) {
    for j in 0..<outputCount { answers[j] = bias[j] }
    for i in 0..<inputCount where input[i] != 0 {
      let (x, row) = (input[i], i * outputCount)
      for j in 0..<outputCount { answers[j] += x * weights[row + j] }
    }
    for j in 0..<outputCount { answers[j] = 1 / (1 + exp(-answers[j])) }
  }

  // MARK: - Backward

  /// Adds what one example says about the weights: slope_ij = x_i times the blame of unit j.
  ///
  /// The blame of a unit is dE/dz: by how much the error rises if its weighted sum does.
  mutating func addSlopes(input: [Double], blame: [Double]) {
    for j in 0..<outputCount { biasSlopes[j] += blame[j] }
    for i in 0..<inputCount where input[i] != 0 {
      let (x, row) = (input[i], i * outputCount)
      for j in 0..<outputCount { weightSlopes[row + j] += x * blame[j] }
    }
  }

  /// Hands the blame down to the units that this layer listened to.
  ///
  ///     blame_i = (sum_j w_ij blame_j) a_i (1 - a_i)
  ///
  /// The same weights, walked against the arrows; then the slope of the sigmoid, which needs only
  /// the unit's own answer a_i.
  func handDown(_ blame: [Double], answersBelow: [Double], into blameBelow: inout [Double]) {
    for i in 0..<inputCount {
      let row = i * outputCount
      var sum = 0.0
      for j in 0..<outputCount { sum += weights[row + j] * blame[j] }
      blameBelow[i] = sum * answersBelow[i] * (1 - answersBelow[i])
    }
  }

  // MARK: - Step

  /// Moves every weight downhill, with momentum, and forgets the slopes.
  ///
  ///     v <- momentum v - learningRate slope        w <- (1 - decay) (w + v)
  mutating func step(learningRate: Double, momentum: Double, decay: Double) {
    for k in missingWires { weightSlopes[k] = 0 }
    for k in weights.indices {
      let velocity = momentum * weightVelocities[k] - learningRate * weightSlopes[k]
      weightVelocities[k] = velocity
      weights[k] = (1 - decay) * (weights[k] + velocity)
      weightSlopes[k] = 0
    }
    for j in bias.indices {
      let velocity = momentum * biasVelocities[j] - learningRate * biasSlopes[j]
      biasVelocities[j] = velocity
      bias[j] = (1 - decay) * (bias[j] + velocity)
      biasSlopes[j] = 0
    }
  }
}
