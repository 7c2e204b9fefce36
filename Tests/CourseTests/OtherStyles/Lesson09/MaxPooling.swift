import ExerciseKit
import MiniTensor

/// The places of a window as a list; the first of the largest by sorting.
public func maxPooled(
  _ map: Tensor, size: Int, stride: Int
) -> (values: Tensor, places: [Int]) {
  let width = map.shape[1]
  let (rows, columns) = ((map.shape[0] - size) / stride + 1, (width - size) / stride + 1)
  let maxPool = (0..<rows * columns).map { window in
    let corner = window / columns * stride * width + window % columns * stride
    let seen = (0..<size * size).map { corner + $0 / size * width + $0 % size }
    return seen.sorted { (map.scalars[$0], -$0) > (map.scalars[$1], -$1) }[0]
  }
  return (Tensor(maxPool.map { map.scalars[$0] }, shape: [rows, columns]), maxPool)
}

/// Every pixel asks who chose it.
public func maxPoolingGradient(
  _ gradient: Tensor, places: [Int], mapShape: [Int]
) -> Tensor {
  let slopes = (0..<mapShape[0] * mapShape[1]).map { pixel in
    places.indices.filter { places[$0] == pixel }.reduce(Float(0)) { $0 + gradient.scalars[$1] }
  }
  return Tensor(slopes, shape: mapShape)
}
