import Datasets
import MiniTensor

/// A table in three parts, as in lesson 08: to learn from, to choose by, to be judged by.
struct TableTrial: Sendable {
  /// The networks to choose from.
  ///
  /// The list was written down once, for both tables: small, wider, deeper, with noise and without.
  static let candidates: [Autoencoder.Plan] = [
    .init(hiddenSizes: [8], activation: .tanh),
    .init(hiddenSizes: [32], activation: .tanh),
    .init(hiddenSizes: [32], activation: .tanh, noise: 0.3),
    .init(hiddenSizes: [128], activation: .tanh),
    .init(hiddenSizes: [128], activation: .tanh, noise: 0.3),
    .init(hiddenSizes: [64, 32], activation: .tanh, noise: 0.3),
  ]
  static let codeSize = 2

  /// What one split gave; errors are means over rows and columns.
  struct Result: Sendable {
    /// For each candidate the error on the rows it learned from, and on the validation rows.
    var candidates: [(train: Double, validation: Double)]
    /// PCA, fitted to the same training rows.
    var linear: (train: Double, validation: Double)
    /// Which candidate had the least validation error.
    var chosen: Int
    /// It and PCA, both fitted to training and validation rows, on the test rows.
    var test: Double
    var linearTest: Double

    var ratio: Double { test / linearTest }
  }

  /// Chooses by the validation rows, learns again from all but the test rows, and is judged once.
  static func run(
    _ table: LabelledSet, fold: TrainTest<[Int]>, epochs: Int,
    using generator: inout RandomGenerator, tick: () -> Void
  ) -> Result {
    let known = table.rows(fold.train)
    let parts = known.stratifiedSplit(testShare: 0.25, using: &generator)
    let inner = Standardizer(fitting: parts.train.features)
    let (train, validation) = (inner(parts.train.features), inner(parts.test.features))

    let scores = candidates.map { plan in
      let network = learned(plan, train, epochs: epochs, using: &generator)
      tick()
      return (squaredError(network(train), train), squaredError(network(validation), validation))
    }
    let chosen = scores.indices.min { scores[$0].1 < scores[$1].1 }!
    let pca = PrincipalComponents(fitting: train)
    let linear = (error(of: pca, on: train), error(of: pca, on: validation))

    let outer = Standardizer(fitting: known.features)
    let (all, test) = (outer(known.features), outer(table.rows(fold.test).features))
    let network = learned(candidates[chosen], all, epochs: epochs, using: &generator)
    tick()
    return Result(
      candidates: scores, linear: linear, chosen: chosen,
      test: squaredError(network(test), test),
      linearTest: error(of: PrincipalComponents(fitting: all), on: test))
  }

  /// A network of this plan that has learned to rebuild these rows.
  static func learned(
    _ plan: Autoencoder.Plan, _ rows: Tensor, epochs: Int, using generator: inout RandomGenerator
  ) -> Autoencoder {
    let network = Autoencoder(
      columns: rows.shape[1], codeSize: codeSize, plan, using: &generator)
    network.learn(
      rows, epochs: epochs, batchSize: 32, learningRate: 0.01, using: &generator)
    return network
  }

  private static func error(of pca: PrincipalComponents, on rows: Tensor) -> Double {
    squaredError(pca.decode(pca.encode(rows, size: codeSize)), rows)
  }
}
