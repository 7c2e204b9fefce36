import Exercises16
import Foundation
import LessonKit
import MiniTensor
import WorkbenchKit

/// Noise turned into data: your schedule, your training pairs and your steps back.
///
/// Three hills on a line need no network, for your exact denoiser (16.5) knows the answer. The
/// Swiss roll needs one: it learns from the pairs that you make (16.3).
enum NoiseToData: BenchProgram {
  static let name = "diffusion"
  private static let stepCount = 100

  static func run(on board: Board) throws {
    var generator = RandomGenerator(seed: board.seed(of: "diffusion"))
    let betas = noiseRates(stepCount: stepCount, first: 0.001, last: 0.12)  // 16.1
    let schedule = Schedule(betas: betas, alphaBars: remainingSignal(betas: betas))  // 16.1
    makeHills(schedule, board, using: &generator)
    makeRoll(schedule, board, using: &generator)
  }

  private struct Schedule {
    let betas, alphaBars: [Float]
  }

  // MARK: - Three hills

  private static func makeHills(
    _ schedule: Schedule, _ board: Board, using generator: inout RandomGenerator
  ) {
    board.section("Three hills")
    let weights: [Float] = [0.25, 0.45, 0.3]
    let means: [Float] = [-1.4, 0.1, 1.15]
    let deviations: [Float] = [0.08, 0.14, 0.1]
    let count = 1000
    let data = (0..<count).map { _ in
      let hill = generator.choice(weights: weights)
      return generator.normal(mean: means[hill], standardDeviation: deviations[hill])
    }
    let drowned = noised(  // 16.2
      data, alphaBar: schedule.alphaBars[stepCount - 1], noise: noise(count, &generator))
    var x = noise(count, &generator)
    var paths = [x]
    board.progress("walking back", total: stepCount) { tick in
      for t in stride(from: stepCount, through: 1, by: -1) {
        let alphaBar = schedule.alphaBars[t - 1]
        let heard = x.map { value in
          let shares = responsibilities(  // 16.5
            value, alphaBar: alphaBar, weights: weights, means: means, deviations: deviations)
          return exactNoise(
            value, alphaBar: alphaBar, responsibilities: shares, means: means,
            deviations: deviations)
        }
        x = reverseStep(  // 16.4
          x, t: t, predictedNoise: heard, betas: schedule.betas, alphaBars: schedule.alphaBars,
          noise: noise(count, &generator))
        paths.append(x)
        tick()
      }
    }
    board.draw(
      Figure("From noise to three hills", name: "hills") {
        Panel("forty paths", x: "step back", y: "x") {
          Lines(x: 0...stepCount, (0..<40).map { path in paths.map { $0[path] } }, style: .faint)
        }
        Panel("where all \(count) ended", x: "x", y: "density") {
          Histogram(x, bins: 60, name: "from your steps", isDensity: true)
          Histogram(data, bins: 60, name: "the data", isDensity: true, colour: 1)
        }
      })
    let (distance, before) = (carryingDistance(x, data), carryingDistance(drowned, data))
    board.say(
      """
      How far must a grain of the one heap be carried, on average, to make the other? Before, as noise: \
      \(before, decimals: 2). After your steps: \(distance, decimals: 3).
      """)
    board.claim(
      "hills", "distance W1 between 1,000 numbers made of noise and 1,000 of the data",
      source: "lesson 16, section 4: exact hills", published: "0 at best",
      measured: "\(distance, decimals: 3)", gate: "at most 0.15", holds: distance <= 0.15)
  }

  // MARK: - A Swiss roll

  private static func makeRoll(
    _ schedule: Schedule, _ board: Board, using generator: inout RandomGenerator
  ) {
    board.section("A Swiss roll")
    let (count, steps) = (500, 12_000)
    let data = swissRoll(count, using: &generator)
    let clock = clockHands(stepCount: stepCount)
    let network = Sequential(
      Linear(inputSize: 18, outputSize: 128, using: &generator), Activation.silu,
      Linear(inputSize: 128, outputSize: 128, using: &generator), Activation.silu,
      Linear(inputSize: 128, outputSize: 2, using: &generator))
    func heard(_ x: [Float], _ times: [Int]) -> Variable {
      network(.concatenate([Tensor(x, shape: [times.count, 2]), clock.rows(times)], axis: 1))
    }
    let optimizer = Adam(network.parameters)
    board.progress("learning", total: steps) { tick in
      for step in 0..<steps {
        let rows = (0..<128).map { _ in data[generator.integer(below: count)] }
        let draws = rows.flatMap { _ -> [Float] in
          let draw = generator.uniform()
          return [draw, draw]  // both coordinates of a point live at one time
        }
        let pairs = trainingPairs(  // 16.3
          clean: Array(rows.joined()), timeDraws: draws, noise: noise(256, &generator),
          alphaBars: schedule.alphaBars)
        let times = stride(from: 0, to: 256, by: 2).map { pairs.steps[$0] }
        optimizer.zeroGradients()
        let answer = heard(pairs.noisy, times)
        let loss = denoisingLoss(  // 16.3
          predicted: answer.value.scalars, targets: pairs.targets)
        (answer * Variable(constant: Tensor(loss.gradient, shape: [128, 2]))).sum().backward()
        optimizer.learningRate = 0.003 * (1 - Float(step) / Float(steps)) + 1e-6
        optimizer.step()
        tick(note: "loss \(loss.loss, decimals: 2)")
      }
    }
    var x = noise(2 * count, &generator)
    let start = pairs(x)
    for t in stride(from: stepCount, through: 1, by: -1) {
      let predicted = withoutGradients { heard(x, Array(repeating: t, count: count)).value.scalars }
      x = reverseStep(  // 16.4
        x, t: t, predictedNoise: predicted, betas: schedule.betas, alphaBars: schedule.alphaBars,
        noise: noise(2 * count, &generator))
    }
    let (made, range) = (pairs(x), -3.0...3.0)
    board.draw(
      Figure("From noise to a roll", name: "roll") {
        for (title, points) in [("noise", start), ("your points", made), ("the data", data)]
          as [(Text, [[Float]])]
        {
          Panel(title, x: .range(range), y: .range(range), aspect: .equal) { Points(points) }
        }
      })
    let (before, after) = (medianDistance(start, to: data), medianDistance(made, to: data))
    board.claim(
      "roll", "median distance to the roll, against that of pure noise",
      source: "lesson 16, section 7", published: "on the roll",
      measured: "\(after / before, decimals: 2)",
      gate: "at most 0.4", holds: after <= 0.4 * before)
  }

  private static func pairs(_ x: [Float]) -> [[Float]] {
    stride(from: 0, to: x.count, by: 2).map { [x[$0], x[$0 + 1]] }
  }

  private static func noise(_ count: Int, _ generator: inout RandomGenerator) -> [Float] {
    (0..<count).map { _ in generator.normal() }
  }
}
