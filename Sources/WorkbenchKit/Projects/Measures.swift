import Foundation
import MiniTensor

// Data and measures of the projects: given, so that a project's file shows how answers are joined.

/// The distance W1 of two samples of one size: both sorted, and each carried to its partner.
public func carryingDistance(_ a: [Float], _ b: [Float]) -> Float {
  zip(a.sorted(), b.sorted()).reduce(0) { $0 + abs($1.0 - $1.1) } / Float(max(1, a.count))
}

/// Points on a rolled-up strip, a little noisy, as in lesson 16.
public func swissRoll(_ count: Int, using generator: inout RandomGenerator) -> [[Float]] {
  (0..<count).map { _ in
    // The square root spreads the points evenly along the strip, which is longer further out.
    let angle = Float.pi * (2.25 + 18 * generator.uniform()).squareRoot()
    let noise = (generator.normal(), generator.normal())
    return [
      0.14 * angle * cos(angle) + 0.04 * noise.0, 0.14 * angle * sin(angle) + 0.04 * noise.1,
    ]
  }
}

/// Half of the points lie closer than this to their nearest neighbour in the data.
public func medianDistance(_ points: [[Float]], to data: [[Float]]) -> Float {
  let set = Tensor(data)
  let distances = points.map { (set - Tensor($0)).squared().sum(axis: 1).min().squareRoot() }
  return distances.sorted()[points.count / 2]
}

/// A time as a network sees it: hands of eight clocks that turn at different speeds.
///
/// **Shape** row t belongs to step t: `[stepCount + 1, 16]`.
public func clockHands(stepCount: Int) -> Tensor {
  Tensor(
    (0...stepCount).map { t in
      (0..<8).flatMap { hand -> [Float] in
        let angle = pow(60, Float(hand) / 7) * Float(t) / Float(stepCount)
        return [sin(angle), cos(angle)]
      }
    })
}

/// The mean surprise, in bits a symbol, of whoever has only counted which symbol follows which.
///
/// Every pair counts as seen once more than it was.
public func surpriseByPairs(
  of sequences: [[Int]], countedIn learned: [[Int]], symbols: Int
) -> Double {
  var counts = [[Double]](repeating: Array(repeating: 1, count: symbols), count: symbols)
  for sequence in learned {
    for (a, b) in zip(sequence, sequence.dropFirst()) { counts[a][b] += 1 }
  }
  var (bits, number) = (0.0, 0.0)
  for sequence in sequences {
    for (a, b) in zip(sequence, sequence.dropFirst()) {
      bits -= log2(counts[a][b] / counts[a].reduce(0, +))
      number += 1
    }
  }
  return bits / max(1, number)
}
