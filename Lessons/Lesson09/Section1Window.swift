import Datasets
import LessonKit
import MiniTensor

extension Lesson09 {
  /// The idea: few weights, used everywhere.
  static func slideOneWindow(_ board: Board) throws {
    board.section("One window, everywhere")
    board.say(
      """
      Here are three signals of forty points. All three are the same digit, a 3 drawn as a line: two \
      bumps side by side, once further left, once further right, taller, tilted, shaky. A fully \
      connected layer has a weight of its own for every point. What it learns about bumps at point 6 it \
      does not know at point 22.
      """)
    let signals = try MNIST1D.load().train
    let threes = signals.labels.indices.filter { signals.labels[$0] == 3 }.prefix(3)
    board.draw(
      Figure("The same digit, three times", x: "point", name: "three-threes") {
        Lines(
          x: 0..<40, threes.map { signals.features.row($0).scalars }, names: ["a", "b", "c"])
      })
    board.say(
      """
      So let a neuron look at a few neighbouring points only, and use the same neuron everywhere. \
      A small window of weights, the *kernel*, slides along the signal; at each place it multiplies, adds \
      up and writes one number. The row of these numbers is a *feature map*: it says where \
      the kernel found what it looks for. That is a convolution.
      """)
    board.formula(
      """
      y[i] = bias + k[0] x[i] + k[1] x[i + 1] + ... + k[m - 1] x[i + m - 1]
      """)
    let signal = signals.features.row(threes[0]).scalars
    let rise = Convolution(rows: [[-1, 0, 1]])
    let mean = Convolution(rows: [[0.2, 0.2, 0.2, 0.2, 0.2]])
    board.draw(
      Figure("Two kernels at work", x: "point", name: "two-kernels") {
        Lines(x: 0..<40, y: signal, name: "the signal")
        Lines(x: 1..<39, y: rise(signal), name: "-1 0 1: where it rises", style: .dashed)
        Lines(x: 2..<38, y: mean(signal), name: "five times 1/5: smoothed", style: .dotted)
      })
    board.say(
      """
      Sharing has a consequence that no other layer has: if the picture moves, the map moves along, \
      and is otherwise the same to the last bit. This is called *equivariance*. Nothing needs to be \
      learned twice.
      """)
    claimMovement(board)
    countWeights(board)
  }

  /// Pictures on a blank sheet, moved about: the maps must move with them.
  private static func claimMovement(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    var differing = 0
    var compared = 0
    for _ in 0..<20 {
      let convolution = Convolution(
        kernels: .normal([3, 2, 3, 3], using: &generator), biases: [0.5, 0, -1])
      let picture = Tensor.normal([2, 7, 6], using: &generator)
      let (down, right) = (generator.integer(below: 6), generator.integer(below: 5))
      let before = convolution(picture.placed(on: [16, 15], down: 2, right: 2))  // [3, 14, 13]
      let after = convolution(picture.placed(on: [16, 15], down: 2 + down, right: 2 + right))
      for channel in 0..<3 {
        for y in 0..<(14 - down) {
          for x in 0..<(13 - right) {
            compared += 1
            if before[channel, y, x] != after[channel, y + down, x + right] { differing += 1 }
          }
        }
      }
    }
    board.claim(
      "equivariance", "a moved picture gives a moved map",
      source: "Fukushima (1980); LeCun et al. (1989)", published: "the same map, moved",
      measured: "\(differing) of \(compared, grouped: true) numbers differ", gate: "none",
      holds: differing == 0)
  }

  private static func countWeights(_ board: Board) {
    let count = LeNetCount()
    board.say(
      """
      And it is cheap. LeNet-5, which read millions of bank cheques in the 1990s, counted as its \
      paper describes it (32 x 32 pixels; C3 leaves some connections out; a connection is one \
      weight at one place):
      """)
    board.table(
      ["layer", "maps", "size", "weights", "connections"],
      count.layers.map { layer in
        [
          layer.name, "\(layer.maps)", "\(layer.size) x \(layer.size)",
          "\(layer.weights, grouped: true)", "\(layer.connections, grouped: true)",
        ]
      })
    board.say(
      """
      The first layer has 156 weights for its 122,304 connections. A fully connected layer from \
      1,024 pixels to the same 4,704 numbers would have \((1024 + 1) * 4704, grouped: true) weights.
      """)
    board.claim(
      "lenet-count", "LeNet-5: weights to learn; connections",
      source: "LeCun, Bottou, Bengio, Haffner (1998), sec. II-B",
      published: "60,000; 340,908",
      measured: "\(count.weights, grouped: true); \(count.connections, grouped: true)",
      gate: "exact", holds: count.weights == 60_000 && count.connections == 340_908)
  }
}

extension Tensor {
  /// The picture on a larger sheet of zeros. [channels, height, width] -> [channels, size...]
  func placed(on size: [Int], down: Int, right: Int) -> Tensor {
    let (channels, height, width) = (shape[0], shape[1], shape[2])
    var sheet = [Float](repeating: 0, count: channels * size[0] * size[1])
    for channel in 0..<channels {
      for y in 0..<height {
        for x in 0..<width {
          let (row, column) = (y + down, x + right)
          guard row >= 0, row < size[0], column >= 0, column < size[1] else { continue }
          sheet[(channel * size[0] + row) * size[1] + column] =
            scalars[(channel * height + y) * width + x]
        }
      }
    }
    return Tensor(sheet, shape: [channels] + size)
  }
}
