import MiniTensor

/// One step of a recurrent network, and the same step again and again.
///
/// The hidden state is all that the network knows of the past. At every step it is computed anew,
/// from the input of that step and from itself:
///
///     h_t = tanh(x_t W + h_(t-1) U + b)
///
/// W, U and b are the same at every step: the network has few weights, and takes sequences of any
/// length.
///
/// Source: J. L. Elman, Cognitive Science 14, 1990.
struct RecurrentCell {
  let inputWeights: Variable  // W [inputs, hidden]
  let stateWeights: Variable  // U [hidden, hidden]
  let bias: Variable  // b [hidden]

  init(inputSize: Int, hiddenSize: Int, using generator: inout RandomGenerator) {
    let limit = 1 / Float(hiddenSize).squareRoot()
    let first = Initializer.uniform(limit: limit)
    inputWeights = Variable(first([inputSize, hiddenSize], using: &generator))
    stateWeights = Variable(first([hiddenSize, hiddenSize], using: &generator))
    bias = Variable(.zeros(hiddenSize))
  }

  init(inputWeights: Tensor, stateWeights: Tensor, bias: Tensor) {
    self.inputWeights = Variable(inputWeights)
    self.stateWeights = Variable(stateWeights)
    self.bias = Variable(bias)
  }

  var parameters: [Variable] { [inputWeights, stateWeights, bias] }
  var hiddenSize: Int { bias.shape[0] }

  /// The state after one more input.
  ///
  /// **Shape** input [batch, inputs], state [batch, hidden] -> [batch, hidden].
  func step(_ input: Variable, from state: Variable) -> Variable {
    (input.matmul(inputWeights) + state.matmul(stateWeights) + bias).tanh()
  }

  /// The state after each input: the loop laid out as one long network, a layer for every step.
  ///
  /// From here on nothing is new. The graph is a feed-forward network that uses the same weights in
  /// every layer, and `backward()` walks through it from the last step to the first.
  func unroll(_ inputs: [Variable], from start: Variable) -> [Variable] {
    var state = start
    return inputs.map { input in
      state = step(input, from: state)
      return state
    }
  }

  /// A state that knows nothing.
  func emptyState(batch: Int) -> Variable { Variable(constant: .zeros(batch, hiddenSize)) }
}

extension RecurrentCell {
  /// How far the library's `RNN` is from this cell, in the states and in the slopes of all weights.
  ///
  /// The library computes x W for all steps at once and takes all steps as one operation, which is
  /// several times faster. It must not be anything else.
  static func differenceFromLibrary(using generator: inout RandomGenerator) -> Float {
    let library = RNN(inputSize: 3, hiddenSize: 5, using: &generator)
    library.bias.value = .normal([5], using: &generator)
    let cell = RecurrentCell(
      inputWeights: library.inputWeight.value, stateWeights: library.recurrentWeight.value,
      bias: library.bias.value)
    let input = Tensor.normal([4, 7, 3], using: &generator)  // [batch, time, inputs]
    let direction = Tensor.normal([4, 7, 5], using: &generator)

    let moments = (0..<7).map { Variable(constant: input).slice(axis: 1, at: $0) }
    let states = Variable.stack(cell.unroll(moments, from: cell.emptyState(batch: 4)), axis: 1)
    let outputs = library(Variable(constant: input)).outputs
    (states * direction).sum().backward()
    (outputs * direction).sum().backward()
    let slopes = zip(cell.parameters, library.parameters).map { ($0.gradient!, $1.gradient!) }
    return ([(states.value, outputs.value)] + slopes).map { ($0 - $1).abs().max() }.max()!
  }
}
