import MiniTensor

/// Layers of sigmoid units and the procedure of Rumelhart, Hinton and Williams (1986).
///
/// One example travels forward through the layers; the difference between answer and target
/// travels back as blame; every weight learns its slope on the way. The error is
///
///     E = 1/2 sum over the outputs of (answer - target)^2
struct SigmoidNetwork: Sendable {
  var layers: [SigmoidLayer]
  /// What each level says about the current example: the input first, the answers last.
  private var signals: [[Double]]
  /// dE/dz of each level; the input has none, its entry stays unused.
  private var blames: [[Double]]

  /// A network of the given widths, inputs first, with weights drawn from -spread to spread.
  init(sizes: [Int], spread: Double, using generator: inout RandomGenerator) {
    layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      SigmoidLayer(inputs: inputs, outputs: outputs, spread: spread, using: &generator)
    }
    signals = sizes.map { Array(repeating: 0, count: $0) }
    blames = signals
  }

  /// The answers of the last layer to the example that was shown last.
  var answers: [Double] { signals[layers.count] }

  /// What the units of one level, from 0, the input, on said about that example.
  func answers(ofLevel level: Int) -> [Double] { signals[level] }

  /// The blame of the units of one level, from 1 on, for the example that was studied last.
  func blame(ofLevel level: Int) -> [Double] { blames[level] }

  /// Shows one example: the signals travel forward.
  mutating func show(_ input: [Double]) {
    signals[0] = input
    for level in layers.indices {
      layers[level].answer(signals[level], into: &signals[level + 1])
    }
  }

  /// Shows one example and adds its slopes to those of the examples before it.
  ///
  /// - Parameters:
  ///   - input: the example.
  ///   - target: what the last layer should answer.
  ///   - tolerance: a difference smaller than this counts as none.
  /// - Returns: the error on this example.
  @discardableResult
  mutating func study(_ input: [Double], target: [Double], tolerance: Double = 0) -> Double {
    show(input)
    let (top, answers) = (layers.count, answers)
    var error = 0.0
    for k in target.indices {
      let answer = answers[k]
      let difference = abs(answer - target[k]) < tolerance ? 0 : answer - target[k]
      error += difference * difference / 2
      blames[top][k] = difference * answer * (1 - answer)
    }
    guard error > 0 else { return 0 }  // nobody is to blame
    for level in layers.indices.reversed() {
      layers[level].addSlopes(input: signals[level], blame: blames[level + 1])
      guard level > 0 else { break }
      layers[level].handDown(
        blames[level + 1], answersBelow: signals[level], into: &blames[level])
    }
    return error
  }

  /// Moves all weights against the slopes collected since the last step.
  mutating func step(learningRate: Double, momentum: Double = 0, decay: Double = 0) {
    for level in layers.indices {
      layers[level].step(learningRate: learningRate, momentum: momentum, decay: decay)
    }
  }
}
