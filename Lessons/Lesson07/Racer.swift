import LessonKit
import MiniTensor

/// One entry of the race: a rule of this lesson, and its twin in the library.
struct Racer: Sendable {
  let name: Text
  /// The rates that it may choose from; none when the rule knows no rate.
  let rates: [Float]
  let rule: @Sendable (_ learningRate: Float) -> any UpdateRule
  let library: @Sendable (_ parameters: [Variable], _ learningRate: Float) -> Optimizer

  static let rates: [Float] = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

  static let all = [
    Racer(
      name: "SGD", rates: rates, rule: { GradientDescent(learningRate: $0) },
      library: { SGD($0, learningRate: $1) }),
    Racer(
      name: "momentum", rates: rates, rule: { Momentum(learningRate: $0) },
      library: { SGD($0, learningRate: $1, momentum: 0.9) }),
    Racer(
      name: "Nesterov", rates: rates, rule: { Nesterov(learningRate: $0) },
      library: { SGD($0, learningRate: $1, momentum: 0.9, isNesterov: true) }),
    Racer(
      name: "Adagrad", rates: rates, rule: { Adagrad(learningRate: $0) },
      library: { MiniTensor.Adagrad($0, learningRate: $1) }),
    Racer(
      name: "Adadelta", rates: [1], rule: { _ in Adadelta() },
      library: { parameters, _ in MiniTensor.Adadelta(parameters) }),
    Racer(
      name: "RMSProp", rates: rates, rule: { RMSProp(learningRate: $0) },
      library: { MiniTensor.RMSProp($0, learningRate: $1) }),
    Racer(
      name: "Adam", rates: rates, rule: { Adam(learningRate: $0) },
      library: { MiniTensor.Adam($0, learningRate: $1) }),
    Racer(
      name: "AdamW", rates: rates, rule: { Adam(learningRate: $0, weightDecay: 0.01) },
      library: { AdamW($0, learningRate: $1, weightDecay: 0.01) }),
  ]

  /// The points that the rule visits, from the start on: one copy of it for each of the two
  /// weights.
  func path(on surface: Surface, learningRate: Float, steps: Int) -> [[Float]] {
    var rules = [rule(learningRate), rule(learningRate)]
    var point = surface.start
    var path = [point]
    for _ in 0..<steps {
      let slopes = surface.slopes(point[0], point[1])
      for i in 0..<2 { rules[i].move(&point[i], slope: slopes[i]) }
      path.append(point)
    }
    return path
  }

  /// The same race with the library's optimizer, and slopes from the engine of lesson 06.
  func libraryPath(on surface: Surface, learningRate: Float, steps: Int) -> [[Float]] {
    let weights = surface.start.map { Variable(Tensor($0)) }
    let optimizer = library(weights, learningRate)
    var path = [surface.start]
    for _ in 0..<steps {
      optimizer.zeroGradients()
      surface.loss(weights[0], weights[1]).backward()
      optimizer.step()
      path.append(weights.map { $0.value.scalar })
    }
    return path
  }

  /// The run with the rate that arrives first.
  func best(on surface: Surface, steps: Int) -> Run {
    let runs = rates.map { rate in
      Run(rate: rate, path: path(on: surface, learningRate: rate, steps: steps), on: surface)
    }
    return runs.min { $0.rank < $1.rank }!
  }

  /// When it arrived, and with which rate: `144 (0.03)`.
  func result(_ run: Run) -> Text {
    rates.count > 1 ? "\(run.steps) (\(run.rate))" : run.steps
  }

  /// A path, and when it came to its end.
  struct Run {
    let rate: Float
    let path: [[Float]]
    /// The first step from which on the point stays within 0.05 of a valley.
    let arrival: Int?
    /// The distance from the valley at the end.
    let miss: Float

    init(rate: Float, path: [[Float]], on surface: Surface) {
      let distances = path.map(surface.distance)
      let lastOutside = distances.lastIndex { !($0 < 0.05) } ?? -1
      self.rate = rate
      self.path = path
      arrival = lastOutside == path.count - 1 ? nil : lastOutside + 1
      miss = distances.last!
    }

    /// The step of the arrival, in words.
    var steps: Text { arrival.map { "\($0)" } ?? "never" }

    /// Who arrives first wins; who never arrives is ranked by the distance left.
    var rank: (Int, Float) { (arrival ?? .max, miss.isFinite ? miss : .infinity) }
  }
}
