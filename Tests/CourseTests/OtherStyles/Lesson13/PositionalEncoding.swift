import Foundation
import MiniTensor

/// Speeds by the exponential of a logarithm, each hand turned step by step, in Double.
public func positionVectors(count: Int, size: Int) -> Tensor {
  var flat: [Float] = []
  let speeds = (0..<size / 2).map { exp(-log(10000.0) * Double(2 * $0) / Double(size)) }
  var hands = speeds.map { _ in (sine: 0.0, cosine: 1.0) }
  for _ in 0..<count {
    flat += hands.flatMap { [Float($0.sine), Float($0.cosine)] }
    for i in hands.indices {
      let (s, c) = hands[i]
      hands[i] = (
        s * cos(speeds[i]) + c * sin(speeds[i]), c * cos(speeds[i]) - s * sin(speeds[i])
      )
    }
  }
  return Tensor(flat, shape: [count, size])
}

/// The other half: place 0 is (0, 1) in each pair, so a vector says where it is turned to.
public func shiftMatrix(by steps: Int, size: Int) -> Tensor {
  let turned = positionVectors(count: abs(steps) + 1, size: size).rows(abs(steps)..<abs(steps) + 1)
  var rows = [[Float]](repeating: [Float](repeating: 0, count: size), count: size)
  for i in 0..<size / 2 {
    let sine = turned[0, 2 * i] * (steps < 0 ? -1 : 1)
    rows[2 * i + 1].replaceSubrange(2 * i...2 * i + 1, with: [sine, turned[0, 2 * i + 1]])
    rows[2 * i].replaceSubrange(2 * i...2 * i + 1, with: [turned[0, 2 * i + 1], -sine])
  }
  return Tensor(rows)
}
