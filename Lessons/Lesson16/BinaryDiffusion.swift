import Foundation
import MiniTensor

/// Diffusion for bits: each step replaces each bit by a coin flip, with chance beta_t.
///
///     beta_t = 1 / (T - t + 1)        after t steps a bit is untouched with chance 1 - t / T
///
/// Going back, only one question is open for each bit: *does it flip*? If we knew whether the bit
/// of x_t is still that of x_0, Bayes' rule would say how likely. `flipIfRight` and `flipIfWrong`
/// are these chances.
///
/// Source: J. Sohl-Dickstein, E. Weiss, N. Maheswaranathan, S. Ganguli, Deep unsupervised learning
/// using nonequilibrium thermodynamics, ICML 2015, section 2.4.1 and table 1.
struct BinaryDiffusion: Sendable {
  let stepCount: Int
  /// q(x_{t-1} != x_t given x_0 = x_t), at index t.
  let flipIfRight: [Double]
  /// q(x_{t-1} != x_t given x_0 != x_t), at index t.
  let flipIfWrong: [Double]

  init(stepCount: Int) {
    self.stepCount = stepCount
    var (right, wrong) = ([0.0], [0.0])
    for t in 1...stepCount {
      let changed = 0.5 / Double(stepCount - t + 1)  // beta_t / 2: x_t differs from x_{t-1}
      let untouched = 1 - Double(t - 1) / Double(stepCount)
      let (same, other) = ((1 + untouched) / 2, (1 - untouched) / 2)  // x_{t-1} against x_0
      right.append(changed * other / (changed * other + (1 - changed) * same))
      wrong.append(changed * same / (changed * same + (1 - changed) * other))
    }
    flipIfRight = right
    flipIfWrong = wrong
  }

  /// The chance that a bit of x_t differs from that of x_0.
  func wrongShare(at step: Int) -> Double { Double(step) / Double(2 * stepCount) }

  /// x_t from x_0, in one go.
  func noised(_ bits: [Float], at step: Int, using generator: inout RandomGenerator) -> [Float] {
    let chance = Float(wrongShare(at: step))
    return bits.map { generator.uniform() < chance ? 1 - $0 : $0 }
  }
}

/// Twenty bits, a beat in every fifth: five rhythms, all equally likely.
enum Heartbeat {
  static let length = 20
  static let period = 5

  /// The rhythm whose first beat is at `phase`, 0 to 4.
  static func rhythm(_ phase: Int) -> [Float] {
    (0..<length).map { $0 % period == phase ? 1 : 0 }
  }

  /// Which rhythm these bits are, if any.
  static func phase(of bits: [Float]) -> Int? {
    (0..<period).first { rhythm($0) == bits }
  }
}

/// What tells, for each bit of x_t, how likely it is wrong: not the one of x_0.
protocol BitDoubter {
  /// **Shape** bits [rows, 20], one step a row -> chances, the same.
  func doubts(_ bits: Tensor, at steps: [Int]) -> Tensor
}

/// The exact answer: weigh the five rhythms by how well they explain what is seen.
struct ExactDoubter: BitDoubter {
  let diffusion: BinaryDiffusion

  func doubts(_ bits: Tensor, at steps: [Int]) -> Tensor {
    let rhythms = Tensor((0..<Heartbeat.period).map(Heartbeat.rhythm))  // [5, 20]
    // How many bits of each rhythm are seen wrong: x (1 - r) + (1 - x) r, summed.
    let wrong =
      bits.sum(axis: 1, keepingDimension: true) + rhythms.sum(axis: 1)
      - 2 * bits.matmul(rhythms, transposingOther: true)  // [rows, 5]
    let odds = Tensor(
      steps.map { step -> [Float] in
        let share = Float(diffusion.wrongShare(at: step))
        return [log(share / (1 - share))]
      })
    let shares = (wrong * odds).softmax()  // [rows, 5]
    let beats = matmul(shares, rhythms)  // how likely each bit of x_0 is 1
    return bits * (1 - beats) + (1 - bits) * beats
  }
}

/// KL of two chances: how many nats a coin with chance q costs somebody who bets on p.
func divergence(_ q: Double, _ p: Double) -> Double {
  let p = min(max(p, 1e-12), 1 - 1e-12)
  return (q > 0 ? q * log(q / p) : 0) + (q < 1 ? (1 - q) * log((1 - q) / (1 - p)) : 0)
}

/// A network that learned to doubt: 36-64-64-20.
struct LearnedDoubter: BitDoubter {
  let diffusion: BinaryDiffusion
  let layers: Sequential
  let clock: Tensor  // [T + 1, 16]

  init(_ diffusion: BinaryDiffusion, using generator: inout RandomGenerator) {
    self.diffusion = diffusion
    clock = LearnedDenoiser.clock(diffusion.stepCount)
    layers = Sequential(
      Linear(
        inputSize: Heartbeat.length + clock.shape[1], outputSize: 64, initializer: .heNormal,
        using: &generator),
      Activation.silu,
      Linear(inputSize: 64, outputSize: 64, initializer: .heNormal, using: &generator),
      Activation.silu,
      Linear(inputSize: 64, outputSize: Heartbeat.length, using: &generator))
  }

