import Foundation

/// Three kinds of answers, each with the claim it makes about the target, and how surprising the
/// target then is: -log p(target).
///
/// Written as they are thought, not simplified, and for every kind of number: the engine finds the
/// derivative by itself.
enum Likelihood {
  /// A measured number: the output y claims "the target is y, give or take 1" (Gauss).
  static func gaussian<N: Number>(_ y: N, target: Double) -> N {
    let deviation = target - y
    let density = 1 / (2 * Double.pi).squareRoot() * (-0.5 * (deviation * deviation)).exp()
    return -density.log()
  }

  /// Yes (1) or no (0): the output z claims "yes with probability sigmoid(z)" (Bernoulli).
  static func bernoulli<N: Number>(_ z: N, target: Double) -> N {
    let p = z.sigmoid()
    return -(target * p.log() + (1 - target) * (1 - p).log())
  }

  /// One of several: the outputs z claim "class k with probability e^(z_k) / sum of all".
  static func categorical<N: Number>(_ z: [N], target: Int) -> N {
    let exponentials = z.map { $0.exp() }
    let p = exponentials[target] / .sum(exponentials)
    return -p.log()
  }

  /// A yes or no judged by the square of its error: a loss that is no likelihood.
  static func squaredError<N: Number>(_ z: N, target: Double) -> N {
    let difference = z.sigmoid() - target
    return 0.5 * (difference * difference)
  }
}
