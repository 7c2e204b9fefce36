/// Exercise 19.5 - Nearest by cosine, first half.
public func cosine(_ a: [Float], _ b: [Float]) -> Float {
  func dot(_ x: [Float], _ y: [Float]) -> Float { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
  let lengths = dot(a, a).squareRoot() * dot(b, b).squareRoot()
  return lengths > 0 ? dot(a, b) / lengths : 0
}

/// Exercise 19.5 - Nearest by cosine, second half.
public func nearest(
  to target: [Float], among vectors: [[Float]], count: Int, except: [Int]
) -> [Int] {
  let cosines = vectors.map { cosine(target, $0) }
  let order = vectors.indices.filter { !except.contains($0) }.sorted {
    (cosines[$0], $1) > (cosines[$1], $0)
  }
  return Array(order.prefix(count))
}
