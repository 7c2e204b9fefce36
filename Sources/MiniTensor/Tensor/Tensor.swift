/// A block of numbers with a shape: a single number, a vector, a matrix, or more axes.
///
/// A tensor is a value. Assigning it copies it (the copy is made only when one of the two
/// changes), so no other part of a program can change a tensor behind your back.
///
///     let x = Tensor([[1, 2, 3], [4, 5, 6]])     // shape [2, 3]
///     x[1, 2]                                    // 6
///     x * 10 + x.row(0)                          // the row is added to every row
///
/// The numbers are stored row by row ("row-major"): the last axis changes fastest.
public struct Tensor: Sendable, Equatable {
  /// The numbers, row by row.
  public internal(set) var scalars: [Float]

  /// The extents of the axes: `[]` for a number, `[3]` for a vector, `[2, 3]` for a matrix.
  public internal(set) var shape: Shape

  /// How many axes there are: 0 for a number, 1 for a vector, 2 for a matrix.
  public var rank: Int { shape.rank }

  /// How many numbers there are: the product of the extents.
  public var count: Int { scalars.count }

  /// True when some axis has the extent 0, so that there are no numbers at all.
  public var isEmpty: Bool { scalars.isEmpty }

  /// For the library itself, which has the shape right by construction.
  init(scalars: [Float], shape: Shape) {
    self.scalars = scalars
    self.shape = shape
  }

  /// Other numbers in the same shape: what a function of each number makes of a tensor.
  func holding(_ scalars: [Float]) -> Tensor { Tensor(scalars: scalars, shape: shape) }
}

extension Tensor {
  /// Gives a shape to a list of numbers, row by row.
  ///
  ///     Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
  ///
  /// Traps when the shape asks for more or fewer numbers than there are.
  public init(_ scalars: [Float], shape: some Collection<Int>) {
    let shape = Shape(shape)
    guard shape.elementCount == scalars.count else {
      misuse(
        "Tensor(_:shape:)",
        "shape \(shape) holds \(shape.elementCount) numbers, but \(scalars.count) were given")
    }
    self.init(scalars: scalars, shape: shape)
  }

  /// Makes a vector.
  ///
  /// **Shape** `[vector.count]`.
  public init(_ vector: [Float]) {
    self.init(scalars: vector, shape: Shape(vector.count))
  }

  /// Makes a matrix from its rows.
  ///
  /// **Shape** `[rows.count, rows[0].count]`. Traps when the rows differ in length.
  public init(_ rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      misuse("Tensor(rows)", "row 0 has \(width) numbers, but row \(index) has \(row.count)")
    }
    self.init(scalars: Array(rows.joined()), shape: Shape(rows.count, width))
  }

  /// Makes a single number.
  ///
  /// **Shape** `[]`.
  public init(_ scalar: Float) {
    self.init(scalars: [scalar], shape: [])
  }

  /// The only number of a tensor that holds just one, whatever its rank.
  ///
  /// Traps when there are more or none.
  public var scalar: Float {
    guard scalars.count == 1 else {
      misuse("scalar", "a tensor of shape \(shape) is not a single number")
    }
    return scalars[0]
  }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// Makes a vector from a literal: `let x: Tensor = [1, 2, 3]`.
  public init(arrayLiteral elements: Float...) {
    self.init(elements)
  }
}
