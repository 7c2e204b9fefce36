import Kernels
import Loops

// What a network should make small. **Shape** of every result: `[]`, the mean over all elements
// or rows. Targets are tensors: no gradient flows into them.

/// The mean squared error: mean of (p - t)².
///
/// Gradient: 2 (p - t) / count.
///
/// **Shape** both the same. Traps when they differ.
public func meanSquaredError(_ predicted: Variable, _ target: Tensor) -> Variable {
  requireSameShape("meanSquaredError", predicted, target)
  let p = predicted.value
  let count = Float(p.count)
  let total = Kernels.squaredDistance(p.scalars, target.scalars)
  return Variable(Tensor(total / count), from: predicted) { gradient in
    let share = 2 * gradient.scalar / count
    return p.holding(Loops.zip(p.scalars, target.scalars) { p, t in (p - t) * share })
  }
}

/// The mean absolute error: mean of |p - t|.
///
/// Gradient: the sign of p - t, divided by count.
///
/// **Shape** both the same. Traps when they differ.
public func meanAbsoluteError(_ predicted: Variable, _ target: Tensor) -> Variable {
  requireSameShape("meanAbsoluteError", predicted, target)
  let difference = predicted.value - target
  let share = 1 / Float(difference.count)
  return Variable(Tensor(difference.abs().mean()), from: predicted) { gradient in
    difference.sign() * (gradient.scalar * share)
  }
}

/// Traps unless there are as many targets as predictions, and at least one.
func requireSameShape(_ loss: String, _ predicted: Variable, _ target: Tensor) {
  guard predicted.value.shape == target.shape else {
    misuse(loss, "predictions of shape \(predicted.shape), targets of shape \(target.shape)")
  }
  guard target.count > 0 else { misuse(loss, "there are no elements in shape \(target.shape)") }
}
