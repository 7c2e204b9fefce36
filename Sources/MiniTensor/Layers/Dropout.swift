/// Silences a random part of the units while the network learns, and none when it is used.
///
/// Each number is kept with the chance 1 - rate and then divided by it, so that the expected
/// signal is the same in both modes ("inverted" dropout).
///
/// **Shape** any -> the same. Source: N. Srivastava and others, JMLR 15, 2014.
public struct Dropout: Layer, Sendable {
  /// The share of units that is silenced, from 0 to less than 1.
  public let rate: Float

  /// Traps when the rate is not in 0 ..< 1.
  public init(rate: Float) {
    guard rate >= 0, rate < 1 else { misuse("Dropout", "rate \(rate) is not in 0 ..< 1") }
    self.rate = rate
  }

  /// Passes everything on.
  ///
  /// Traps in `backward()`.
  public func callAsFunction(_ input: Variable) -> Variable {
    rate > 0 ? input.notForTraining("Dropout", "silences no unit") : input
  }

  /// Draws a new mask and applies it.
  public func callAsFunction(
    _ input: Variable, training generator: inout RandomGenerator
  ) -> Variable {
    guard rate > 0 else { return input }
    let chances = Tensor.uniform(input.shape, in: 0...1, using: &generator)
    return input * (chances.greaterOrEqual(to: rate) * (1 / (1 - rate)))
  }
}
