import Foundation
import MiniTensor

/// A small network that guesses the noise: 17-64-64-1 for one number, 18-96-96-2 for two.
///
///     input      x_t and the time t, as 8 sines and 8 cosines
///     target     the noise eps in x_t = sqrt(alphaBar) x_0 + sqrt(1 - alphaBar) eps
///     loss       mean (eps^ - eps)^2
struct LearnedDenoiser: Denoiser {
  let schedule: NoiseSchedule
  let valueCount: Int
  let layers: Sequential
  /// The time as the network sees it: row t belongs to step t. `[T + 1, 16]`
  let clock: Tensor

  init(
    _ schedule: NoiseSchedule, valueCount: Int = 1, hiddenSizes: [Int] = [64, 64],
    using generator: inout RandomGenerator
  ) {
    self.schedule = schedule
    self.valueCount = valueCount
    clock = Self.clock(schedule.stepCount)
    var list: [any Layer] = []
    var width = valueCount + clock.shape[1]
    for size in hiddenSizes {
      list.append(
        Linear(inputSize: width, outputSize: size, initializer: .heNormal, using: &generator))
      list.append(Activation.silu)
      width = size
    }
    list.append(Linear(inputSize: width, outputSize: valueCount, using: &generator))
    layers = Sequential(list)
  }

  /// Hands of a clock that turn at different speeds: sin(w t / T), cos(w t / T), w from 1 to 60.
  static func clock(_ stepCount: Int) -> Tensor {
    let speeds = (0..<8).map { pow(60, Double($0) / 7) }
    let rows = (0...stepCount).map { step in
      let time = Double(step) / Double(stepCount)
      return speeds.map { Float(sin($0 * time)) } + speeds.map { Float(cos($0 * time)) }
    }
    return Tensor(rows)
  }

  /// **Shape** x [rows, values], one step a row -> [rows, values].
  func callAsFunction(_ x: Tensor, at steps: [Int]) -> Variable {
    layers(Tensor.concatenate([x, clock.rows(steps)], axis: 1))
  }

  func noise(in x: Tensor, at step: Int) -> Tensor {
    withoutGradients { self(x, at: Array(repeating: step, count: x.shape[0])).value }
  }

  /// One batch to learn from: clean data, a step for each row, fresh noise.
  ///
  /// **Shape** clean [rows, values] -> x_t and eps, the same.
  func trainingPairs(
    _ clean: Tensor, using generator: inout RandomGenerator
  ) -> (noisy: Tensor, steps: [Int], noise: Tensor) {
    let steps = (0..<clean.shape[0]).map { _ in
      1 + generator.integer(below: schedule.stepCount)
    }
    let noise = Tensor.normal(clean.shape, using: &generator)
    let alphaBars = Tensor(steps.map { [Float(schedule.alphaBars[$0])] })  // [rows, 1]
    let noisy = clean * alphaBars.squareRoot() + noise * (1 - alphaBars).squareRoot()
    return (noisy, steps, noise)
  }

  /// Adam, batches of 256, a learning rate that falls along a cosine.
  ///
  /// - `data`: gives a batch of clean data, [rows, values].
  /// - `tick`: called after every hundred steps with their mean loss.
  func learn(
    steps: Int, learningRate: Float = 0.003, using generator: inout RandomGenerator,
    data: (_ rows: Int, inout RandomGenerator) -> Tensor, tick: (_ loss: Double) -> Void
  ) {
    let optimizer = Adam(layers.parameters, learningRate: learningRate)
    let schedule = LearningRateSchedule.cosine(steps: steps)
    var sum = 0.0
    for step in 0..<steps {
      optimizer.learningRate = learningRate * schedule(step)
      let batch = trainingPairs(data(256, &generator), using: &generator)
      optimizer.zeroGradients()
      let loss = meanSquaredError(self(batch.noisy, at: batch.steps), batch.noise)
      loss.backward()
      optimizer.step()
      sum += Double(loss.value.scalar)
      if step % 100 == 99 {
        tick(sum / 100)
        sum = 0
      }
    }
  }
}
