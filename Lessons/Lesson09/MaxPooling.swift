import MiniTensor

/// Max pooling: of each window only the largest number goes on, and not where it stood.
///
///     y[c, i, j] = max over u, v of x[c, i size + u, j size + v]
///
/// Source: K. Yamaguchi, K. Sakamoto, T. Akabane and Y. Fujimoto, A neural network for
/// speaker-independent isolated word recognition, ICSLP 1990.
struct MaxPooling {
  let size: Int

  /// **Shape** [channels, height, width] -> [channels, height / size, width / size], rounded down.
  func callAsFunction(_ maps: Tensor) -> Tensor {
    places(maps).values
  }

  /// The way back: each window's gradient goes to the one pixel that was the largest.
  func gradient(_ maps: Tensor, _ gradient: Tensor) -> Tensor {
    var slopes = [Float](repeating: 0, count: maps.count)
    for (place, slope) in zip(places(maps).places, gradient.scalars) { slopes[place] += slope }
    return Tensor(slopes, shape: maps.shape)
  }

  /// The largest number of each window, and where among all numbers it stood.
  private func places(_ maps: Tensor) -> (values: Tensor, places: [Int]) {
    let (channels, height, width) = (maps.shape[0], maps.shape[1], maps.shape[2])
    let pixels = maps.scalars
    var places: [Int] = []
    for c in 0..<channels {
      for i in 0..<height / size {
        for j in 0..<width / size {
          var best = (c * height + i * size) * width + j * size
          for u in 0..<size {
            for v in 0..<size {
              let place = (c * height + i * size + u) * width + j * size + v
              if pixels[place] > pixels[best] { best = place }
            }
          }
          places.append(best)
        }
      }
    }
    let shape = [channels, height / size, width / size]
    return (Tensor(places.map { pixels[$0] }, shape: shape), places)
  }
}
