import LessonKit

/// The layers of LeNet-5 as the paper describes them, and how many weights and connections each
/// has.
///
/// A connection is one weight at work at one place (the bias counts as one). Sharing a weight means
/// that it works at many places.
struct LeNetCount {
  struct Layer {
    let name: Text
    let maps: Int
    /// The height and the width of each map.
    let size: Int
    let weights: Int
    let connections: Int
  }

  let layers: [Layer]
  /// The ten output units compare with fixed pictures of the digits: connections, but nothing
  /// learned.
  let outputConnections: Int

  var weights: Int { layers.reduce(0) { $0 + $1.weights } }
  var connections: Int { layers.reduce(outputConnections) { $0 + $1.connections } }

  init() {
    var layers: [Layer] = []
    var size = 32

    /// - Parameter readers: for each map of this layer, how many maps it reads.
    func convolution(_ name: Text, readers: [Int]) {
      size = Convolution.places(on: size, kernelSize: 5, stride: 1, padding: 0)
      let weights = readers.reduce(0) { $0 + 25 * $1 + 1 }
      layers.append(
        Layer(
          name: name, maps: readers.count, size: size, weights: weights,
          connections: weights * size * size))
    }

    /// The mean of 2 x 2 numbers, times a weight, plus a bias.
    func subsampling(_ name: Text, maps: Int) {
      size = Convolution.places(on: size, kernelSize: 2, stride: 2, padding: 0)
      layers.append(
        Layer(
          name: name, maps: maps, size: size, weights: 2 * maps,
          connections: (4 + 1) * maps * size * size))
    }

    convolution("C1 convolution", readers: Array(repeating: 1, count: 6))
    subsampling("S2 subsampling", maps: 6)
    // Six maps read three neighbours each, nine read four, one reads all six (table I of the
    // paper).
    convolution(
      "C3 convolution",
      readers: Array(repeating: 3, count: 6) + Array(repeating: 4, count: 9) + [6])
    subsampling("S4 subsampling", maps: 16)
    convolution("C5 convolution", readers: Array(repeating: 16, count: 120))
    let weights = (120 + 1) * 84
    layers.append(
      Layer(name: "F6 full", maps: 84, size: 1, weights: weights, connections: weights))
    self.layers = layers
    outputConnections = 84 * 10
  }
}
