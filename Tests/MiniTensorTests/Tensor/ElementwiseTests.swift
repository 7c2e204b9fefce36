import Testing

@testable import MiniTensor

@Suite struct ElementwiseTests {
  let x: Tensor = [-2, -0.5, 0, 0.5, 3]

  @Test func values() {
    #expect(x.relu() == [0, 0, 0, 0.5, 3])
    #expect(x.squared() == [4, 0.25, 0, 0.25, 9])
    #expect(x.abs() == [2, 0.5, 0, 0.5, 3])
    #expect(x.sign() == [-1, -1, 0, 1, 1])
    #expect(x.clamped(to: -1...1) == [-1, -0.5, 0, 0.5, 1])
    #expect(Tensor([4, 9]).squareRoot() == [2, 3])
    #expect(Tensor([4, 9]).power(0.5) == [2, 3])
    #expect(x.power(2) == x.squared())
    #expect(x.map { $0 + 1 } == x + 1)
    #expect(Tensor([Float.nan]).relu()[0].isNaN)
  }

  @Test func shapesStay() {
    for shape in [[], [1, 1], [3, 5, 2], [0, 4]] {
      let zeros = Tensor.zeros(shape)
      #expect(zeros.exp() == Tensor.ones(shape))
      #expect(zeros.sigmoid() == Tensor.full(shape, 0.5))
      #expect(zeros.relu().shape == shape)
    }
  }
}
