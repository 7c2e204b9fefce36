import MiniTensor
import Testing

/// What is not a number must not get lost: it wins wherever it stands.
@Suite struct NotANumberTests {
  static let places = [0, 1, 7, 15, 16, 17, 33, 39]

  private func list(_ place: Int, of count: Int = 40) -> Tensor {
    var numbers = (0..<count).map { Float($0 % 7) }
    numbers[place] = .nan
    return Tensor(numbers)
  }

  @Test(arguments: places) func winsInReductions(place: Int) {
    let x = list(place)
    #expect(x.max().isNaN)
    #expect(x.min().isNaN)
    #expect(x.argmax() == place)
    let columns = x.reshaped(40, 1) + Tensor.zeros(1, 3)
    #expect(columns.max(axis: 0).scalars.allSatisfy { $0.isNaN })
    #expect(columns.min(axis: 0).scalars.allSatisfy { $0.isNaN })
    #expect(columns.argmax(axis: 0) == [place, place, place])
    #expect(x.reshaped(1, 40).max(axis: 1)[0].isNaN)
  }

  @Test func winsInPairs() {
    let (x, y): (Tensor, Tensor) = ([.nan, 1, 2], [1, .nan, 3])
    for result in [Tensor.maximum(x, y), Tensor.minimum(x, y)] {
      #expect(result.scalars.map(\.isNaN) == [true, true, false])
    }
    #expect(Tensor([.nan, 5]).clamped(to: 0...1).scalars.map(\.isNaN) == [true, false])
    for broadcast in [Tensor.maximum(x, Tensor(0)), Tensor.minimum(Tensor(0), x)] {
      #expect(broadcast[0].isNaN)
    }
  }

  @Test(arguments: 0..<4) func winsInPooling(place: Int) {
    var window = Tensor([1, 5, 2, 3], shape: [1, 1, 2, 2])
    window = Tensor(
      window.scalars.enumerated().map { $0.offset == place ? .nan : $0.element },
      shape: window.shape)
    let x = Variable(window)
    let pooled = MaxPool2D(size: 2)(x)
    #expect(pooled.value.scalars[0].isNaN)
    pooled.sum().backward()
    #expect(x.gradient?.scalars.firstIndex(of: 1) == place)
  }

  @Test func spreadsThroughSoftmax() {
    #expect(Tensor([1, .nan, 2]).softmax().scalars.allSatisfy { $0.isNaN })
    #expect(Tensor([1, .nan, 2]).logSumExp().scalar.isNaN)
  }

  @Test func aWrongRuleIsNotApproximatelyRight() {
    let x = Variable([1, 2, 3])
    let check = gradientCheck(of: [x]) {
      let y = x.value.squared()
      return Variable(y, from: x) { _ in [2, .nan, 6] }.sum()
    }
    #expect(check.worstError == .infinity)
  }

  @Test func infinityIsNearNothingElse() {
    let infinity: Tensor = [.infinity]
    #expect(infinity.isApproximatelyEqual(to: infinity))
    #expect(!infinity.isApproximatelyEqual(to: [5]))
    #expect(!infinity.isApproximatelyEqual(to: -infinity))
    #expect(!Tensor([.nan]).isApproximatelyEqual(to: [1]))
  }
}
