import Kernels

/// Brings the numbers of each position to mean 0 and variance 1, then stretches and shifts them.
///
/// y = scale (x - mean) / sqrt(variance + epsilon) + shift, over the last axis. Each row is
/// treated alone, so a batch of one and the use after training need nothing special.
///
/// **Shape** `[..., size]` -> the same. Parameters: `scale [size]` of ones, `shift [size]` of
/// zeros. Source: J. Ba, J. Kiros, G. Hinton, arXiv 1607.06450, 2016, section 3.
public struct LayerNorm: Layer {
  /// Stretches each feature.
  public let scale: Variable
  /// Shifts each feature.
  public let shift: Variable
  /// Keeps the division safe when a row is constant.
  public let epsilon: Float

  /// Makes a layer that begins with scale 1 and shift 0.
  public init(size: Int, epsilon: Float = 1e-5) {
    require(size > 0, "LayerNorm", "size", size, "expected 1 or more")
    requireSize(epsilon, "LayerNorm", "epsilon")
    scale = Variable(Tensor.ones(size))
    shift = Variable(Tensor.zeros(size))
    self.epsilon = epsilon
  }

  /// The scale, then the shift.
  public var parameters: [Variable] { [scale, shift] }

  /// Normalises every row.
  public func callAsFunction(_ input: Variable) -> Variable {
    guard input.shape.last == scale.shape[0] else {
      misuse("LayerNorm", "input of shape \(input.shape): expected [..., \(scale.shape[0])]")
    }
    return input.normalized(epsilon: epsilon, removingMean: true) * scale + shift
  }
}

/// Divides each row by its root mean square: y = x / sqrt(mean x² + epsilon); nothing to learn.
///
/// **Shape** `[..., size]` -> the same.
/// Source: B. Zhang, R. Sennrich, NeurIPS 2019 (theirs has a learned scale, which a following
/// linear layer can take over).
public struct RMSNorm: Layer {
  /// Keeps the division safe when a row is zero.
  public let epsilon: Float

  /// Makes the layer.
  public init(epsilon: Float = 1e-5) {
    requireSize(epsilon, "RMSNorm", "epsilon")
    self.epsilon = epsilon
  }

  /// Normalises every row.
  public func callAsFunction(_ input: Variable) -> Variable {
    guard input.shape.last ?? 0 > 0 else {
      misuse("RMSNorm", "input of shape \(input.shape): expected numbers along the last axis")
    }
    return input.normalized(epsilon: epsilon, removingMean: false)
  }
}

extension Variable {
  /// Each row of the last axis divided by its size, with or without its mean.
  ///
  /// With y the result, s what a row was divided by, and means over the row:
  /// gradient (g - mean g - y mean(g y)) / s; without the mean's removal "mean g" is left out.
  /// The layers have seen to it that a row holds numbers.
  func normalized(epsilon: Float, removingMean: Bool) -> Variable {
    let size = shape[shape.rank - 1]
    let (y, inverse) = Kernels.normaliseRows(
      value.scalars, length: size, epsilon: epsilon, removingMean: removingMean)
    return Variable(value.holding(y), from: self) { gradient in
      gradient.holding(
        Kernels.normaliseRowsGradient(
          gradient.scalars, output: y, inverse: inverse, length: size, removingMean: removingMean))
    }
  }
}
