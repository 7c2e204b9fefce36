import MiniTensor

/// Three ways to adjust weights, each paid in passes: how often an example is shown to a network,
/// not what a clock says.
struct SamuelsLoop {
  /// What came of adjusting: the passes paid so far and the loss then.
  struct Record {
    var passes: [Int] = []
    var losses: [Float] = []

    mutating func add(_ passes: Int, _ loss: Float) {
      self.passes.append(passes)
      losses.append(loss)
    }

    /// The passes paid when the loss was first below a bound.
    func passes(untilBelow bound: Float) -> Int? {
      losses.firstIndex { $0 < bound }.map { passes[$0] }
    }
  }

  let input: Tensor  // [examples, inputs]
  let labels: [Int]
  let learningRate: Float

  /// Nudge all weights at random; keep the nudge if the test goes better.
  func blindly(
    _ start: TwoLayerNetwork, nudge: Float, passes: Int, using generator: inout RandomGenerator
  ) -> Record {
    var network = start
    var record = Record()
    var best = network.loss(input, labels: labels)
    for trial in 1...passes / labels.count {
      var nudged = network
      for (_, place) in GradientChecker.places {
        nudged.parameters[keyPath: place] += .normal(
          nudged.parameters[keyPath: place].shape, mean: 0, standardDeviation: nudge,
          using: &generator)
      }
      let loss = nudged.loss(input, labels: labels)
      if loss < best { (best, network) = (loss, nudged) }
      record.add(trial * labels.count, best)
    }
    return record
  }

  /// Wiggle one weight after the other to measure every slope, then step downhill.
  func wiggling(_ start: TwoLayerNetwork, passes: Int) -> Record {
    let price = 2 * start.parameterCount * labels.count
    return descent(start, passes: passes, price: price) { network in
      var slopes = network.parameters
      for (_, place) in GradientChecker.places {
        slopes[keyPath: place] = GradientChecker.measuredSlopes(
          network, place, input, labels: labels, step: 0.02)
      }
      return slopes
    }
  }

  /// Get all slopes from one pass forward and one back, then step downhill.
  ///
  /// The way back costs twice the way forward: one product for the slopes, one for the blame.
  func backwards(_ start: TwoLayerNetwork, passes: Int) -> Record {
    descent(start, passes: passes, price: 3 * labels.count) { network in
      network.slopes(input, labels: labels)
    }
  }

  private func descent(
    _ start: TwoLayerNetwork, passes: Int, price: Int,
    slopes: (TwoLayerNetwork) -> TwoLayerNetwork.Parameters
  ) -> Record {
    var network = start
    var record = Record()
    for step in 1...passes / price {
      network.step(against: slopes(network), learningRate: learningRate)
      record.add(step * price, network.loss(input, labels: labels))
    }
    return record
  }
}
