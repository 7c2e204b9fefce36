import Datasets
import LessonKit
import MiniTensor

extension Lesson09 {
  /// Two dimensions, padding, stride, pooling, and the way back.
  static func lookAtPictures(_ board: Board) throws {
    board.section("Edges, padding, stride, pooling")
    board.say(
      """
      On a picture the window is a square and slides right and down. Three things can be chosen. \
      *Padding* lays zeros around the picture, so that the window may begin outside and the map \
      keeps the picture's size. The *stride* is how far the window moves; with stride 2 the map has half \
      the height and width. And *pooling* shortens a map afterwards: of each 2 x 2 numbers only the \
      largest goes on.
      """)
    board.formula(
      """
      places = floor((size + 2 padding - kernel) / stride) + 1
      """)
    let digit = try Digits.load().test.image(3).reshaped(1, 8, 8)
    let vertical: [[Float]] = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]
    let maps: [(name: Text, map: Tensor)] = [
      ("picture", digit),
      ("no padding", Convolution(rows: vertical)(digit)),
      ("padding 1", Convolution(rows: vertical, padding: 1)(digit)),
      ("stride 2", Convolution(rows: vertical, stride: 2, padding: 1)(digit)),
      (
        "pooled",
        MaxPooling(size: 2)(Convolution(rows: vertical, padding: 1)(digit))
      ),
    ]
    board.draw(
      Figure(
        "One kernel, four ways",
        caption: """
          The kernel's rows are -1 0 1: it answers where it gets darker to the right. Values below \
          zero, where it gets lighter, have a colour of their own. An 8 x 8 picture, its map without \
          padding (6 x 6) and with padding 1 (8 x 8), with stride 2 as well (4 x 4), and the padded \
          map pooled by 2 (4 x 4).
          """, name: "one-kernel"
      ) {
        for (name, map) in maps {
          Panel(name) { ImageGrid([map.scalars], width: map.shape[2]) }
        }
      })
    claimSizes(board)
    goBack(board)
  }

  /// The formula against a window that is really pushed along a line.
  private static func claimSizes(_ board: Board) {
    var cases = 0
    var wrong = 0
    for size in 1...20 {
      for kernel in 1...7 {
        for stride in 1...4 {
          for padding in 0...3 {
            var counted = 0
            var start = -padding
            while start + kernel <= size + padding {
              counted += 1
              start += stride
            }
            cases += 1
            let formula = Convolution.places(
              on: size, kernelSize: kernel, stride: stride, padding: padding)
            if formula != counted { wrong += 1 }
          }
        }
      }
    }
    board.claim(
      "output-size", "the formula of the size against counting",
      source: "Dumoulin and Visin, arXiv 1603.07285 (2016), relationship 6",
      published: "equal", measured: "\(wrong) of \(cases, grouped: true) cases differ",
      gate: "none", holds: wrong == 0)
  }

  /// The plain loops against numerical slopes, and the library against the plain loops.
  private static func goBack(_ board: Board) {
    board.say(
      """
      How does such a layer learn? As lesson 05 taught: every product hands the gradient to both of its \
      factors. A weight worked at many places, so it adds up what all of them send. A pixel was seen \
      by several windows, so it adds up too. In max pooling only the largest number had a \
      say; the gradient goes there and nowhere else. (In the lesson's folder: Convolution.swift, \
      MaxPooling.swift.)
      """)
    var generator = RandomGenerator(seed: board.seed)
    var checked = 0
    var worst = 0.0
    for (stride, padding) in [(1, 0), (1, 2), (2, 1), (3, 2)] {
      let convolution = Convolution(
        kernels: .normal([3, 2, 3, 3], using: &generator), biases: [0.5, 0, -1], stride: stride,
        padding: padding)
      let image = Tensor.normal([2, 9, 8], using: &generator)
      let comparison = TwoWays(convolution, image, using: &generator)
      worst = max(worst, comparison.difference)
      checked += comparison.count
    }
    board.claim(
      "plain-loops", "the plain loops against the library, forwards and backwards",
      source: "definition", published: "equal",
      measured: "\(checked, grouped: true) numbers, farthest apart \(worst, significant: 1)",
      gate: "below 1e-4", holds: worst < 1e-4)
    board.say(
      """
      The library computes the same numbers from one large matrix product, far faster. From here \
      on it does the training.
      """)
  }
}

/// A convolution, ReLU-free, and pooling after it, computed by the lesson's loops and by the
/// library.
struct TwoWays {
  /// How many numbers were compared.
  private(set) var count = 0
  /// The largest difference, measured by the largest number of its kind.
  private(set) var difference = 0.0

  init(_ convolution: Convolution, _ image: Tensor, using generator: inout RandomGenerator) {
    let map = convolution(image)
    let pooling = MaxPooling(size: 2)
    let pooled = pooling(map)
    let blame = Tensor.normal(pooled.shape, using: &generator)
    let mapBlame = pooling.gradient(map, blame)
    let slopes = convolution.gradients(image, mapBlame)

    let x = Variable(image.reshaped([1] + image.shape))
    let kernels = Variable(convolution.kernels)
    let biases = Variable(Tensor(convolution.biases))
    let y = x.convolution(
      weight: kernels, bias: biases, stride: convolution.stride, padding: convolution.padding)
    let z = MaxPool2D(size: 2)(y)
    (z * blame.reshaped(z.shape)).sum().backward()

    compare(map, y.value)
    compare(pooled, z.value)
    compare(slopes.image, x.gradient!)
    compare(slopes.kernels, kernels.gradient!)
    compare(slopes.biases, biases.gradient!)
  }

  private mutating func compare(_ plain: Tensor, _ library: Tensor) {
    precondition(plain.count == library.count, "\(plain.shape) against \(library.shape)")
    let scale = max(1, plain.scalars.map(abs).max() ?? 0)
    for (a, b) in zip(plain.scalars, library.scalars) {
      difference = max(difference, Double(abs(a - b) / scale))
    }
    count += plain.count
  }
}
