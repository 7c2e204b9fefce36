import Experiments
import MiniTensor

/// One network that learns 100 of the 104 facts and is asked about the other four.
///
/// 24 people and 12 relations go in, one unit each; 6 units make a code of the person and 6 of
/// the relation; 12 combine them; 6 make a code of the answer; 24 people come out.
struct FamilyRun: Sendable {
  /// How to train.
  struct Recipe: Sendable {
    var spread: Double
    var learningRate: Double
    var decay: Double

    /// As printed: Rumelhart, Hinton and Williams, Nature 323 (1986).
    static let printed = Recipe(spread: 0.3, learningRate: 0.01, decay: 0.002)
    /// What it takes here: a larger start, larger steps, a weaker decay.
    static let stronger = Recipe(spread: 1, learningRate: 0.05, decay: 0.0002)
  }

  /// The share of the 100 facts learned.
  let trainRight: Double
  /// The share of the four held-out facts answered rightly.
  let heldOutRight: Double
  /// The error on the 100 facts after each sweep.
  let errors: [Double]
  /// The weights from each person to the six code units: [24][6].
  let personCodes: [[Double]]
  /// The mean size of all weights, at the start and at the end.
  let weightSizes: (start: Double, end: Double)

  static let sweeps = 1_500

  init(_ recipe: Recipe, using generator: inout RandomGenerator) {
    let facts = FamilyTrees.facts
    let inputs = facts.map { fact in
      (0..<36).map { $0 == fact.person || $0 == 24 + fact.relation ? 1.0 : 0 }
    }
    let targets = facts.map { fact in (0..<24).map { fact.answers.contains($0) ? 1.0 : 0 } }
    let order = generator.permutation(facts.count)
    let (heldOut, training) = (order.prefix(4), order.dropFirst(4).sorted())

    var network = SigmoidNetwork(
      sizes: [36, 12, 12, 6, 24], spread: recipe.spread, using: &generator)
    network.layers[0] = SigmoidLayer(
      inputs: 36, outputs: 12, spread: recipe.spread, using: &generator
    ) { input, unit in (input < 24) == (unit < 6) }
    let start = Self.meanSize(network)

    var errors: [Double] = []
    for sweep in 0..<Self.sweeps {
      var error = 0.0
      for k in training {
        error += network.study(inputs[k], target: targets[k], tolerance: 0.2)
      }
      errors.append(error)
      // Gently at first: half the rate and less momentum for twenty sweeps, as the paper has it.
      let isBeginning = sweep < 20
      network.step(
        learningRate: recipe.learningRate * (isBeginning ? 0.5 : 1),
        momentum: isBeginning ? 0.5 : 0.9, decay: recipe.decay)
    }

    /// Right: above 1/2 for those who are meant, below for all others.
    func isRight(_ k: Int) -> Bool {
      network.show(inputs[k])
      return zip(network.answers, targets[k]).allSatisfy { ($0 > 0.5) == ($1 > 0.5) }
    }
    trainRight = Double(training.count { isRight($0) }) / Double(training.count)
    heldOutRight = Double(heldOut.count { isRight($0) }) / Double(heldOut.count)
    self.errors = errors
    let weights = network.layers[0].weights  // [36, 12]
    personCodes = (0..<24).map { person in Array(weights[person * 12..<person * 12 + 6]) }
    weightSizes = (start, Self.meanSize(network))
  }

  private static func meanSize(_ network: SigmoidNetwork) -> Double {
    let sizes = network.layers.flatMap(\.weights).filter { $0 != 0 }.map { abs($0) }
    return sizes.mean
  }
}

/// How much of the differences between values is explained by the groups they are in: 0 to 1.
///
///     1 - (sum of squares around the groups' means) / (sum of squares around the common mean)
func explainedShare(_ values: [Double], by groups: [Int]) -> Double {
  func squares(_ values: [Double]) -> Double {
    let middle = values.mean
    return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
  }
  let within = Set(groups).sorted().map { group in
    squares(zip(values, groups).filter { $1 == group }.map(\.0))
  }
  return 1 - within.reduce(0, +) / squares(values)
}
