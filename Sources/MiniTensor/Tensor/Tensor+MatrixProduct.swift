import Kernels

/// The matrix product as a function; the method of the same name says more.
public func matmul(
  _ left: Tensor, _ right: Tensor, transposingLeft: Bool = false, transposingRight: Bool = false
) -> Tensor {
  left.matmul(right, transposingSelf: transposingLeft, transposingOther: transposingRight)
}

extension Tensor {
  /// The matrix product: c[i, j] = sum over k of a[i, k] * b[k, j].
  ///
  /// **Shape**
  /// - matrices: `[m, k]` and `[k, n]` -> `[m, n]`
  /// - a matrix and a vector: `[m, k]` and `[k]` -> `[m]`; a vector and a matrix:
  ///   `[k]` and `[k, n]` -> `[n]`; two vectors: `[k]` and `[k]` -> `[]`
  /// - a batch: `[..., m, k]` and `[k, n]` -> `[..., m, n]`; `[..., m, k]` and `[..., k, n]` with
  ///   the same leading axes -> `[..., m, n]`
  ///
  /// A transposed factor is read in place, nothing is copied: backpropagation needs `xᵀ g` for the
  /// weights and `g wᵀ` for the input. Traps when the inner extents differ.
  /// Complexity: O(m k n).
  public func matmul(
    _ other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false
  ) -> Tensor {
    let plan = MatrixProductPlan(
      shape, transposed: transposingSelf, other.shape, transposed: transposingOther)
    return Tensor(
      scalars: Kernels.matrixProduct(
        scalars, transposed: transposingSelf, other.scalars, transposed: transposingOther,
        count: plan.count, rows: plan.rows, inner: plan.inner, columns: plan.columns),
      shape: plan.shape)
  }
}

/// Which matrices a product multiplies: `count` products of `[rows, inner]` and `[inner, columns]`.
struct MatrixProductPlan {
  var count = 1
  var rows = 1
  var inner = 1
  var columns = 1
  var shape: Shape = []

  init(_ left: Shape, transposed leftTransposed: Bool, _ right: Shape, transposed: Bool) {
    let (leftRank, rightRank) = (left.rank, right.rank)
    guard leftRank >= 1, rightRank >= 1 else {
      misuse("matmul", "shapes \(left) and \(right): a single number is no matrix")
    }
    let (l1, l2) = (leftRank > 1 ? left[leftRank - 2] : 1, left[leftRank - 1])
    let (r1, r2) = (
      rightRank > 1 ? right[rightRank - 2] : right[0], rightRank > 1 ? right[rightRank - 1] : 1
    )
    (rows, inner) = leftTransposed && leftRank > 1 ? (l2, l1) : (l1, l2)
    let swap = transposed && rightRank > 1
    columns = swap ? r1 : r2
    let innerOfRight = swap ? r2 : r1
    let leading = left.product(of: 0..<max(leftRank - 2, 0))
    let batched = rightRank > 2
    guard batched || leftRank <= 2 || !leftTransposed else {
      misuse(
        "matmul",
        "a batch of shape \(left) can only be transposed before another batch, not before \(right)")
    }
    guard inner == innerOfRight, !batched || Shape.sameLeading(left, right) else {
      misuse(
        "matmul",
        """
        shapes \(left)\(leftTransposed ? "ᵀ" : "") and \(right)\(transposed ? "ᵀ" : "") do not \
        fit: the last axis of the left must equal the last but one of the right \
        (\(inner) and \(innerOfRight)), leading axes must agree
        """)
    }
    shape = left
    if leftRank == 1 {
      shape = rightRank == 1 ? [] : [columns]
    } else if rightRank == 1 {
      shape = left.removing(axis: leftRank - 1)
      shape[leftRank - 2] = rows
    } else {
      shape[leftRank - 2] = rows
      shape[leftRank - 1] = columns
    }
    if batched {
      count = leading
    } else {
      // One right matrix for all: the leading axes are simply more rows.
      rows *= leading
    }
  }
}

extension Shape {
  /// True when both are batches of matrices with the same leading axes.
  static func sameLeading(_ left: Shape, _ right: Shape) -> Bool {
    left.rank == right.rank && (0..<(left.rank - 2)).allSatisfy { left[$0] == right[$0] }
  }
}
