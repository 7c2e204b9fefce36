import Datasets
import Exercises06
import LessonKit
import MiniTensor
import WorkbenchKit

/// An engine of your own derives a small network, and the network learns the two moons.
///
/// The tape below writes down what was computed. Your `Scalar` (6.1) tells the slopes of sums and
/// products, your tanh (6.3) its own, and your order and gradients (6.2) walk back. Your dual
/// numbers (6.4) derive the same network forwards, to see whether both agree.
enum OwnEngine: BenchProgram {
  static let name = "moons"
  private static let hidden = 10

  static func run(on board: Board) throws {
    var generator = RandomGenerator(seed: board.seed(of: "moons"))
    let moons = TwoMoons.points(count: 200, distance: -4, using: &generator)
    let fresh = TwoMoons.points(count: 400, distance: -4, using: &generator)
    func point(_ set: LabelledSet, _ row: Int) -> (x: Double, y: Double, target: Double) {
      let place = set.features.row(row).scalars
      return (Double(place[0]) / 10, Double(place[1]) / 10, set.labels[row] == 0 ? -1 : 1)
    }
    var weights = (0..<(4 * hidden + 1)).map { _ in Double(generator.normal()) }
    var velocity = weights.map { _ in 0.0 }
    let steps = 300
    var losses: [Double] = []
    board.progress("learning", total: steps) { tick in
      for step in 0..<steps {
        let batch = generator.choice(20, from: 200).map { point(moons, $0) }
        let (loss, gradient) = slopes(of: batch, at: weights)
        let rate = 0.1 * (1 - Double(step) / Double(steps))
        for k in weights.indices {
          velocity[k] = 0.9 * velocity[k] - rate * gradient[k]
          weights[k] += velocity[k]
        }
        losses.append(loss)
        tick(note: "loss \(loss, decimals: 3)")
      }
    }
    let learned = weights
    func answer(_ x: Double, _ y: Double) -> Double {
      network(learned, x, y, plus: +, times: *, tanh: { hyperbolicTangent($0).value })
    }
    board.draw(
      Figure("Two moons, parted by your engine", aspect: .equal, name: "moons") {
        Region { (x: Float, y: Float) -> Int in answer(Double(x) / 10, Double(y) / 10) > 0 ? 1 : 0 }
        Points(moons.features.lists, group: moons.labels, names: ["upper", "lower"])
      })
    board.draw(
      Figure("The loss of each batch", x: "step", y: .logarithmic("loss"), name: "loss") {
        Lines(x: 1...steps, y: losses)
      })
    let right = (0..<fresh.count).count { row in
      let (x, y, target) = point(fresh, row)
      return answer(x, y) * target > 0
    }
    let share = Double(right) / Double(fresh.count)
    board.claim(
      "moons", "fresh points on the right side", source: "lesson 02, a single neuron",
      published: "81 to 90 %", measured: "\(share, percent: 1)", gate: "at least 90 %",
      holds: share >= 0.9)
    compare(point(moons, 0), at: learned, board)
  }

  /// One hidden layer of tanh, for whatever can be added and multiplied.
  private static func network<Number>(
    _ weights: [Number], _ x: Number, _ y: Number, plus: (Number, Number) -> Number,
    times: (Number, Number) -> Number, tanh: (Number) -> Number
  ) -> Number {
    var result = weights[4 * hidden]
    for unit in 0..<hidden {
      let w = weights[(4 * unit)..<(4 * unit + 4)]
      let sum = plus(plus(times(w[4 * unit], x), times(w[4 * unit + 1], y)), w[4 * unit + 2])
      result = plus(result, times(w[4 * unit + 3], tanh(sum)))
    }
    return result
  }

  /// The mean squared error of some points, and its slope by each weight, on your tape.
  private static func slopes(
    of points: [(x: Double, y: Double, target: Double)], at weights: [Double]
  ) -> (loss: Double, slopes: [Double]) {
    let tape = Tape()
    let leaves = weights.map { tape.leaf($0) }
    var loss = tape.leaf(0)
    for point in points {
      let answer = network(
        leaves, tape.leaf(point.x), tape.leaf(point.y), plus: tape.plus, times: tape.times,
        tanh: tape.tanh)
      let error = tape.plus(answer, tape.leaf(-point.target))
      loss = tape.plus(loss, tape.times(error, error))
    }
    let mean = tape.times(loss, tape.leaf(1 / Double(points.count)))
    return (tape.values[mean], Array(tape.slopes(of: mean).prefix(weights.count)))
  }

  /// Backwards on the tape, and forwards with your dual numbers: one derivative, two ways.
  private static func compare(
    _ point: (x: Double, y: Double, target: Double), at weights: [Double], _ board: Board
  ) {
    let backwards = slopes(of: [point], at: weights).slopes
    let one = Dual(1, derivative: 0)
    let worst =
      weights.indices.map { chosen in
        let inputs = weights.enumerated().map { Dual($1, derivative: $0 == chosen ? 1 : 0) }
        let answer = network(
          inputs, Dual(point.x, derivative: 0), Dual(point.y, derivative: 0), plus: +, times: *,
          tanh: { sum in
            let power = (sum + sum).exponential()
            return (power - one) / (power + one)
          })  // 6.4
        let error = answer - Dual(point.target, derivative: 0)
        return abs((error * error).derivative - backwards[chosen])
      }.max() ?? 0
    board.claim(
      "two-ways", "slopes by the tape and by dual numbers, largest difference",
      source: "the chain rule", published: "0", measured: "\(worst, significant: 2)",
      gate: "at most 1e-9", holds: worst <= 1e-9)
  }
}

/// All that was computed, in order: the values, what each came from, and the slopes along the way.
private final class Tape {
  private(set) var values: [Double] = []
  private var parents: [[Int]] = []
  private var edges: [[Double]] = []

  func leaf(_ value: Double) -> Int { note(value, [], []) }

  func plus(_ a: Int, _ b: Int) -> Int { note(a, b) { $0 + $1 } }

  func times(_ a: Int, _ b: Int) -> Int { note(a, b) { $0 * $1 } }

  func tanh(_ a: Int) -> Int {
    let (value, slope) = hyperbolicTangent(values[a])  // 6.3
    return note(value, [a], [slope])
  }

  /// The slope of one number by every number on the tape.
  func slopes(of result: Int) -> [Double] {
    let order = topologicalOrder(endingAt: result, parents: parents)  // 6.2
    return gradients(order: order, parents: parents, slopes: edges)
  }

  private func note(_ a: Int, _ b: Int, _ rule: (Scalar, Scalar) -> Scalar) -> Int {
    let (left, right) = (Scalar(values[a]), Scalar(values[b]))
    let result = rule(left, right)  // 6.1
    result.receive(1)
    return note(result.value, [a, b], [left.gradient, right.gradient])
  }

  private func note(_ value: Double, _ from: [Int], _ slopes: [Double]) -> Int {
    values.append(value)
    parents.append(from)
    edges.append(slopes)
    return values.count - 1
  }
}
