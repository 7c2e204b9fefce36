import Loops

/// A matrix somewhere in memory: element [i, j] lies at `start[i * rowStep + j * columnStep]`.
///
/// A transposed matrix is the same memory with the two steps exchanged.
struct MatrixView {
  var start: UnsafePointer<Float>
  var rowStep: Int
  var columnStep: Int

  /// The view that begins at another element.
  func from(row: Int, column: Int) -> MatrixView {
    MatrixView(
      start: start + row * rowStep + column * columnStep, rowStep: rowStep, columnStep: columnStep)
  }
}

/// A patch of the product, small enough to stay in registers while its sums grow.
///
/// This is the heart of every matrix product. Six rows of c, each one or two registers wide, are
/// held in registers. At each step k a row of b is loaded once and used for all six rows of c:
///
///     c[i, :] += a[i, k] * b[k, :]        i = 0 ... 5
///
/// So eight loads (two of b, six of a) serve twelve fused multiply-adds of a whole register each.
/// The naive loop loads two numbers for every single multiplication.
struct MatrixTile {
  static let rows = 6

  /// The possible widths, the widest first.
  static let widths =
    Lanes.scalarCount == 16
    ? [32, 16, 8, 4]
    : Lanes.scalarCount == 8 ? [16, 8, 4] : [8, 4]

  static let widest = 2 * Lanes.scalarCount

  /// How many steps k.
  var inner: Int
  /// How many of the six rows exist; the others repeat the last one and are not stored.
  var rowCount: Int
  var a: MatrixView
  /// The rows of b, each contiguous.
  var b: UnsafePointer<Float>
  var bStep: Int
  /// Where the sums start: a row for all (step 0), the rows of c itself, or nil for zeros.
  var initial: UnsafePointer<Float>?
  var initialStep: Int
  var c: UnsafeMutablePointer<Float>
  var cStep: Int

  /// Computes the next rows, `rows(of:)` those that are left, and goes on to the ones below.
  mutating func computeNext(of rest: Int, width: Int) {
    rowCount = MatrixTile.rows(of: rest)
    compute(width: width)
    moveDown()
  }

  /// Goes on to the next rows of a and c.
  @inline(__always)
  mutating func moveDown() {
    a.start += rowCount * a.rowStep
    c += rowCount * cStep
    if let start = initial { initial = start + rowCount * initialStep }
  }

  /// How many rows to take of those that are left: 8 are better cut into 4 and 4 than into 6 and 2,
  /// as a tile of up to four rows takes two thirds of the time.
  static func rows(of rest: Int) -> Int { rest == 7 || rest == 8 ? 4 : min(rows, rest) }

  /// Computes the tile; `width` is one of `widths`.
  ///
  /// Mutating, though nothing changes: else Swift copies the tile for the call, with wide loads
  /// that must wait until all numbers stored before have arrived in the cache.
  mutating func compute(width: Int) {
    switch width {
    #if AVX512
      case 32:
        if rowCount > 4 { computePairs(isTall: true) } else { computePairs(isTall: false) }
    #endif
    case 16: compute(SIMD16<Float>.self)
    case 8: compute(SIMD8<Float>.self)
    default: compute(SIMD4<Float>.self)
    }
  }

  /// The compiler holds a row of twice a register's width in two registers.
  @inline(__always)
  private func compute<Row: SIMD>(_: Row.Type) where Row.Scalar == Float {
    if rowCount > 4 { compute(Row.self, isTall: true) } else { compute(Row.self, isTall: false) }
  }

  /// Rows past the last one step nowhere, so that they read what is there.
  @inline(__always)
  private func offset(_ row: Int, _ step: Int) -> Int { min(row, rowCount - 1) * step }

