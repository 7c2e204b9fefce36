extension Tensor {
  /// One number of a vector.
  ///
  /// Traps when the tensor has another rank or the index lies outside. So do all subscripts.
  public subscript(i: Int) -> Float {
    get { scalars[offset(rank: 1, i, 0, 0, 0)] }
    set { scalars[offset(rank: 1, i, 0, 0, 0)] = newValue }
  }

  /// One number of a matrix: row, then column.
  public subscript(i: Int, j: Int) -> Float {
    get { scalars[offset(rank: 2, i, j, 0, 0)] }
    set { scalars[offset(rank: 2, i, j, 0, 0)] = newValue }
  }

  /// One number of a tensor with three axes.
  public subscript(i: Int, j: Int, k: Int) -> Float {
    get { scalars[offset(rank: 3, i, j, k, 0)] }
    set { scalars[offset(rank: 3, i, j, k, 0)] = newValue }
  }

  /// One number of a tensor with four axes.
  public subscript(i: Int, j: Int, k: Int, l: Int) -> Float {
    get { scalars[offset(rank: 4, i, j, k, l)] }
    set { scalars[offset(rank: 4, i, j, k, l)] = newValue }
  }

  private func offset(rank: Int, _ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int {
    guard let offset = shape.offset(rank: rank, i, j, k, l) else {
      let indices = [i, j, k, l].prefix(rank)
      misuse("subscript", "there is no element \(Array(indices)) in shape \(shape)")
    }
    return offset
  }
}
