import ExerciseKit
import MiniTensor

extension Checks10 {
  /// Exercise 10.4.
  static let shiftAndFlip = Check(
    "10.4", "Shift and flip", difficulty: 1, minutes: 20,
    file: "ShiftAndFlip.swift", chapter: chapter,
    section: "More pictures out of the same pictures",
    hints: [
      """
      Walk over the new picture and let every pixel ask where it came from. A picture that moves \
      down by 1 has its old row 0 in the new row 1.
      """,
      "The new pixel y, x came from y - down, x - right; outside the old picture it is empty.",
      """
      For the flip, column x came from the column as far from the right edge as x is from the left. \
      The last column is width - 1.
      """,
    ],
    parts: [Part("the shift", points: 2, shifts), Part("the flip", points: 1, flips)],
    mistakes: [
      shifted.mistake("the other direction: down and right are where the picture goes") {
        image, down, right, empty in
        moved(image, -down, -right, empty)
      },
      shifted.mistake("down and right have changed places: down moves rows") {
        image, down, right, empty in
        moved(image, right, down, empty)
      },
      shifted.mistake("what leaves the picture is lost: yours comes in again on the other side") {
        image, down, right, _ in
        rearranged(image) { y, x, height, width in
          (((y - down) % height + height) % height, ((x - right) % width + width) % width)
        }
      },
      shifted.mistake("what comes in is `empty`, not 0") { image, down, right, _ in
        moved(image, down, right, 0)
      },
      shifted.mistake("what comes in is `empty`: yours repeats the edge of the picture") {
        image, down, right, _ in
        rearranged(image) { y, x, height, width in
          (min(max(y - down, 0), height - 1), min(max(x - right, 0), width - 1))
        }
      },
      shifted.mistake("the place that was left must become empty: begin with an empty picture") {
        image, down, right, _ in
        rearranged(image) { y, x, height, width in
          let (fromY, fromX) = (y - down, x - right)
          let isInside = fromY >= 0 && fromY < height && fromX >= 0 && fromX < width
          return isInside ? (fromY, fromX) : (y, x)
        }
      },
      flipped.mistake("that stands on its head: left and right change places, up stays up") {
        image in
        rearranged(image) { y, x, height, _ in (height - 1 - y, x) }
      },
      flipped.mistake("that is turned by half: only left and right change places") { image in
        Tensor(image.scalars.reversed(), shape: image.shape)
      },
      flipped.mistake("that is turned around its diagonal: rows stay rows") { image in
        image.transposed()
      },
      flipped.mistake(
        "yours reads pixels it has already overwritten: take them from the old picture"
      ) {
        image in
        rearranged(image) { y, x, _, width in (y, max(x, width - 1 - x)) }
      },
      flipped.mistake("the picture has not changed") { $0 },
    ])

  private static let shifted = Function("shifted(_:down:right:empty:)", moved)
  private static let flipped = Function("flipped(_:)", mirrored)

  // MARK: - Questions

  @Sendable private static func shifts(_ judge: Judge) {
    let picture = Tensor([[1, 2, 3], [4, 5, 6]])
    for (down, right, empty) in [
      (1, -1, Float(0)), (0, 1, 9), (-1, 0, -1), (0, 0, 7), (1, 2, 0.5), (2, 0, -1), (-5, 4, 8),
    ] {
      judge.ask(shifted, picture, down, right, empty)
    }
    judge.ask(shifted, Tensor([[5]]), 0, 1, 2)
    judge.ask(shifted, judge.generator.matrix(4, 5), -1, 2, -1)
    let sizes = judge.generator.sizes(2)
    let (down, right) = (judge.generator.count(-2...2), judge.generator.count(-2...2))
    judge.ask(shifted, judge.generator.matrix(sizes[0], sizes[1]), down, right, 0.5)
    judge.ask(shifted, judge.generator.matrix(5, 2), 2, 1, 0.25)
  }

  @Sendable private static func flips(_ judge: Judge) {
    let sizes = judge.generator.sizes(2, in: 3...6)
    for image in [
      Tensor([[1, 2, 3], [4, 5, 6]]), Tensor([[1, 2, 3, 4]]), Tensor([[3], [1]]), Tensor([[8]]),
      judge.generator.matrix(sizes[0], sizes[1]),
    ] {
      judge.ask(flipped, image)
    }
  }

  // MARK: - Right answers

  @Sendable private static func moved(
    _ image: Tensor, _ down: Int, _ right: Int, _ empty: Float
  ) -> Tensor {
    let (height, width) = (image.shape[0], image.shape[1])
    let pixels = (0..<image.count).map { place -> Float in
      let (y, x) = (place / width - down, place % width - right)
      return (0..<height).contains(y) && (0..<width).contains(x) ? image[y, x] : empty
    }
    return Tensor(pixels, shape: image.shape)
  }

  @Sendable private static func mirrored(_ image: Tensor) -> Tensor {
    rearranged(image) { y, x, _, width in (y, width - 1 - x) }
  }

  /// Each new pixel from somewhere in the old picture.
  private static func rearranged(
    _ image: Tensor, _ source: (_ y: Int, _ x: Int, _ height: Int, _ width: Int) -> (Int, Int)
  ) -> Tensor {
    let (height, width) = (image.shape[0], image.shape[1])
    let pixels = (0..<image.count).map { place -> Float in
      let (y, x) = source(place / width, place % width, height, width)
      return image[y, x]
    }
    return Tensor(pixels, shape: image.shape)
  }
}
