import Foundation

/// Looking things up by content: softmax(q kᵀ / sqrt(d)) v.
///
/// Each query is compared with every key. The scores become weights that add up to 1, and the
/// result is the mean of the values with these weights.
///
/// **Shape** `queries [..., n, d]`, `keys [..., m, d]`, `values [..., m, c]` -> `[..., n, c]`;
/// leading axes (batch, heads) are the same in all three. The mask, `[n, m]` or with leading axes,
/// holds 1 where a query may look and 0 where it may not; without one it may look everywhere.
/// Traps when the shapes do not fit, or a query may look nowhere.
/// Complexity: O(n m (d + c)) for each leading index, and n m numbers are kept for the way back.
///
/// Source: A. Vaswani and others, NeurIPS 2017, section 3.2.1.
public func scaledDotProductAttention(
  queries: Variable, keys: Variable, values: Variable, mask: Tensor? = nil
) -> Variable {
  let (q, k, v) = (queries.value, keys.value, values.value)
  let weights = attentionWeights(queries: q, keys: k, mask: mask)
  let shape = v.shape
  guard v.rank == k.rank, (0..<(v.rank - 1)).allSatisfy({ shape[$0] == k.shape[$0] }) else {
    misuse("attention", "keys of shape \(k.shape) with values of shape \(v.shape): one for each")
  }
  let scale = attentionScale(q)
  return Variable(weights.matmul(v), from: [queries, keys, values]) { gradient in
    // Through the softmax: w (g - sum of g w). Then through the scaled product of q and k.
    let forWeights = gradient.matmul(v, transposingOther: true)
    let sums = (forWeights * weights).sum(axis: -1, keepingDimension: true)
    let forScores = weights * (forWeights - sums) * scale
    return [
      forScores.matmul(k), forScores.matmul(q, transposingSelf: true),
      weights.matmul(gradient, transposingSelf: true),
    ]
  }
}

/// How much each query looks at each key: softmax(q kᵀ / sqrt(d)), for a picture.
///
/// **Shape** `queries [..., n, d]`, `keys [..., m, d]` -> `[..., n, m]`; every row adds up to 1.
/// Traps like `scaledDotProductAttention`.
public func attentionWeights(queries: Tensor, keys: Tensor, mask: Tensor? = nil) -> Tensor {
  guard queries.rank >= 2, Shape.sameLeading(queries.shape, keys.shape),
    queries.shape.last == keys.shape.last
  else {
    misuse(
      "attention",
      """
      queries of shape \(queries.shape), keys of shape \(keys.shape): \
      expected [..., n, d] and [..., m, d]
      """)
  }
  let scores = queries.matmul(keys, transposingOther: true) * attentionScale(queries)
  guard let mask else { return scores.softmax() }
  guard mask.rank == 2 || mask.rank == scores.rank,
    let plan = Broadcast(scores.shape, mask.shape), plan.shape == scores.shape
  else {
    misuse(
      "attention",
      """
      mask of shape \(mask.shape) for scores of shape \(scores.shape): \
      expected [n, m], or as many axes as the scores
      """)
  }
  if let strange = mask.scalars.first(where: { $0 != 0 && $0 != 1 }) {
    misuse("attention", "the mask holds \(strange): expected 1 (may look) and 0 (may not)")
  }
  guard mask.isEmpty || mask.max(axis: -1).min() > 0 else {
    misuse("attention", "the mask leaves a query nowhere to look: one of its rows is all 0")
  }
  // log 1 = 0 changes nothing, log 0 = -infinity becomes a weight of exactly 0.
  return (scores + mask.log()).softmax()
}

/// 1 / sqrt(d): a product of d independent numbers of variance 1 has the variance d.
private func attentionScale(_ queries: Tensor) -> Float {
  1 / Float(max(queries.shape.last ?? 1, 1)).squareRoot()
}

extension Tensor {
  /// The mask of a reader who has not seen the future: each position sees itself and its past.
  ///
  /// **Shape** `[length, length]`: ones on the diagonal and below, zeros above.
  /// Traps when the length is below 0.
  public static func causalMask(_ length: Int) -> Tensor {
    requireCount(length, "causalMask", "length")
    var mask = zeros(length, length)
    for row in 0..<length {
      for column in 0...row { mask.scalars[row * length + column] = 1 }
    }
    return mask
  }

  /// Where a symbol stands, as waves: sin(t / 10000^(2i/d)) and the cosine beside it.
  ///
  /// **Shape** `[count, size]`; column 2i holds the sine, 2i + 1 the cosine of one frequency.
  /// The encoding of t + k is the same rotation of that of t, wherever t is.
  /// Traps when the size is odd.
  ///
  /// Source: A. Vaswani and others, NeurIPS 2017, section 3.5.
  public static func sinusoidalPositions(count: Int, size: Int) -> Tensor {
    guard size >= 0, size % 2 == 0 else {
      misuse("sinusoidalPositions", "size \(size): each frequency needs two columns")
    }
    requireCount(count, "sinusoidalPositions", "count")
    let angles = (0..<count).flatMap { position in
      stride(from: 0, to: size, by: 2).map { column in
        Double(position) / pow(10_000, Double(column) / Double(size))
      }
    }
    return Tensor(angles.flatMap { [Float(sin($0)), Float(cos($0))] }, shape: [count, size])
  }
}
