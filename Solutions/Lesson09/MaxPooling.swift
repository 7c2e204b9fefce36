import MiniTensor

/// Exercise 9.4 - Max pooling, first half.
public func maxPooled(
  _ map: Tensor, size: Int, stride: Int
) -> (values: Tensor, places: [Int]) {
  let (height, width) = (map.shape[0], map.shape[1])
  let rows = (height - size) / stride + 1
  let columns = (width - size) / stride + 1
  var places: [Int] = []
  for i in 0..<rows {
    for j in 0..<columns {
      var best = i * stride * width + j * stride
      for u in 0..<size {
        for v in 0..<size {
          let place = (i * stride + u) * width + j * stride + v
          if map.scalars[place] > map.scalars[best] { best = place }
        }
      }
      places.append(best)
    }
  }
  return (Tensor(places.map { map.scalars[$0] }, shape: [rows, columns]), places)
}

/// Exercise 9.4 - Max pooling, second half.
public func maxPoolingGradient(
  _ gradient: Tensor, places: [Int], mapShape: [Int]
) -> Tensor {
  var slopes = [Float](repeating: 0, count: mapShape[0] * mapShape[1])
  for (place, slope) in zip(places, gradient.scalars) { slopes[place] += slope }
  return Tensor(slopes, shape: mapShape)
}
