import Foundation
import MiniTensor
import Testing

/// Losses and activations near 0 or beside large numbers, against double precision.
@Suite struct SmallLossTests {
  private func isNear(_ measured: Float, _ exact: Double, _ tolerance: Double = 3e-7) -> Bool {
    abs(Double(measured) - exact) <= tolerance * max(abs(exact), 1e-30)
  }

  @Test(arguments: [Float(0), 50, 1e4, 1e6, 1e8, -1e8])
  func equalLogitsOfAnySize(logit: Float) {
    let z = Variable(Tensor([[logit, logit]]))
    #expect(isNear(softmaxCrossEntropy(logits: z, labels: [1]).value.scalar, log(2)))
    let spread = softmaxCrossEntropy(logits: z, targets: Tensor([[0.5, 0.5]]))
    #expect(isNear(spread.value.scalar, log(2)))
    #expect(isNear(z.value.logSoftmax()[0, 0], -log(2)))
  }

  @Test(arguments: [Float(-30), -16, -1, 0, 1, 16, 30, 80])
  func binaryCrossEntropyKeepsItsDigits(logit: Float) {
    let z = Variable([logit])
    let exact = logit > 0 ? log1p(exp(-Double(logit))) : -Double(logit) + log1p(exp(Double(logit)))
    #expect(isNear(binaryCrossEntropy(logits: z, targets: [1]).value.scalar, exact))
  }

  @Test(arguments: [Float(-80), -17, -1, -1e-6, 0, 1e-6, 1, 17, 80])
  func softplusAndELU(x: Float) {
    let exact = max(Double(x), 0) + log1p(exp(-abs(Double(x))))
    #expect(isNear(Tensor([x]).softplus()[0], exact))
    #expect(isNear(Variable([x]).softplus().value[0], exact))
    #expect(isNear(Variable([x]).elu().value[0], x > 0 ? Double(x) : expm1(Double(x))))
  }

  @Test func extremes() {
    let x = Variable([.infinity, -.infinity, .nan])
    let softplus = x.softplus().value.scalars
    #expect(softplus[0] == .infinity && softplus[1] == 0 && softplus[2].isNaN)
    let elu = x.elu(scale: 2).value.scalars
    #expect(elu[0] == .infinity && elu[1] == -2 && elu[2].isNaN)
  }
}
