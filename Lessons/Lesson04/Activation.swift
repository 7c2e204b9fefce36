import Foundation
import MiniTensor

/// What a neuron does with its weighted sum before it passes it on.
enum Activation: String, CaseIterable, Sendable {
  case identity, sigmoid, tanh, relu, leakyReLU, elu

  /// The five with a bend; `identity` is what a neuron without activation computes.
  static let gallery: [Activation] = [.sigmoid, .tanh, .relu, .leakyReLU, .elu]

  /// The answer of one neuron.
  func callAsFunction(_ x: Float) -> Float {
    switch self {
    case .identity: x
    case .sigmoid: 1 / (1 + exp(-x))
    case .tanh: Foundation.tanh(x)
    case .relu: max(0, x)
    case .leakyReLU: x > 0 ? x : 0.1 * x
    case .elu: x > 0 ? x : exp(x) - 1
    }
  }

  /// The answers of many neurons at once, element by element.
  ///
  /// **Shape** any -> the same.
  func callAsFunction(_ sums: Tensor) -> Tensor {
    switch self {
    case .identity: sums
    case .sigmoid: sums.sigmoid()
    case .tanh: sums.tanh()
    case .relu: sums.relu()
    case .leakyReLU, .elu: sums.map { self($0) }
    }
  }
}
