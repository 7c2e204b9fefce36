/// The gated recurrent unit: two gates, and no memory beside the hidden state.
///
/// With x' = x(t) W + b and h' = h(t-1) U + c, cut into three blocks each:
///
///     r = sigmoid(x'r + h'r)               reset: how much of the past the candidate sees
///     z = sigmoid(x'z + h'z)               update: how much of the past stays
///     n = tanh(x'n + r h'n)                the candidate
///     h(t) = (1 - z) n + z h(t-1)
///
/// **Shape** `[batch, time, in]` -> outputs `[batch, time, hidden]`, state `[batch, hidden]`.
/// Parameters: `inputWeight [in, 3 hidden]`, `recurrentWeight [hidden, 3 hidden]`, `bias` and
/// `recurrentBias [3 hidden]`; the blocks are r, z, n. The reset gate works after the product,
/// as in PyTorch.
///
/// Source: K. Cho and others, EMNLP 2014, section 2.3.
public struct GRU {
  /// W, U, b and c of the equations.
  public let inputWeight, recurrentWeight, bias, recurrentBias: Variable

  /// Makes a layer with weights drawn evenly from ±1 / sqrt(hidden), as PyTorch does.
  public init(inputSize: Int, hiddenSize: Int, using generator: inout RandomGenerator) {
    (inputWeight, recurrentWeight) = recurrentWeights("GRU", inputSize, hiddenSize, 3, &generator)
    bias = Variable(Tensor.zeros(3 * hiddenSize))
    recurrentBias = Variable(Tensor.zeros(3 * hiddenSize))
  }

  /// The input weight, the recurrent weight, both biases.
  public var parameters: [Variable] { [inputWeight, recurrentWeight, bias, recurrentBias] }

  /// Reads whole sequences, from a given state or from zeros; the state returned is the last
  /// output.
  public func callAsFunction(
    _ input: Variable, from state: Variable? = nil
  ) -> (outputs: Variable, state: Variable) {
    let (outputs, last, _) = input.recurrent("GRU", .gru, parameters, hidden: state)
    return (outputs, last)
  }

  /// Reads one step.
  ///
  /// **Shape** `[batch, in]` -> the new state, which is also the output, `[batch, hidden]`.
  public func step(_ input: Variable, from state: Variable? = nil) -> Variable {
    self(input.asOneStep("GRU"), from: state).state
  }
}
