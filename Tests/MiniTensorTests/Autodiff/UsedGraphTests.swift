import Foundation
import MiniTensor
import Testing

/// A graph that an earlier `backward()` has taken apart must not lose gradients silently.
@Suite struct UsedGraphTests {
  @Test func aSharedPastTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let w = Variable([2, 3])
      let h = w * 2
      let (a, b) = (h.sum(), h.squared().sum())
      a.backward()
      w.zeroGradient()
      b.backward()
    }
    expect(result, says: "backward: the graph behind a variable of shape [2]", "keepingGraph")
  }

  @Test func aStateHandedOnTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = RandomGenerator(seed: 1)
      let layer = RNN(inputSize: 2, hiddenSize: 3, using: &random)
      let x = Variable(constant: .ones(1, 4, 2))
      let first = layer(x)
      first.outputs.sum().backward()
      layer(x, from: first.state).outputs.sum().backward()
    }
    expect(result, says: "backward: the graph behind", "detached()")
  }

  @Test func keptOrDetachedItWorks() {
    let w = Variable([2, 3])
    let h = w * 2
    let (a, b) = (h.sum(), h.squared().sum())
    a.backward(keepingGraph: true)
    w.zeroGradient()
    b.backward()
    #expect(w.gradient == [16, 24])

    let x = Variable(Tensor(3))
    let y = x.squared()
    let (f, g) = (2 * y, 5 * y)
    f.backward(keepingGraph: true)
    g.backward()
    #expect(x.gradient?.scalar == 42)

    (w.detached() * w).sum().backward()
  }

  @Test func aKeptGradientIsNotPassedOnTwice() {
    let x = Variable(Tensor(2))
    let y = x * 3
    y.keepsGradient = true
    let z = y * 2
    z.backward(keepingGraph: true)
    #expect(x.gradient?.scalar == 6)
    x.zeroGradient()
    z.backward()
    #expect(x.gradient?.scalar == 6)
    #expect(y.gradient?.scalar == 4)  // the sum over both calls
  }

  @Test func aPullbackOfAnotherShapeTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let x = Variable([1, 2, 3])
      Variable(Tensor(6), from: x) { _ in [1, 1] }.backward()
    }
    expect(result, says: "a gradient of shape [2] arrived at a value of shape [3]")
  }

  @Test func aPullbackWithTooFewGradientsTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let (x, y) = (Variable([1]), Variable([2]))
      Variable(Tensor(3), from: [x, y]) { _ in [Tensor([1])] }.backward()
    }
    expect(result, says: "a pullback gave 1 gradients for 2 parents")
  }

  @Test func aValueReplacedBeforeTheWayBackTraps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let w = Variable([1, 2, 3])
      let loss = w.squared().sum()
      w.value = .zeros(1)
      loss.backward()
    }
    expect(result, says: "a gradient of shape [3] arrived at a value of shape [1]")
  }
}