  private func chances(_ bits: Tensor, at steps: [Int]) -> Variable {
    let beats = layers(Tensor.concatenate([bits * 2 - 1, clock.rows(steps)], axis: 1)).sigmoid()
    return beats * (1 - 2 * bits) + bits
  }

  func doubts(_ bits: Tensor, at steps: [Int]) -> Tensor {
    withoutGradients { chances(bits, at: steps).value }
  }

  /// Adam on the bound itself: the divergence between the true chance of each flip and the
  /// network's.
  func learn(
    steps: Int, learningRate: Float = 0.003, using generator: inout RandomGenerator,
    tick: (_ loss: Double) -> Void
  ) {
    let optimizer = Adam(layers.parameters, learningRate: learningRate)
    let schedule = LearningRateSchedule.cosine(steps: steps)
    for step in 0..<steps {
      optimizer.learningRate = learningRate * schedule(step)
      optimizer.zeroGradients()
      let loss = loss(rows: 256, using: &generator)
      loss.backward()
      optimizer.step()
      if step % 100 == 99 { tick(Double(loss.value.scalar)) }
    }
  }

  private func loss(rows: Int, using generator: inout RandomGenerator) -> Variable {
    var noisy: [[Float]] = []
    var truth: [[Float]] = []
    var (right, wrong) = ([[Float]](), [[Float]]())
    let times = (0..<rows).map { _ in 1 + generator.integer(below: diffusion.stepCount) }
    for t in times {
      let clean = Heartbeat.rhythm(generator.integer(below: Heartbeat.period))
      let seen = diffusion.noised(clean, at: t, using: &generator)
      noisy.append(seen)
      right.append([Float(diffusion.flipIfRight[t])])
      wrong.append([Float(diffusion.flipIfWrong[t])])
      truth.append(zip(clean, seen).map { $0 == $1 ? right.last![0] : wrong.last![0] })
    }
    let (low, high, q) = (Tensor(right), Tensor(wrong), Tensor(truth))
    let p = (chances(Tensor(noisy), at: times) * (high - low) + low).clamped(to: 1e-12...(1 - 1e-6))
    // Cross-entropy: the entropy of q is missing, and no weight can change it.
    let surprise: Variable = -(p.log() * q + (1 - p).log() * (1 - q)).sum()
    return surprise * (1 / Float(rows))
  }
}

extension BitDoubter {
  /// The variational bound on the log-likelihood of a rhythm, in bits: never above the truth.
  ///
  ///     - sum_t E KL(q(x_{t-1} given x_t, x_0) | p(x_{t-1} given x_t)) / log 2
  ///
  /// Every step and every rhythm gets `draws` random x_t.
  func bound(
    _ diffusion: BinaryDiffusion, draws: Int, using generator: inout RandomGenerator
  ) -> Double {
    var nats = 0.0
    for t in 1...diffusion.stepCount {
      let clean = (0..<Heartbeat.period * draws).map { Heartbeat.rhythm($0 % Heartbeat.period) }
      let seen = clean.map { diffusion.noised($0, at: t, using: &generator) }
      let doubts = doubts(Tensor(seen), at: Array(repeating: t, count: clean.count)).scalars
      let (right, wrong) = (diffusion.flipIfRight[t], diffusion.flipIfWrong[t])
      var sum = 0.0
      for row in clean.indices {
        for bit in 0..<Heartbeat.length {
          let q = clean[row][bit] == seen[row][bit] ? right : wrong
          let p = right + (wrong - right) * Double(doubts[row * Heartbeat.length + bit])
          sum += divergence(q, p)
        }
      }
      nats += sum / Double(clean.count)
    }
    return -nats / log(2)
  }

  /// From pure coin flips back to bits, step by step.
  ///
  /// **Shape** -> [rows, 20]; `visit` sees them at every step, T and 0 included.
  func sample(
    _ diffusion: BinaryDiffusion, rows: Int, using generator: inout RandomGenerator,
    visit: (_ step: Int, Tensor) -> Void = { _, _ in }
  ) -> Tensor {
    var bits = Tensor.uniform([rows, Heartbeat.length], using: &generator).map { $0 < 0.5 ? 0 : 1 }
    visit(diffusion.stepCount, bits)
    for t in (1...diffusion.stepCount).reversed() {
      let doubts = doubts(bits, at: Array(repeating: t, count: rows))
      let (right, wrong) = (Float(diffusion.flipIfRight[t]), Float(diffusion.flipIfWrong[t]))
      let chances = doubts * (wrong - right) + right
      let flips = Tensor.uniform(bits.shape, using: &generator).less(than: chances)
      bits = bits + flips - 2 * bits * flips
      visit(t - 1, bits)
    }
    return bits
  }
}
