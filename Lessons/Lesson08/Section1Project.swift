import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson08 {
  /// From a table of cars to a number one can trust, in seven steps.
  static func runAProject(_ board: Board) throws {
    board.section("A project in seven steps")
    board.say(
      """
      How far does a car of 1978 drive on a gallon? We have 392 cars, and for each its weight, its \
      engine, its year and its origin. The recipe below is the recipe of nearly every project.
      """)
    let cars = try AutoMPG.load()
    look(cars, board)
    let prepared = cars.oneHot("origin", AutoMPG.origins)  // [392, 9]
    explainSplitAndNormalisation(prepared, board)

    let runs = concurrently(15, seed: board.seed) { _, generator, _ in
      projectRun(prepared, using: &generator)
    }
    modelAndTrain(runs[0], board)
    validate(runs, board)
    test(runs, board)
    measureDifferently(runs, cars, board)
  }

  /// The models of one project, all trained on the same cars.
  enum Candidate: Int, CaseIterable, Sendable {
    case linear, linearSquared, oneLayer, deep, deepSquared

    var hiddenSizes: [Int] {
      switch self {
      case .linear, .linearSquared: []
      case .oneLayer: [64]
      case .deep, .deepSquared: [64, 64]
      }
    }

    var loss: CarModel.Loss {
      self == .linearSquared || self == .deepSquared ? .squared : .absolute
    }

    var learningRate: Float { hiddenSizes.isEmpty ? 0.1 : 0.001 }

    var name: Text {
      switch self {
      case .linear, .linearSquared: "linear"
      case .oneLayer: "one hidden layer of 64"
      case .deep, .deepSquared: "64-64"
      }
    }
  }

  /// What one split of the cars has shown, one entry a candidate.
  struct ProjectRun: Sendable {
    var history: [CarModel.History] = []
    var validation: [Errors] = []
    var test: [Errors] = []
    /// The test cars as the network 64-64 sees them: truth and prediction.
    var truth: [Float] = []
    var predicted: [Float] = []
  }

  private static func projectRun(
    _ cars: RegressionSet, using generator: inout RandomGenerator
  ) -> ProjectRun {
    let project = CarProject(cars, using: &generator)
    var run = ProjectRun()
    for candidate in Candidate.allCases {
      let model = CarModel(
        inputs: cars.featureNames.count, hiddenSizes: candidate.hiddenSizes, using: &generator)
      run.history.append(
        model.learn(
          project, loss: candidate.loss, epochs: 100, learningRate: candidate.learningRate,
          using: &generator))
      run.validation.append(Errors(model, on: project.validation))
      run.test.append(Errors(model, on: project.test))
      if candidate == .deep {
        run.truth = project.test.targets.scalars
        run.predicted = model(project.test.features).scalars
      }
    }
    return run
  }

  private static func look(_ cars: RegressionSet, _ board: Board) {
    board.say(
      """
      Step 1. Look. Before any model: what is in the table, in which units, and what is missing? \
      (Six cars whose horsepower nobody wrote down have been left out.)
      """)
    let mpg = cars.targets - cars.targets.mean()
    board.table(
      ["column", "least", "mean", "greatest", "correlation with mpg"],
      cars.featureNames.filter { $0 != "origin" }.map { name in
        let values = cars.column(name)
        let centred = values - values.mean()
        let correlation =
          (centred * mpg).sum() / (centred.squared().sum() * mpg.squared().sum()).squareRoot()
        return [
          Text(verbatim: name), "\(values.min(), decimals: 0)", "\(values.mean(), decimals: 1)",
          "\(values.max(), decimals: 0)", "\(correlation, decimals: 2)",
        ]
      })
    board.draw(
      Figure(
        "Heavy cars are thirsty, but not along a straight line", x: "weight (pounds)",
        y: "miles per gallon", name: "cars"
      ) {
        Points(
          x: cars.column("weight").scalars, y: cars.targets.scalars,
          group: cars.column("origin").scalars.map { Int($0) - 1 },
          names: AutoMPG.origins.map { Text(verbatim: $0.value) })
      })
    board.say(
      """
      The origin is a code: 1 America, 2 Europe, 3 Japan. Japan is not three times America, so one \
      column becomes three, each 0 or 1.
      """)
  }

  private static func explainSplitAndNormalisation(_ cars: RegressionSet, _ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    let project = CarProject(cars, using: &generator)
    board.say(
      """
      Step 2. Split, before anything is computed. \(project.train.count) cars to learn from, \
      \(project.validation.count) to choose by, \(project.test.count) to be judged by. Shuffle \
      first: the table is ordered by year, and its end is no fair sample. The test cars go into a \
      drawer.
      """)
    board.say(
      """
      Step 3. Normalise. Weights are in thousands, cylinders in ones; a network would hear the \
      weight only. Bring every column to mean 0 and deviation 1, by the mean and deviation of the \
      training cars. The other cars are shifted by the same numbers: they stand for cars that do \
      not exist yet.
      """)
    board.formula("z = (x - mu) / sigma        mu, sigma: of the training rows")
  }

  private static func modelAndTrain(_ run: ProjectRun, _ board: Board) {
    board.say(
      """
      Step 4. Model. Always two: the simplest thing that could work, and the one you believe in. \
      Here a linear model, and a network with two hidden layers of 64 ReLUs. Also choose the loss, \
      which the gradient descends: here the mean absolute error.
      """)
    board.say(
      """
      Step 5. Train. Adam with step 0.001 (0.1 for the linear model), batches of 32, 100 epochs. \
      Watch two curves, not one.
      """)
    let deep = run.history[Candidate.deep.rawValue]
    let linear = run.history[Candidate.linear.rawValue]
    board.draw(
      Figure(
        "A hundred epochs", x: "epoch", y: .logarithmic("mean absolute error (mpg)"),
        name: "learning-curves"
      ) {
        Lines(x: 1...deep.train.count, y: deep.train, name: "64-64, training cars")
        Lines(x: 1...deep.train.count, y: deep.validation, name: "64-64, validation cars")
        Lines(
          x: 1...deep.train.count, y: linear.validation, name: "linear, validation cars",
          style: .dotted)
      })
  }

  private static func validate(_ runs: [ProjectRun], _ board: Board) {
    board.say(
      """
      Step 6. Validate. How many layers? Ask the validation cars, as often as you like. (Here the \
      median of fifteen random splits; one split of so few cars proves little.)
      """)
    board.table(
      ["model", "error on validation cars (mpg)"],
      [Candidate.linear, .oneLayer, .deep].map { candidate in
        let errors = runs.map { $0.validation[candidate.rawValue].meanAbsolute }
        return [candidate.name, "\(errors.median, decimals: 2)"]
      })
  }

  private static func test(_ runs: [ProjectRun], _ board: Board) {
    let deep = runs.map { $0.test[Candidate.deep.rawValue].meanAbsolute }
    let linear = runs.map { $0.test[Candidate.linear.rawValue].meanAbsolute }
    board.say(
      """
      Step 7. Test. Open the drawer, once, at the very end. The network is off by \
      \(deep.median, decimals: 2) miles per gallon, the linear model by \
      \(linear.median, decimals: 2). That is the number to report, whether we like it or not.
      """)
    board.draw(
      Figure(
        "Test cars: predicted against true", x: "true (mpg)", y: "predicted (mpg)",
        aspect: .equal, name: "truth"
      ) {
        Lines(x: [8, 48], y: [8, 48], name: "perfect", style: .dashed)
        Points(x: runs[0].truth, y: runs[0].predicted)
      })
    board.claim(
      "auto-mpg", "Auto MPG: the network against a linear model",
      source:
        "TensorFlow tutorial \"Basic regression\" (its setting; figures as commonly reported)",
      published: "about 1.7 against about 2.5 mpg",
      measured:
        "\(deep.median, decimals: 2) against \(linear.median, decimals: 2), median of 15 splits",
      gate: "network <= 2.3, and >= 0.3 below the linear model",
      holds: deep.median <= 2.3 && linear.median - deep.median >= 0.3)
  }
}
