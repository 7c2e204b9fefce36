import Testing

@testable import MiniTensor

@Suite struct DescriptionTests {
  @Test func smallShapes() {
    #expect(Tensor(1.5).description == "1.5")
    #expect(Tensor([1, -2, 10]).description == "[ 1.0, -2.0, 10.0]")
    #expect(Tensor([[1, 2.5], [3, 4]]).description == "[[1.0, 2.5],\n [3.0, 4.0]]")
    #expect(
      Tensor.range(0, 4).reshaped(2, 1, 2).description == "[[[0.0, 1.0]],\n\n [[2.0, 3.0]]]")
    #expect(
      Tensor.zeros(2, 1, 1, 1).description == "[[[[0.0]]],\n\n\n [[[0.0]]]]")
  }

  @Test func decimalsFitTheNumbers() {
    #expect(Tensor([0.25, 1]).description == "[0.25, 1.00]")
    #expect((Tensor([1, 2]) / 3).description == "[0.3333, 0.6667]")
    #expect(Tensor([1e-5, 2]).description == "[1.000e-05, 2.000e+00]")
    #expect(Tensor([3e9]).description == "[3.000e+09]")
    #expect(Tensor([1, .nan, -.infinity]).description == "[ 1.0,  nan, -inf]")
  }

  @Test func emptyTensors() {
    #expect(Tensor.zeros(0).description == "[]")
    #expect(Tensor.zeros(2, 0).description == "[[],\n []]")
    #expect(Tensor.zeros(0, 2).description == "[]")
  }

  @Test func longAxesAreShortened() {
    let text = Tensor.range(0, 1000).reshaped(10, 100).description
    #expect(text.hasPrefix("[[  0.0,   1.0,   2.0, ...,  97.0,  98.0,  99.0],"))
    #expect(text.contains("\n ...,\n"))
    #expect(text.split(separator: "\n").count == 7)
  }
}
