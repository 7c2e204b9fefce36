import MiniTensor
import Testing

/// A long running sum in single precision loses what is small beside it; these must not.
@Suite struct LongSumTests {
  private func relativeError(_ measured: Float, _ exact: Double) -> Double {
    abs(Double(measured) - exact) / abs(exact)
  }

  @Test func alongTheFirstAxis() {
    let sums = Tensor.full([1_000_000, 2], 0.1).sum(axis: 0)
    for sum in sums.scalars { #expect(relativeError(sum, 1e6 * Double(Float(0.1))) < 1e-6) }
  }

  /// Added one after the other, the rounding errors of a tenth pile up to several per cent.
  @Test func twentyMillionTenths() {
    let tenths = Tensor.full([20_000_000, 1], 0.1)
    let wanted = 20_000_000 * Double(Float(0.1))
    func error(_ sum: Float, _ wanted: Double) -> Double { abs(Double(sum) - wanted) / wanted }
    #expect(error(tenths.sum(), wanted) < 1e-6)
    #expect(error(tenths.sum(axis: 0)[0], wanted) < 1e-6)
    for sum in tenths.reshaped(2, 5_000_000, 2).sum(axis: 1).scalars {
      #expect(error(sum, wanted / 4) < 1e-6)
    }
  }

  @Test func meansStayInside() {
    var generator = RandomGenerator(seed: 1)
    let x = Tensor.uniform([1_000_000, 1], in: 100...101, using: &generator)
    let exact = x.scalars.reduce(0.0) { $0 + Double($1) } / 1e6
    let pairs = x.reshaped(500_000, 2).mean(axis: 0)
    #expect(relativeError(x.mean(axis: 0)[0], exact) < 1e-6)
    #expect(relativeError(pairs.mean(), exact) < 1e-6)
  }

  @Test func gradientsOfBroadcastingAndBiases() {
    let shift = Variable(Tensor.zeros(2))
    let rows = Variable(constant: Tensor.zeros(500_000, 2))
    ((rows + shift) * Tensor([0.1])).sum().backward()
    let exact = 5e5 * Double(Float(0.1))
    for g in shift.gradient?.scalars ?? [0] { #expect(relativeError(g, exact) < 1e-6) }

    let bias = Variable(Tensor.zeros(2))
    let weight = Variable(Tensor.zeros(2, 2))
    (rows.linear(weight: weight, bias: bias) * Tensor([0.1])).sum().backward()
    for g in bias.gradient?.scalars ?? [0] { #expect(relativeError(g, exact) < 1e-6) }
  }
}
