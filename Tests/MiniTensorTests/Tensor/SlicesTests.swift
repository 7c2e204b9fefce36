import Testing

@testable import MiniTensor

@Suite struct SlicesTests {
  let cube = Tensor.range(0, 24).reshaped(2, 3, 4)

  @Test func slices() {
    #expect(cube.slice(axis: 1, 1..<3).shape == [2, 2, 4])
    #expect(cube.slice(axis: 1, 1..<3)[1, 0, 2] == 18)
    #expect(cube.slice(axis: -1, at: 3) == Tensor([[3, 7, 11], [15, 19, 23]]))
    #expect(cube.slice(axis: 0, 1..<1).shape == [0, 3, 4])
    #expect(cube.row(1)[2, 3] == 23)
    #expect(cube[1, 2, 3] == 23)
  }

  @Test func gathersRowsAndColumns() {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows([1, 1, 0]) == Tensor([[4, 5, 6], [4, 5, 6], [1, 2, 3]]))
    #expect(matrix.rows([Int]()).shape == [0, 3])
    #expect(matrix.columns([2, 0]) == Tensor([[3, 1], [6, 4]]))
    #expect(matrix.columns(1..<3) == Tensor([[2, 3], [5, 6]]))
    #expect(matrix.column(2) == [3, 6])
    #expect(matrix.rows(0..<1).shape == [1, 3])
  }

  @Test func joins() {
    let (a, b) = (Tensor.ones(2, 1, 2), Tensor.zeros(2, 2, 2))
    let joined = Tensor.concatenate([a, b, a], axis: 1)
    #expect(joined.shape == [2, 4, 2])
    #expect(joined.slice(axis: 1, 1..<3) == b)
    #expect(joined.slice(axis: 1, 3..<4) == a)
    #expect(Tensor.stack([[1, 2], [3, 4]], axis: 1) == Tensor([[1, 3], [2, 4]]))
    #expect(Tensor.concatenate([.zeros(0, 2), .ones(1, 2)]) == .ones(1, 2))
  }

  @Test func reshapes() {
    #expect(cube.reshaped(4, -1).shape == [4, 6])
    #expect(cube.flattened().scalars == cube.scalars)
    #expect(cube.transposed()[1, 3, 2] == cube[1, 2, 3])
    let moved = cube.transposed(axes: [2, 0, 1])
    #expect(moved.shape == [4, 2, 3])
    for i in 0..<2 {
      for j in 0..<3 { for k in 0..<4 { #expect(moved[k, i, j] == cube[i, j, k]) } }
    }
    #expect(Tensor.zeros(1, 5).transposed().shape == [5, 1])
    #expect(Tensor([1, 2]).expandingShape(at: 1).shape == [2, 1])
  }

  /// Larger than a tile of the transposing kernel, and ragged.
  @Test func transposesLargeMatrices() {
    let matrix = Tensor.range(0, 37 * 53).reshaped(37, 53)
    let turned = matrix.transposed()
    #expect(turned[52, 36] == matrix[36, 52])
    #expect(turned.transposed() == matrix)
    #expect(turned == matrix.transposed(axes: [1, 0]))
  }
}
