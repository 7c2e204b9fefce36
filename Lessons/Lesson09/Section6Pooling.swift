import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson09 {
  /// Pooling keeps that something was there, and forgets where.
  static func seeWhatPoolingForgets(_ wardrobe: Wardrobe, _ board: Board) {
    board.section("What pooling throws away")
    board.say(
      """
      Three of four numbers, to begin with. And the place of the fourth: a 2 x 2 window says how \
      strongly its kernel was answered, not in which corner. Why would one want that? A boot one pixel \
      further left is still a boot.
      """)
    let shifts = Array(0...4)
    shiftClothes(wardrobe, shifts, board)
    changeWithShift(wardrobe, shifts, board)
    forgetThePlace(board)
  }

  /// How well the trained networks read pictures that stand a little to the side.
  private static func shiftClothes(_ wardrobe: Wardrobe, _ shifts: [Int], _ board: Board) {
    let test = wardrobe.clothes.test.rows(0..<min(1000, wardrobe.clothes.test.count))
    let tailors: [(Text, Tailor)] = [
      ("LeNet", .leNet), ("LeNet, strides for pooling", .stridedLeNet),
      ("784-128-10", .perceptron),
    ]
    let curves = tailors.map { _, tailor in
      shifts.map { shift in
        [-shift, shift].map { right in
          let moved = test.images.shifted(right: right, height: 28, width: 28)
          return wardrobe.first(tailor).accuracy(on: moved, test.labels)
        }.mean
      }
    }
    board.draw(
      Figure(
        "Clothes moved to the side", x: "pixels to the left or right",
        y: Axis("test pictures read (%)", range: 0...100), name: "shift"
      ) {
        for ((name, _), curve) in zip(tailors, curves) {
          Lines(x: shifts, y: curve.map { 100 * $0 }, name: name)
        }
      })
    board.table(
      ["reader"] + shifts.map { "\($0) px" },
      zip(tailors, curves).map { tailor, curve in
        [tailor.0] + curve.map { "\($0, percent: 1)" }
      }, title: "Trained on centred pictures, tested on moved ones:")
    let (leNet, connected) = (curves[0], curves[2])
    board.ungatedClaim(
      "shift", "clothes two pixels to the side: LeNet; 784-128-10",
      source: "LeCun et al. (1998), sec. II-A: the reason for convolution and subsampling",
      published: "no figure",
      measured: "\(leNet[2], percent: 1); \(connected[2], percent: 1)",
      reason: "no published figure for this shift")
  }

  /// How far the numbers of each layer move when the picture moves.
  private static func changeWithShift(_ wardrobe: Wardrobe, _ shifts: [Int], _ board: Board) {
    let layers = wardrobe.first(.leNet).network.layers
    let pictures = wardrobe.clothes.test.images.rows(0..<min(100, wardrobe.clothes.test.count))
    let count = pictures.shape[0]
    func stages(_ shift: Int) -> [Tensor] {
      withoutGradients {
        var signal = Variable(
          constant: pictures.shifted(right: shift, height: 28, width: 28)
            .reshaped(count, 1, 28, 28))
        var stages = [signal.value]
        for (number, layer) in layers.prefix(6).enumerated() {
          signal = layer(signal)
          if number != 0 && number != 3 { stages.append(signal.value) }
        }
        let maps = signal.value.reshaped(count, 16, 25)
        return stages + [maps.max(axis: 2)]
      }
    }
    let still = stages(0)
    let changes = shifts.dropFirst().map { shift in
      zip(stages(shift), still).map { moved, before in
        Double(
          ((moved - before).squared().sum() / before.squared().sum()).squareRoot())
      }
    }
    let names: [Text] = [
      "pixels", "first maps", "pooled", "second maps", "pooled", "the largest of each map",
    ]
    board.table(
      ["moved by"] + names,
      zip(shifts.dropFirst(), changes).map { shift, row in
        ["\(shift) px"] + row.map { "\($0, percent: 0)" }
      },
      title: """
        How far the numbers change when the picture moves, |after - before| / |before|, mean of \(count) \
        pictures:
        """)
    board.say(
      """
      Each pooling makes the move smaller for the layers above it, each convolution enlarges it \
      again. Take pooling to the end, one number for a whole map, and most of *where* is forgotten. \
      (Not all: the clothes fill the picture, and what leaves the frame is lost.) That is good for \
      naming a boot, and useless for picking it up: a robot's hand needs the numbers that pooling \
      has thrown away.
      """)
  }

  /// Exactly what is forgotten, on pictures with a wide margin.
  private static func forgetThePlace(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed)
    var globalDiffers = 0
    var evenDiffers = 0
    var oddDiffers = 0
    let trials = 20
    for _ in 0..<trials {
      let convolution = Convolution(
        kernels: .normal([4, 1, 3, 3], using: &generator), biases: [0, 0, 0, 0])
      let picture = Tensor.normal([1, 6, 6], using: &generator)
      func map(_ right: Int) -> Tensor {
        convolution(picture.placed(on: [18, 18], down: 6, right: 4 + right)).relu()  // [4, 16, 16]
      }
      func largest(_ map: Tensor) -> Tensor { map.reshaped(4, -1).max(axis: 1) }
      let (still, pooled) = (map(0), MaxPooling(size: 2)(map(0)))
      let away = 1 + generator.integer(below: 6)
      if largest(map(away)) != largest(still) { globalDiffers += 1 }
      let moved = pooled.placed(on: [8, 8], down: 0, right: 1)
      if MaxPooling(size: 2)(map(2)) != moved { evenDiffers += 1 }
      if MaxPooling(size: 2)(map(1)) != pooled && MaxPooling(size: 2)(map(1)) != moved {
        oddDiffers += 1
      }
    }
    board.say(
      """
      It is not forgotten evenly, though. Pooling by 2 follows a move by two pixels exactly, with a \
      move by one. A move by one pixel gives other numbers: \(oddDiffers) of \(trials) random \
      pictures changed their pooled maps in another way than by moving. Richard Zhang pointed to it in \
      2019: modern networks can change their mind over one pixel.
      """)
    board.claim(
      "pooled-place",
      "moved pictures: the largest number of each map; maps pooled by 2, moved by 2",
      source: "by construction; R. Zhang, ICML 36 (2019)", published: "unchanged; moved by 1",
      measured: "\(globalDiffers) and \(evenDiffers) of \(trials) differ", gate: "none, exactly",
      holds: globalDiffers == 0 && evenDiffers == 0)
  }
}

extension Tensor {
  /// Pictures moved to the right; what leaves the frame is lost, what enters is blank.
  ///
  /// **Shape** [count, height * width] -> the same.
  func shifted(right: Int, height: Int, width: Int) -> Tensor {
    reshaped(-1, height, width).placed(on: [height, width], down: 0, right: right)
      .reshaped(shape)
  }
}
