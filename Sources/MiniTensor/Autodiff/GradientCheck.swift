/// Compares the gradients of `backward()` with differences of function values.
///
/// Each number of each variable is moved by one and two small steps to both sides:
/// f' = (f(x - 2h) - 8 f(x - h) + 8 f(x + h) - f(x + 2h)) / (12 h). The error of this rule falls
/// with h⁴, so h can be large enough for the 24 bits of a `Float`.
///
///     let w = Variable(Tensor.normal([3, 2], using: &generator))
///     let check = gradientCheck(of: [w]) { (x.matmul(w)).tanh().sum() }
///     check.worstError                                  // about 1e-4 when the rule is right
///
/// - Parameters:
///   - variables: leaves that `function` uses. Their gradients are forgotten.
///   - step: h, times max(1, |x|).
///   - function: computes a single number from the variables; called four times for each number
///     in them, so keep them small. Choose values away from corners such as relu at 0.
/// - Returns: for each variable the largest difference, relative to its largest derivative.
public func gradientCheck(
  of variables: [Variable], step: Float = 0.01, _ function: () -> Variable
) -> GradientCheck {
  require(step > 0 && step.isFinite, "gradientCheck", "step", step, "expected more than 0")
  for variable in variables { variable.zeroGradient() }
  function().backward()
  let errors = variables.map { variable -> Float in
    let exact = variable.gradient ?? Tensor.zeros(like: variable.value)
    let estimate = differences(of: variable, step: step, function)
    let largest = max(largestMagnitude(exact), largestMagnitude(estimate), 1e-3)
    let gap = largestMagnitude(exact - estimate)
    return gap.isFinite ? gap / largest : .infinity
  }
  for variable in variables { variable.zeroGradient() }
  return GradientCheck(errors: errors)
}

/// What `gradientCheck` found.
public struct GradientCheck: Sendable {
  /// For each variable, the largest difference relative to its largest derivative.
  public let errors: [Float]

  /// The largest of all errors.
  public var worstError: Float { errors.max() ?? 0 }
}

private func differences(
  of variable: Variable, step: Float, _ function: () -> Variable
) -> Tensor {
  let original = variable.value
  defer { variable.value = original }
  var derivatives = Tensor.zeros(like: original)
  for index in 0..<original.count {
    let h = step * max(1, abs(original.scalars[index]))
    func value(at steps: Float) -> Float {
      variable.value = original
      variable.value.scalars[index] += steps * h
      return withoutGradients { function().value.scalar }
    }
    let near = value(at: 1) - value(at: -1)
    let far = value(at: 2) - value(at: -2)
    derivatives.scalars[index] = (8 * near - far) / (12 * h)
  }
  return derivatives
}

private func largestMagnitude(_ tensor: Tensor) -> Float {
  tensor.isEmpty ? 0 : tensor.abs().max()
}
