/// Gives every feature mean 0 and variance 1 over the batch, then a learned scale and shift.
///
/// x̂ = (x - mean) / √(variance + ε), y = scale · x̂ + shift. While the network learns, mean and
/// variance are those of the batch, and running values follow them; in use the running values
/// stand in, so that an answer does not depend on what else is in the batch.
///
/// **Shape** `[batch, features]` or `[batch, channels, ...]` -> the same; for channels all
/// positions count as examples. Parameters: `scale`, `shift`, each `[features]`.
/// Traps when the features differ, or a batch to learn from has one number a feature.
/// Source: S. Ioffe, C. Szegedy, ICML 2015, algorithms 1 and 2.
public final class BatchNorm: Layer {
  /// The learned factor of each feature, 1 at the start.
  public let scale: Variable

  /// The learned summand of each feature, 0 at the start.
  public let shift: Variable

  /// What stands in for the mean of the batch in use; follows it while the network learns.
  public var runningMean: Tensor {
    get { means.value }
    set { means.value = checked(newValue, "mean") }
  }

  /// What stands in for the variance of the batch in use (the unbiased one, over n - 1).
  public var runningVariance: Tensor {
    get { variances.value }
    set { variances.value = checked(newValue, "variance") }
  }

  private let means, variances: Variable

  private func checked(_ value: Tensor, _ name: String) -> Tensor {
    guard value.shape == scale.shape else {
      misuse("BatchNorm", "a running \(name) of shape \(value.shape): expected \(scale.shape)")
    }
    return value
  }

  /// How far the running values move towards those of a new batch.
  public let momentum: Float

  /// Added to the variance, so that a constant feature does not divide by 0.
  public let epsilon: Float

  /// Makes a layer that changes nothing yet but the mean and the variance.
  public init(featureCount: Int, momentum: Float = 0.1, epsilon: Float = 1e-5) {
    require(featureCount > 0, "BatchNorm", "featureCount", featureCount, "expected 1 or more")
    require((0...1).contains(momentum), "BatchNorm", "momentum", momentum, "expected 0 to 1")
    requireSize(epsilon, "BatchNorm", "epsilon")
    scale = Variable(Tensor.ones(featureCount))
    shift = Variable(Tensor.zeros(featureCount))
    means = Variable(constant: Tensor.zeros(featureCount))
    variances = Variable(constant: Tensor.ones(featureCount))
    (self.momentum, self.epsilon) = (momentum, epsilon)
  }

  /// The scale, then the shift; the running values do not learn.
  public var parameters: [Variable] { [scale, shift] }

  /// The parameters, then the running mean and variance.
  public var state: [Variable] { parameters + [means, variances] }

  /// Normalises with the running values.
  ///
  /// Traps in `backward()`.
  public func callAsFunction(_ input: Variable) -> Variable {
    check(input)
    let factor = scale * Variable(constant: 1 / (runningVariance + epsilon).squareRoot())
    return stretch(input, factor, shift - factor * Variable(constant: runningMean))
      .notForTraining("BatchNorm", "uses the running values, not the batch's")
  }

  /// Normalises with the mean and variance of the batch, and moves the running values.
  public func callAsFunction(
    _ input: Variable, training generator: inout RandomGenerator
  ) -> Variable {
    check(input)
    let (batch, features) = (input.shape[0], input.shape[1])
    let examples = Float(input.value.count / Swift.max(features, 1))
    guard examples > 1 else {
      misuse("BatchNorm", "\(input.shape): one number a feature has no variance to learn from")
    }
    // With the features as rows it is what a layer norm does.
    let rows = swapped(input.reshaped(batch, features, -1)).reshaped(features, -1)
    follow(rows.value.mean(axis: 1), rows.value.variance(axis: 1) * (examples / (examples - 1)))
    let normalised = rows.normalized(epsilon: epsilon, removingMean: true)
    let back = swapped(normalised.reshaped(features, batch, -1)).reshaped(input.shape)
    return stretch(back, scale, shift)
  }

  /// Moves the running values towards those of a batch.
  private func follow(_ mean: Tensor, _ variance: Tensor) {
    runningMean += momentum * (mean - runningMean)
    runningVariance += momentum * (variance - runningVariance)
  }

  /// `[a, b, n]` -> `[b, a, n]`.
  private func swapped(_ x: Variable) -> Variable {
    guard x.shape[2] > 1 else { return x.reshaped(x.shape[0], x.shape[1]).transposed() }
    return x.transposed(axes: [1, 0, 2])
  }

  /// factor · x + summand, one of each a feature.
  private func stretch(_ x: Variable, _ factor: Variable, _ summand: Variable) -> Variable {
    let perFeature = [-1] + x.shape.dropFirst(2).map { _ in 1 }
    return x * factor.reshaped(perFeature) + summand.reshaped(perFeature)
  }

  private func check(_ input: Variable) {
    guard input.shape.count >= 2, input.shape[1] == scale.shape[0] else {
      misuse(
        "BatchNorm",
        "input of shape \(input.shape) for \(scale.shape[0]) features: expected [batch, features, ...]"
      )
    }
  }
}
