import Datasets
import Experiments
import MiniTensor

/// Cars in three parts, normalised: to learn from, to choose by, and to be judged by.
struct CarProject: Sendable {
  let train: RegressionSet
  let validation: RegressionSet
  let test: RegressionSet

  /// Splits 80 to 20 for the test, and what remains 80 to 20 for the validation; then normalises.
  ///
  /// Every car is in one part only, because each part is a stretch of one shuffled list.
  init(_ cars: RegressionSet, using generator: inout RandomGenerator) {
    let order = generator.permutation(cars.count)
    let testCount = Int((0.2 * Float(cars.count)).rounded())
    let validationCount = Int((0.2 * Float(cars.count - testCount)).rounded())
    let parts = [
      Array(order[(testCount + validationCount)...]),
      Array(order[testCount..<(testCount + validationCount)]),
      Array(order[..<testCount]),
    ].map { cars.rows($0) }

    let normalise = Normalization(of: parts[0].features)
    train = parts[0].with(features: normalise(parts[0].features))
    validation = parts[1].with(features: normalise(parts[1].features))
    test = parts[2].with(features: normalise(parts[2].features))
  }
}

/// A network that predicts miles per gallon.
struct CarModel {
  /// What the gradient descends.
  enum Loss: Sendable { case absolute, squared }

  let layers: Sequential

  /// ReLU layers of these sizes, then one number; without any, a linear model.
  init(inputs: Int, hiddenSizes: [Int], using generator: inout RandomGenerator) {
    var list: [any Layer] = []
    var width = inputs
    for size in hiddenSizes {
      list.append(Linear(inputSize: width, outputSize: size, using: &generator))
      list.append(Activation.relu)
      width = size
    }
    list.append(Linear(inputSize: width, outputSize: 1, using: &generator))
    layers = Sequential(list)
  }

  /// **Shape** features [rows, columns] -> miles per gallon [rows].
  func callAsFunction(_ features: Tensor) -> Tensor {
    withoutGradients { layers(features).value.reshaped(features.shape[0]) }
  }

  /// How the mean absolute error fell, epoch by epoch.
  struct History: Sendable {
    var train: [Double] = []
    var validation: [Double] = []
  }

  /// Adam, batches of 32, one look at the validation cars after every epoch.
  func learn(
    _ project: CarProject, loss: Loss, epochs: Int, learningRate: Float,
    using generator: inout RandomGenerator
  ) -> History {
    let optimizer = Adam(layers.parameters, learningRate: learningRate)
    var history = History()
    for _ in 0..<epochs {
      for batch in project.train.batches(of: 32, using: &generator) {
        optimizer.zeroGradients()
        let predicted = layers(project.train.features.rows(batch)).reshaped(batch.count)
        let truth = project.train.targets.rows(batch)
        switch loss {
        case .absolute: meanAbsoluteError(predicted, truth).backward()
        case .squared: meanSquaredError(predicted, truth).backward()
        }
        optimizer.step()
      }
      history.train.append(Errors(self, on: project.train).meanAbsolute)
      history.validation.append(Errors(self, on: project.validation).meanAbsolute)
    }
    return history
  }
}

/// The same errors, summed up in three ways.
struct Errors: Sendable {
  let meanAbsolute: Double
  let rootMeanSquared: Double
  /// The share of cars that are predicted within 2 miles per gallon.
  let withinTwo: Double

  /// The errors of a model on some cars.
  init(_ model: CarModel, on cars: RegressionSet) {
    self.init((model(cars.features) - cars.targets).scalars.map(Double.init))
  }

  init(_ errors: [Double]) {
    meanAbsolute = errors.map(abs).mean
    rootMeanSquared = errors.map { $0 * $0 }.mean.squareRoot()
    withinTwo = errors.map { abs($0) <= 2 ? 1 : 0 }.mean
  }
}