  /// `isTall` is known where this is called, so each of the two loops holds only its own rows.
  @inline(__always)
  private func compute<Row: SIMD>(_: Row.Type, isTall: Bool) where Row.Scalar == Float {
    let (a1, a2, a3) = (offset(1, a.rowStep), offset(2, a.rowStep), offset(3, a.rowStep))
    let (a4, a5) = (offset(4, a.rowStep), offset(5, a.rowStep))
    var (row0, row1) = (start(0, Row.self), start(1, Row.self))
    var (row2, row3) = (start(2, Row.self), start(3, Row.self))
    var (row4, row5) = (start(4, Row.self), start(5, Row.self))
    var factors = a.start
    var row = b
    for _ in 0..<inner {
      let numbers = load(row, as: Row.self)
      row0 = fma(Row(repeating: factors[0]), numbers, row0)
      row1 = fma(Row(repeating: factors[a1]), numbers, row1)
      row2 = fma(Row(repeating: factors[a2]), numbers, row2)
      row3 = fma(Row(repeating: factors[a3]), numbers, row3)
      if isTall {
        row4 = fma(Row(repeating: factors[a4]), numbers, row4)
        row5 = fma(Row(repeating: factors[a5]), numbers, row5)
      }
      factors += a.columnStep
      row += bStep
    }
    store(row0, 0)
    store(row1, 1)
    store(row2, 2)
    store(row3, 3)
    store(row4, 4)
    store(row5, 5)
  }

  /// The same for rows of two registers of 16 numbers, each a variable.
  ///
  /// The standard library multiplies and adds `SIMD32` number by number.
  @inline(__always)
  private func computePairs(isTall: Bool) {
    let (a1, a2, a3) = (offset(1, a.rowStep), offset(2, a.rowStep), offset(3, a.rowStep))
    let (a4, a5) = (offset(4, a.rowStep), offset(5, a.rowStep))
    let next = Lanes.scalarCount
    var (left0, right0) = (start(0, Lanes.self), start(0, Lanes.self, at: next))
    var (left1, right1) = (start(1, Lanes.self), start(1, Lanes.self, at: next))
    var (left2, right2) = (start(2, Lanes.self), start(2, Lanes.self, at: next))
    var (left3, right3) = (start(3, Lanes.self), start(3, Lanes.self, at: next))
    var (left4, right4) = (start(4, Lanes.self), start(4, Lanes.self, at: next))
    var (left5, right5) = (start(5, Lanes.self), start(5, Lanes.self, at: next))
    var factors = self.a.start
    var row = b
    for _ in 0..<inner {
      let left = load(row, as: Lanes.self)
      let right = load(row + next, as: Lanes.self)
      add(Lanes(repeating: factors[0]), left, right, to: &left0, &right0)
      add(Lanes(repeating: factors[a1]), left, right, to: &left1, &right1)
      add(Lanes(repeating: factors[a2]), left, right, to: &left2, &right2)
      add(Lanes(repeating: factors[a3]), left, right, to: &left3, &right3)
      if isTall {
        add(Lanes(repeating: factors[a4]), left, right, to: &left4, &right4)
        add(Lanes(repeating: factors[a5]), left, right, to: &left5, &right5)
      }
      factors += a.columnStep
      row += bStep
    }
    store(left0, 0)
    store(right0, 0, at: next)
    store(left1, 1)
    store(right1, 1, at: next)
    store(left2, 2)
    store(right2, 2, at: next)
    store(left3, 3)
    store(right3, 3, at: next)
    store(left4, 4)
    store(right4, 4, at: next)
    store(left5, 5)
    store(right5, 5, at: next)
  }

  @inline(__always)
  private func start<Row: SIMD>(_ row: Int, _: Row.Type, at column: Int = 0) -> Row
  where Row.Scalar == Float {
    guard let initial else { return .zero }
    return load(initial + offset(row, initialStep) + column, as: Row.self)
  }

  @inline(__always)
  private func store<Row: SIMD>(_ numbers: Row, _ row: Int, at column: Int = 0)
  where Row.Scalar == Float {
    guard row < rowCount else { return }
    Loops.store(numbers, c + row * cStep + column)
  }
}

@inline(__always)
private func add<Row: SIMD>(
  _ factor: Row, _ left: Row, _ right: Row, to leftSum: inout Row, _ rightSum: inout Row
) where Row.Scalar == Float {
  leftSum = fma(factor, left, leftSum)
  rightSum = fma(factor, right, rightSum)
}
