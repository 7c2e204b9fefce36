/// The long short-term memory: a cell that keeps what its gates let in, until they let it go.
///
/// With a = x(t) W + h(t-1) U + b cut into four blocks:
///
///     i = sigmoid(a1)    f = sigmoid(a2)    o = sigmoid(a3)    g = tanh(a4)
///     c(t) = f c(t-1) + i g                the cell: f near 1 keeps, i near 1 writes
///     h(t) = o tanh(c(t))                  what the outside sees
///
/// **Shape** `[batch, time, in]` -> outputs `[batch, time, hidden]`, and the last h and c.
/// Parameters: `inputWeight [in, 4 hidden]`, `recurrentWeight [hidden, 4 hidden]`,
/// `bias [4 hidden]`; the blocks are i, f, o, g. The cell of 1997 had no forget gate (f = 1): then
/// three blocks i, o, g.
///
/// Sources: S. Hochreiter, J. Schmidhuber, Neural Computation 9, 1997; the forget gate: F. Gers,
/// J. Schmidhuber, F. Cummins, Neural Computation 12, 2000.
public struct LSTM {
  /// What is handed from step to step.
  public struct State {
    /// The last output h, and the last cell c.
    ///
    /// **Shape** both `[batch, hidden]`.
    public var hidden, cell: Variable

    /// Makes a state, say of zeros.
    public init(hidden: Variable, cell: Variable) {
      self.hidden = hidden
      self.cell = cell
    }

    /// The same numbers without their past, for truncated backpropagation through time.
    public func detached() -> State { State(hidden: hidden.detached(), cell: cell.detached()) }
  }

  /// W, U and b of the equations.
  public let inputWeight, recurrentWeight, bias: Variable

  /// False for the cell of 1997.
  public let hasForgetGate: Bool

  /// Makes a layer with weights drawn evenly from ±1 / sqrt(hidden), as PyTorch does.
  ///
  /// `forgetBias` is where the bias of the forget gate starts; the others start at 0. With 1 the
  /// gate is open at first (f = 0.73), so that gradients survive until it has learned when to close
  /// (R. Jozefowicz and others, ICML 2015, section 3.2).
  public init(
    inputSize: Int, hiddenSize: Int, hasForgetGate: Bool = true, forgetBias: Float = 1,
    using generator: inout RandomGenerator
  ) {
    requireFinite(forgetBias, "LSTM", "forgetBias")
    self.hasForgetGate = hasForgetGate
    let blocks = hasForgetGate ? 4 : 3
    (inputWeight, recurrentWeight) = recurrentWeights(
      "LSTM", inputSize, hiddenSize, blocks, &generator)
    let starts: [Float] = hasForgetGate ? [0, forgetBias, 0, 0] : [0, 0, 0]
    bias = Variable(
      Tensor(starts.flatMap { [Float](repeating: $0, count: hiddenSize) }))
  }

  /// The input weight, the recurrent weight, the bias.
  public var parameters: [Variable] { [inputWeight, recurrentWeight, bias] }

  /// Reads whole sequences, from a given state or from zeros.
  ///
  /// Pass the state on `.detached()` to cut the past off, as truncated backpropagation does.
  public func callAsFunction(
    _ input: Variable, from state: State? = nil
  ) -> (outputs: Variable, state: State) {
    let (outputs, hidden, cell) = input.recurrent(
      "LSTM", .lstm(hasForgetGate: hasForgetGate), parameters, hidden: state?.hidden,
      memory: state?.cell)
    return (outputs, State(hidden: hidden, cell: cell))
  }

  /// Reads one step.
  ///
  /// **Shape** `[batch, in]` -> the new state; its `hidden` is also the output.
  public func step(_ input: Variable, from state: State? = nil) -> State {
    self(input.asOneStep("LSTM"), from: state).state
  }
}
