import MiniTensor
import Testing

/// Each optimizer against its formula, written out here in Double; the golden values of another
/// library are in DifferentialTests.
@Suite struct OptimizerTests {
  private let start: [Float] = [1, -2, 0.5]
  private let gradients: [[Float]] = [[0.5, -1, 2], [0.25, 3, -2], [-1, 0.1, 0], [4, 0.5, 1]]

  /// Steps of the library with given gradients.
  private func run(_ make: ([Variable]) -> Optimizer) -> [Float] {
    let parameter = Variable(Tensor(start))
    let optimizer = make([parameter])
    for gradient in gradients {
      optimizer.zeroGradients()
      parameter.gradient = Tensor(gradient)
      optimizer.step()
    }
    return parameter.value.scalars
  }

  /// The same by a rule for one number, with its memory and the number of the step.
  private func expected(
    _ rule: (_ w: Double, _ g: Double, _ memory: inout [Double], _ t: Double) -> Double
  ) -> [Float] {
    start.indices.map { index in
      var (w, memory) = (Double(start[index]), [0.0, 0, 0])
      for (t, gradient) in gradients.enumerated() {
        w = rule(w, Double(gradient[index]), &memory, Double(t + 1))
      }
      return Float(w)
    }
  }

  private func expectEqual(_ name: String, _ obtained: [Float], _ wanted: [Float]) {
    #expect(
      Tensor(obtained).isApproximatelyEqual(to: Tensor(wanted), tolerance: 1e-5),
      "\(name): expected \(wanted), obtained \(obtained)")
  }

  @Test func plainAndWithMomentum() {
    expectEqual(
      "SGD", run { SGD($0, learningRate: 0.1, weightDecay: 0.01) },
      expected { w, g, _, _ in w - 0.1 * (g + 0.01 * w) })
    expectEqual(
      "momentum", run { SGD($0, learningRate: 0.1, momentum: 0.9) },
      expected { w, g, m, _ in
        m[0] = 0.9 * m[0] + g
        return w - 0.1 * m[0]
      })
    expectEqual(
      "Nesterov", run { SGD($0, learningRate: 0.1, momentum: 0.9, isNesterov: true) },
      expected { w, g, m, _ in
        m[0] = 0.9 * m[0] + g
        return w - 0.1 * (g + 0.9 * m[0])
      })
  }

  @Test func withARateForEachNumber() {
    expectEqual(
      "Adagrad", run { Adagrad($0, learningRate: 0.3) },
      expected { w, g, m, _ in
        m[0] += g * g
        return w - 0.3 * g / (m[0].squareRoot() + 1e-10)
      })
    expectEqual(
      "RMSProp", run { RMSProp($0, learningRate: 0.05, decay: 0.9) },
      expected { w, g, m, _ in
        m[0] = 0.9 * m[0] + 0.1 * g * g
        return w - 0.05 * g / (m[0].squareRoot() + 1e-8)
      })
    expectEqual(
      "Adadelta", run { Adadelta($0, learningRate: 2, decay: 0.8, epsilon: 1e-3) },
      expected { w, g, m, _ in
        m[0] = 0.8 * m[0] + 0.2 * g * g
        let move = ((m[1] + 1e-3) / (m[0] + 1e-3)).squareRoot() * g
        m[1] = 0.8 * m[1] + 0.2 * move * move
        return w - 2 * move
      })
  }

  private func adam(_ g: Double, _ m: inout [Double], _ t: Double) -> Double {
    m[0] = 0.8 * m[0] + 0.2 * g
    m[1] = 0.95 * m[1] + 0.05 * g * g
    m[2] = max(m[2], m[1])
    return m[0] / (1 - power(0.8, t))
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    (0..<Int(exponent)).reduce(1) { product, _ in product * base }
  }

  @Test func theFamilyOfAdam() {
    let rate = 0.1
    expectEqual(
      "Adam", run { Adam($0, learningRate: 0.1, beta1: 0.8, beta2: 0.95, weightDecay: 0.1) },
      expected { w, g, m, t in
        let mean = adam(g + 0.1 * w, &m, t)
        return w - rate * mean / ((m[1] / (1 - power(0.95, t))).squareRoot() + 1e-8)
      })
    expectEqual(
      "AdamW", run { AdamW($0, learningRate: 0.1, beta1: 0.8, beta2: 0.95, weightDecay: 0.1) },
      expected { w, g, m, t in
        let mean = adam(g, &m, t)
        return w - rate * 0.1 * w
          - rate * mean / ((m[1] / (1 - power(0.95, t))).squareRoot() + 1e-8)
      })
    expectEqual(
      "AMSGrad", run { AMSGrad($0, learningRate: 0.1, beta1: 0.8, beta2: 0.95) },
      expected { w, g, m, t in
        let mean = adam(g, &m, t)
        return w - rate * mean / ((m[2] / (1 - power(0.95, t))).squareRoot() + 1e-8)
      })
  }

  @Test func aParameterWithoutGradientStays() {
    let (moved, still) = (Variable(Tensor([1])), Variable(Tensor([1])))
    let optimizer = Adam([still, moved])
    moved.gradient = Tensor([1])
    optimizer.step()
    #expect(still.value == Tensor([1]))
    #expect(moved.value != Tensor([1]))
  }

  /// The example of `Optimizer`: a subclass with nothing but its formula.
  final class SignDescent: Optimizer {
    override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
      for place in value.indices where gradient[place] != 0 {
        value[place] -= gradient[place] > 0 ? learningRate : -learningRate
      }
    }
  }

  @Test func anOptimizerOfOnesOwn() {
    let (a, b) = (Variable(Tensor([1, 2])), Variable(Tensor([3])))
    let optimizer = SignDescent([a, b], learningRate: 0.5)
    (a.gradient, b.gradient) = (Tensor([-7, 0]), Tensor([0.1]))
    optimizer.step()
    #expect(a.value == [1.5, 2] && b.value == [2.5])
    #expect(optimizer.state.isEmpty)
  }

  @Test func clippingKeepsTheDirection() {
    let (a, b) = (Variable(Tensor([0, 0])), Variable(Tensor([0])))
    (a.gradient, b.gradient) = (Tensor([3, 0]), Tensor([-4]))
    #expect([a, b].clipGradients(toNorm: 10) == 5)
    #expect(a.gradient == Tensor([3, 0]))
    #expect([a, b].clipGradients(toNorm: 1) == 5)
    #expect(a.gradient?.isApproximatelyEqual(to: Tensor([0.6, 0])) == true)
    #expect(b.gradient?.isApproximatelyEqual(to: Tensor([-0.8])) == true)
  }

  @Test func schedules() {
    let steps = LearningRateSchedule.step(every: 10, factor: 0.5)
    #expect([0, 9, 10, 25].map { steps($0) } == [1, 1, 0.5, 0.25])
    let cosine = LearningRateSchedule.cosine(steps: 100, final: 0.1)
    #expect(cosine(0) == 1)
    #expect(abs(cosine(50) - 0.55) < 1e-6)
    #expect(cosine(100) == 0.1 && cosine(500) == 0.1)
    let warm = LearningRateSchedule.exponential(factor: 0.5).warmedUp(over: 4)
    #expect([0, 3, 4, 5, 6].map { warm($0) } == [0.25, 1, 1, 0.5, 0.25])
  }
}
