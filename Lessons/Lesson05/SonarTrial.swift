import MiniTensor

/// Rock or mine? The echoes and the network of Gorman and Sejnowski (1988).
struct SonarTrial: Sendable {
  let examples: Examples

  /// Echoes with their labels: 0 rock, 1 mine.
  init(features: Tensor, labels: [Int]) {
    examples = Examples(
      inputs: labels.indices.map { features.row($0).scalars.map(Double.init) },
      targets: labels.map { $0 == 1 ? [1, 0] : [0, 1] })
  }

  /// The percentages of right answers, every 25 epochs, the last entry at the end.
  struct Score: Sendable {
    var train: [Double] = []
    var test: [Double] = []
  }

  static let epochs = 300
  static let pause = 25

  /// Trains on the rows that are not in the test fold.
  ///
  /// Learning rate 2, no momentum, a step after every echo; differences below 0.2 count as none.
  func score(
    hidden: Int, train: [Int], test: [Int], using generator: inout RandomGenerator
  ) -> Score {
    var network = SigmoidNetwork(
      sizes: hidden == 0 ? [60, 2] : [60, hidden, 2], spread: 0.3, using: &generator)
    func percentRight(_ rows: [Int]) -> Double {
      let right = rows.count { row in
        network.show(examples.inputs[row])
        return (network.answers[0] > network.answers[1]) == (examples.targets[row][0] == 1)
      }
      return 100 * Double(right) / Double(rows.count)
    }
    var score = Score()
    for epoch in 1...Self.epochs {
      for row in train {
        let error = network.study(
          examples.inputs[row], target: examples.targets[row], tolerance: 0.2)
        if error > 0 { network.step(learningRate: 2) }
      }
      if epoch.isMultiple(of: Self.pause) {
        score.train.append(percentRight(train))
        score.test.append(percentRight(test))
      }
    }
    return score
  }

  /// How often the nearest of the training echoes has the right label, in percent.
  func nearestNeighbour(train: [Int], test: [Int]) -> Double {
    func distance(_ left: Int, _ right: Int) -> Double {
      zip(examples.inputs[left], examples.inputs[right]).reduce(0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
    }
    let right = test.count { row in
      let nearest = train.min { distance($0, row) < distance($1, row) }!
      return examples.targets[nearest] == examples.targets[row]
    }
    return 100 * Double(right) / Double(test.count)
  }
}
