import Testing

@testable import MiniTensor

@Suite struct TensorTests {
  @Test func constructs() {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.shape == [2, 3])
    #expect(matrix[1, 2] == 6)
    #expect(Tensor(7).shape == [])
    #expect(Tensor(7).scalar == 7)
    #expect(Tensor([1, 2]).shape == [2])
    #expect(Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]) != matrix.transposed())
    #expect(Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]) == matrix)
    #expect(Tensor.zeros(0, 3).count == 0)
    let literal: Tensor = [1, 2]
    #expect(literal == Tensor([1, 2]))
  }

  @Test func copiesAreIndependent() {
    let original = Tensor.zeros(2, 2)
    var copy = original
    copy[0, 1] = 5
    #expect(original[0, 1] == 0)
    #expect(copy.scalars == [0, 5, 0, 0])
  }

  @Test func fills() {
    #expect(Tensor.ones(1, 2).scalars == [1, 1])
    #expect(Tensor.full([2], 7).scalars == [7, 7])
    #expect(Tensor.identity(2).scalars == [1, 0, 0, 1])
    #expect(Tensor.range(0, 3).scalars == [0, 1, 2])
    #expect(Tensor.range(1, 0, by: -0.5).scalars == [1, 0.5])
    #expect(Tensor.linspace(from: 0, through: 1, count: 5).scalars == [0, 0.25, 0.5, 0.75, 1])
    #expect(Tensor.oneHot([2, 0], classes: 3).scalars == [0, 0, 1, 1, 0, 0])
  }
}
