import MiniTensor
import Testing

@Suite struct VariableTests {
  @Test func theGraphOfTheCourse() {
    let a = Variable(Tensor(5))
    let b = Variable(Tensor(3))
    let f = (a + b) * (3 * b)
    f.backward()
    #expect(f.value.scalar == 72)
    #expect(a.gradient?.scalar == 9)
    #expect(b.gradient?.scalar == 33)
  }

  @Test func gradientsAddUpUntilForgotten() {
    let x = Variable(Tensor([1, 2]))
    for _ in 0..<2 { (x * 3).sum().backward() }
    #expect(x.gradient == Tensor([6, 6]))
    x.zeroGradient()
    #expect(x.gradient == nil)
  }

  @Test func aGraphCanBeKeptAndUsedAgain() {
    let x = Variable(Tensor(4))
    let y = x.squared()
    y.backward(keepingGraph: true)
    y.backward()
    #expect(x.gradient?.scalar == 16)
  }

  @Test func gradientsInTheMiddleAreGivenAwayUnlessKept() {
    let x = Variable(Tensor(2))
    let middle = x * 5
    let kept = x * 7
    kept.keepsGradient = true
    (middle * kept).backward()
    #expect(middle.gradient == nil)
    #expect(kept.gradient?.scalar == 10)
    #expect(x.gradient?.scalar == 140)
  }

  @Test func constantsAndDetachedVariablesReceiveNothing() {
    let x = Variable(Tensor(2))
    let constant = Variable(constant: Tensor(3))
    (x * constant + x.detached() * 10).backward()
    #expect(x.gradient?.scalar == 3)
    #expect(constant.gradient == nil)
  }

  @Test func nothingIsRecordedInsideWithoutGradients() {
    let x = Variable(Tensor(2))
    let y = withoutGradients { x * 3 }
    #expect(y.value.scalar == 6)
    #expect(!y.wantsGradient)
    #expect((x * 3).wantsGradient)
  }

  @Test func aMillionOperationsDeep() {
    let x = Variable(Tensor(1))
    var y = x
    for _ in 0..<1_000_000 { y = y + 0 }
    y.backward(keepingGraph: true)
    #expect(x.gradient?.scalar == 1)
    y = x
    #expect(y.value.scalar == 1)
  }

  @Test func aMillionOperationsReleasedWithoutBackward() {
    let x = Variable(Tensor(1))
    var (y, z) = (x, x)
    // A braid, so that both parents of each result are in the middle of the graph.
    for _ in 0..<500_000 { (y, z) = (y + z * 0, y) }
    #expect(y.value.scalar == 1)
    (y, z) = (x, x)
  }

  @Test func everyPathOfABraidCounts() {
    let x = Variable(Tensor(1))
    var y = x
    for _ in 0..<20 { y = y + y }
    y.backward()
    #expect(x.gradient?.scalar == 1_048_576)
  }

  @Test func backwardNeedsASingleNumber() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      Variable(Tensor([1, 2])).backward()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("backward: shape [2] is not a single number"))
  }

  @Test func aUsedGraphSaysSo() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let y = Variable(Tensor(1)) * 2
      y.backward()
      y.backward()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("keepingGraph: true"))
  }
}
