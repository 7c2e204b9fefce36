import Datasets
import LessonKit
import MiniTensor

extension Lesson06 {
  /// Logistic regression as a graph of scalars.
  static func learnAsAGraph(_ board: Board) throws -> TumourRun {
    board.section("A neuron as a graph: benign or malignant")
    board.say(
      """
      Wisconsin, 1993: 569 tumours, each described by thirty numbers measured on the nuclei of its \
      cells under the microscope. Was it malignant? One neuron with a sigmoid shall say with \
      which probability. Statisticians know it as logistic regression. For us it is a formula, \
      so: write the loss of all training examples as one expression of scalars, call \
      `backward()`, step downhill, again.
      """)
    board.formula(
      """
      z = w . x + b      p(malignant) = sigmoid(z)
      loss = mean of log(1 + e^z) - t z
      w <- w - eta * w.gradient
      """)

    let tumours = try BreastCancer.load()
    var generator = RandomGenerator(seed: board.seed)
    var run = TumourRun(
      split: TumourSplit(tumours, using: &generator), features: tumours.featureNames)
    let chosenSteps = board.wholeSetting("steps")
    let steps = board.isQuick ? min(25, chosenSteps) : chosenSteps
    let learningRate = board.setting("learning-rate")
    board.progress("learning", total: steps) { tick in
      for _ in 0..<steps {
        run.step(learningRate: learningRate)
        tick(note: "loss \(run.losses.last ?? 0, decimals: 3)")
      }
    }

    let accuracy = run.neuron.accuracy(on: run.test)
    board.say(
      """
      \(run.train.targets.count) tumours to learn from, \(run.test.targets.count) kept for the \
      test. All features are standardised with the mean and spread of the training rows: the \
      test rows must not whisper. Steps: \(steps). Each builds a graph of \
      \(run.nodes, grouped: true) nodes, walks back over \(run.edges, grouped: true) edges, \
      and throws it away. Test tumours told rightly: \(accuracy, percent: 1).
      """)
    draw(run, board)

    let accuracies = (0..<10).map { _ -> Double in
      let split = TumourSplit(tumours, using: &generator)
      let twin = TensorTwin(inputs: tumours.featureNames.count)
      twin.learn(
        split.trainFeatures, split.trainTargets, steps: chosenSteps,
        learningRate: Float(learningRate))
      return twin.accuracy(split.testFeatures, split.testTargets)
    }
    let mean = accuracies.reduce(0, +) / 10
    board.claim(
      "tumours", "one neuron tells malignant from benign",
      source: "UCI, wdbc.names: one plane on three features, cross-validated (Street, 1993)",
      published: "97.5 %",
      measured: "\(accuracy, percent: 1); ten other splits: \(mean, percent: 1)",
      gate: "mean of the ten >= 96 %", holds: mean >= 0.96)
    return run
  }

  private static func draw(_ run: TumourRun, _ board: Board) {
    let neuron = run.neuron
    let logits = run.test.x.map { neuron.logit($0) }
    board.draw(
      Figure("A graph that learns", name: "tumours") {
        Panel("the loss", x: "step", y: "mean cross-entropy") {
          Lines(x: 1...run.losses.count, y: run.losses)
        }
        Panel("tumours it has never seen", x: "z = w . x + b", y: "p(malignant)") {
          Lines(over: -12...12) { $0.sigmoid() }
          Points(
            x: logits.map { min(12, max(-12, $0)) }, y: logits.map { $0.sigmoid() },
            group: run.test.targets.map { Int($0) }, names: ["benign", "malignant"])
        }
      })
    let strongest = neuron.weights.indices
      .sorted { abs(neuron.weights[$0]) > abs(neuron.weights[$1]) }.prefix(8)
    board.draw(
      Figure(
        "What speaks for malignant",
        caption: "The eight largest weights; the features are standardised, so they compare.",
        name: "weights"
      ) {
        Bars(
          strongest.map { Text(verbatim: run.features[$0]) }, strongest.map { neuron.weights[$0] })
      })
  }
}

/// The neuron, what it learned from, and how it went.
struct TumourRun {
  let split: TumourSplit
  let features: [String]
  let train: Examples
  let test: Examples
  private(set) var neuron: LogisticRegression
  private(set) var losses: [Double] = []
  /// The size of the graph of one step.
  private(set) var nodes = 0
  private(set) var edges = 0
  /// The largest difference to MiniTensor's gradients so far, relative to the largest gradient.
  private(set) var gap = 0.0

  init(split: TumourSplit, features: [String]) {
    self.split = split
    self.features = features
    train = Examples(split.trainFeatures, targets: split.trainTargets)
    test = Examples(split.testFeatures, targets: split.testTargets)
    neuron = LogisticRegression(inputs: features.count)
  }

  /// One step of the neuron; its twin of tensors derives the same loss at the same weights.
  mutating func step(learningRate: Double) {
    let twin = TensorTwin(of: neuron)
    twin.loss(split.trainFeatures, split.trainTargets).backward()
    let graph = neuron.learn(train, learningRate: learningRate)
    gap = max(gap, distance(graph, twin))
    if losses.isEmpty {
      let history = graph.loss.history()
      nodes = history.count
      edges = history.map(\.parents.count).reduce(0, +)
    }
    losses.append(graph.loss.value)
  }

  private func distance(_ graph: LogisticRegression.Graph, _ twin: TensorTwin) -> Double {
    guard let byWeights = twin.weights.gradient, let byBias = twin.bias.gradient else {
      return .infinity
    }
    let ours = (graph.weights + [graph.bias]).map(\.gradient)
    let theirs = (byWeights.scalars + byBias.scalars).map(Double.init)
    return zip(ours, theirs).map { abs($0 - $1) }.max()! / ours.map { abs($0) }.max()!
  }
}

/// The tumours in a training and a test part, standardised by the training part.
struct TumourSplit {
  let trainFeatures: Tensor  // [456, 30]
  let trainTargets: Tensor  // [456], 1 malignant
  let testFeatures: Tensor
  let testTargets: Tensor

  init(_ tumours: LabelledSet, using generator: inout RandomGenerator) {
    let parts = tumours.stratifiedSplit(testShare: 0.2, using: &generator)
    let standardised = Standardizer(fitting: parts.train.features)
    trainFeatures = standardised(parts.train.features)
    testFeatures = standardised(parts.test.features)
    trainTargets = parts.train.targets("malignant", is: 1, else: 0)
    testTargets = parts.test.targets("malignant", is: 1, else: 0)
  }
}
