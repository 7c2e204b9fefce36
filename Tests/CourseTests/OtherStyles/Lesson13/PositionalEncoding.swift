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
