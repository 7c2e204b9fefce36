import Kernels

/// The plain recurrent layer: h(t) = f(x(t) W + h(t-1) U + b), with f = tanh or the rectifier.
///
/// **Shape** `[batch, time, in]` -> outputs `[batch, time, hidden]`, state `[batch, hidden]`.
/// Parameters: `inputWeight [in, hidden]`, `recurrentWeight [hidden, hidden]`, `bias [hidden]`.
/// Complexity: O(batch · time · hidden · (in + hidden)).
///
/// Source: J. Elman, Cognitive Science 14, 1990.
public struct RNN {
  /// The functions a plain cell can use.
  public enum Nonlinearity: Sendable { case tanh, relu }

  /// W, U and b of the equation.
  public let inputWeight, recurrentWeight, bias: Variable

  /// f of the equation.
  public let nonlinearity: Nonlinearity

  /// Makes a layer with weights drawn evenly from ±1 / sqrt(hidden), as PyTorch does.
  public init(
    inputSize: Int, hiddenSize: Int, nonlinearity: Nonlinearity = .tanh,
    using generator: inout RandomGenerator
  ) {
    (inputWeight, recurrentWeight) = recurrentWeights("RNN", inputSize, hiddenSize, 1, &generator)
    bias = Variable(Tensor.zeros(hiddenSize))
    self.nonlinearity = nonlinearity
  }

  /// The input weight, the recurrent weight, the bias.
  public var parameters: [Variable] { [inputWeight, recurrentWeight, bias] }

  /// Reads whole sequences, from a given state or from zeros.
  ///
  /// The state returned is the last output. Pass it on `.detached()` to cut the past off, as
  /// truncated backpropagation through time does.
  public func callAsFunction(
    _ input: Variable, from state: Variable? = nil
  ) -> (outputs: Variable, state: Variable) {
    let cell = nonlinearity == .tanh ? RecurrentCell.tanh : .relu
    let (outputs, last, _) = input.recurrent("RNN", cell, parameters, hidden: state)
    return (outputs, last)
  }

  /// Reads one step.
  ///
  /// **Shape** `[batch, in]` -> the new state, which is also the output, `[batch, hidden]`.
  public func step(_ input: Variable, from state: Variable? = nil) -> Variable {
    self(input.asOneStep("RNN"), from: state).state
  }
}

/// The weights of a recurrent layer with so many blocks.
func recurrentWeights(
  _ name: String, _ inputSize: Int, _ hiddenSize: Int, _ blocks: Int,
  _ generator: inout RandomGenerator
) -> (input: Variable, recurrent: Variable) {
  guard inputSize > 0, hiddenSize > 0 else {
    misuse(name, "inputSize \(inputSize) and hiddenSize \(hiddenSize) must be positive")
  }
  let initializer = Initializer.uniform(limit: 1 / Float(hiddenSize).squareRoot())
  return (
    Variable(initializer([inputSize, blocks * hiddenSize], using: &generator)),
    Variable(initializer([hiddenSize, blocks * hiddenSize], using: &generator))
  )
}
