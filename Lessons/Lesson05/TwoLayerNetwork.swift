import MiniTensor

/// A network with one hidden layer, its loss, and the backward pass written out by hand.
///
///     hidden = tanh(x W1 + b1)            [batch, hidden]
///     logits = hidden W2 + b2             [batch, classes]
///     loss   = mean of -log softmax(logits)[label]
///
/// This is what the closed box of lesson 04 did for any number of layers, line by line.
struct TwoLayerNetwork: Sendable {
  /// One tensor for each tensor that learns; the slopes have the same shapes as the weights.
  struct Parameters: Sendable {
    var hiddenWeights: Tensor  // [inputs, hidden]
    var hiddenBias: Tensor  // [hidden]
    var outputWeights: Tensor  // [hidden, classes]
    var outputBias: Tensor  // [classes]
  }

  var parameters: Parameters

  /// How many numbers learn.
  var parameterCount: Int {
    parameters.hiddenWeights.count + parameters.hiddenBias.count
      + parameters.outputWeights.count + parameters.outputBias.count
  }

  /// Weights drawn with a spread that keeps sums of many inputs as large as sums of few.
  init(inputs: Int, hidden: Int, classes: Int, using generator: inout RandomGenerator) {
    func weights(_ rows: Int, _ columns: Int) -> Tensor {
      .normal(
        [rows, columns], mean: 0, standardDeviation: 1 / Float(rows).squareRoot(),
        using: &generator)
    }
    parameters = Parameters(
      hiddenWeights: weights(inputs, hidden), hiddenBias: .zeros(hidden),
      outputWeights: weights(hidden, classes), outputBias: .zeros(classes))
  }

  // MARK: - Forward

  /// What the hidden units say, and the scores of the classes.
  ///
  /// **Shape** input [batch, inputs] -> hidden [batch, hidden], logits [batch, classes].
  func forward(_ input: Tensor) -> (hidden: Tensor, logits: Tensor) {
    let hidden = (input.matmul(parameters.hiddenWeights) + parameters.hiddenBias).tanh()
    let logits = hidden.matmul(parameters.outputWeights) + parameters.outputBias
    return (hidden, logits)
  }

  /// The mean surprise at the right answers: log(sum of e^z) - z_label, as in lesson 04.
  func loss(_ input: Tensor, labels: [Int]) -> Float {
    let surprises = forward(input).logits.logSoftmax(axis: 1)  // [batch, classes]
    let truth = Tensor.oneHot(labels, classes: surprises.shape[1])
    return -(surprises * truth).sum() / Float(labels.count)
  }

  // MARK: - Backward

  /// How steeply the loss rises with every weight: the chain rule, from the loss to the input.
  ///
  /// Blame is the derivative of the loss with respect to a weighted sum.
  func slopes(_ input: Tensor, labels: [Int]) -> Parameters {
    let (hidden, logits) = forward(input)

    // Loss to logits: what it believed, minus what is true; every row has one share of the mean.
    let truth = Tensor.oneHot(labels, classes: logits.shape[1])
    let outputBlame = (logits.softmax(axis: 1) - truth) / Float(labels.count)  // [batch, classes]

    // Logits to hidden units: along the same weights, against the arrows.
    let hiddenAnswersBlame = outputBlame.matmul(parameters.outputWeights, transposingOther: true)

    // Through the activation: tanh' = 1 - tanh^2.
    let hiddenBlame = hiddenAnswersBlame * (1 - hidden.squared())  // [batch, hidden]

    // A weight's slope: what came in, times the blame of where it went, summed over the batch.
    return Parameters(
      hiddenWeights: input.matmul(hiddenBlame, transposingSelf: true),  // [inputs, hidden]
      hiddenBias: hiddenBlame.sum(axis: 0),
      outputWeights: hidden.matmul(outputBlame, transposingSelf: true),  // [hidden, classes]
      outputBias: outputBlame.sum(axis: 0))
  }

  // MARK: - Step

  /// One step downhill.
  mutating func step(_ input: Tensor, labels: [Int], learningRate: Float) {
    step(against: slopes(input, labels: labels), learningRate: learningRate)
  }

  /// Moves every weight against its slope.
  mutating func step(against slopes: Parameters, learningRate: Float) {
    parameters.hiddenWeights -= learningRate * slopes.hiddenWeights
    parameters.hiddenBias -= learningRate * slopes.hiddenBias
    parameters.outputWeights -= learningRate * slopes.outputWeights
    parameters.outputBias -= learningRate * slopes.outputBias
  }

  /// The share of examples whose highest score is that of their label.
  func accuracy(_ input: Tensor, labels: [Int]) -> Double {
    let answers = forward(input).logits.argmax(axis: 1)
    return Double(zip(answers, labels).count { $0 == $1 }) / Double(labels.count)
  }
}
