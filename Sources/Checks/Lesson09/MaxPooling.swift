import ExerciseKit
import MiniTensor

extension Checks09 {
  /// What maxPooled returns.
  public typealias Pooled = (values: Tensor, places: [Int])

  /// Exercise 9.4.
  static let maxPooling = Check(
    "9.4", "Max pooling", difficulty: 2, minutes: 25,
    file: "MaxPooling.swift", chapter: "09-convolutional-networks.md",
    section: "Pooling", replaces: ["MaxPool1D", "MaxPool2D", "maxPool"],
    hints: [
      """
      Keep the place of the largest number so far, not the number. It begins with the window's own \
      upper left pixel: a map may have negative numbers only.
      """,
      """
      The window of output i, j begins at row i * stride, column j * stride. The place of a pixel \
      in the map is row * width + column, with the width of the map.
      """,
      """
      Back: zeros of the map's shape, and then for each place += its slope. The order of the \
      gradient's numbers is the order of the places.
      """,
    ],
    parts: [
      Part("the maxima", points: 2, maxima),
      Part("where they stood", points: 1, whereTheyStood),
      Part("the gradient", points: 2, poolingGradients),
    ],
    mistakes: [
      maxPooled.mistake("the largest so far begins at 0, and a window of negative numbers stays 0")
      {
        map, size, stride in
        let right = pooled(map, size, stride)
        return (right.values.relu(), right.places)
      },
      maxPooled.mistake("that is average pooling: the largest number is wanted, not the mean") {
        map, size, stride in
        let means: [Float] = windows(map, size, stride).map { window in
          let sum: Float = window.map { map.scalars[$0] }.reduce(0, +)
          return sum / Float(window.count)
        }
        let right = pooled(map, size, stride)
        return (Tensor(means, shape: right.values.shape), right.places)
      },
      maxPooled.mistake("the stride is not used: yours moves the window by its size") {
        map, size, _ in
        pooled(map, size, size)
      },
      maxPooled.mistake("the window moves by the stride: yours visits every place") {
        map, size, _ in
        pooled(map, size, 1)
      },
      maxPooled.mistake("the place is counted in the whole map, not inside the window") {
        map, size, stride in
        var result = pooled(map, size, stride)
        result.places = zip(windows(map, size, stride), result.places).map {
          $0.firstIndex(of: $1)!
        }
        return result
      },
      maxPooled.mistake("of equal numbers the first counts: compare with >, not with >=") {
        map, size, stride in
        var result = pooled(map, size, stride)
        result.places = windows(map, size, stride).map { window in
          window.reduce(window[0]) { map.scalars[$1] >= map.scalars[$0] ? $1 : $0 }
        }
        return result
      },
      maxPooled.mistake("a place is row * width + column: yours multiplies by the output's width") {
        map, size, stride in
        var result = pooled(map, size, stride)
        let (width, narrow) = (map.shape[1], result.values.shape[1])
        result.places = result.places.map { $0 / width * narrow + $0 % width }
        return result
      },
      maxPooled.mistake("the smallest number is kept in yours: the largest is wanted") {
        map, size, stride in
        let right = pooled(-map, size, stride)
        return (-right.values, right.places)
      },
      maxPooled.mistake("a place is row * width + column: yours counts down the columns") {
        map, size, stride in
        var result = pooled(map, size, stride)
        let (height, width) = (map.shape[0], map.shape[1])
        result.places = result.places.map { $0 % width * height + $0 / width }
        return result
      },
      maxPooled.mistake("your places are one too large: the first pixel has the number 0") {
        map, size, stride in
        var result = pooled(map, size, stride)
        result.places = result.places.map { $0 + 1 }
        return result
      },
      maxPoolingGradient.mistake(
        "a pixel may be the maximum of several windows: add, do not overwrite"
      ) {
        gradient, places, shape in
        var slopes = [Float](repeating: 0, count: shape[0] * shape[1])
        for (place, slope) in zip(places, gradient.scalars) { slopes[place] = slope }
        return Tensor(slopes, shape: shape)
      },
      maxPoolingGradient.mistake(
        "the gradient goes to the place in full: the maximum has not shared its say"
      ) { gradient, places, shape in
        let area = shape[0] * shape[1] / places.count
        return scattered(gradient * (1 / Float(area)), places, shape)
      },
      maxPoolingGradient.mistake("the gradient has the map's shape, not that of the maxima") {
        gradient, _, _ in
        gradient
      },
      maxPoolingGradient.mistake(
        "that says only where the maxima stood: put the slopes there, not ones"
      ) {
        gradient, places, shape in
        scattered(Tensor.ones(gradient.shape), places, shape)
      },
    ])

  private static let maxPoolingGradient = Function(
    "maxPoolingGradient(_:places:mapShape:)", scattered)
  private static let maxPooled = Function(
    "maxPooled(_:size:stride:)",
    reading: { value -> Pooled in try value.tuple(of: Tensor.self, [Int].self) }, pooled)

  /// Maps whose windows show every mistake: negative numbers, equal ones, overlaps, a rest.
  private static let maps: [(map: Tensor, size: Int, stride: Int)] = [
    (Tensor([1, 5, 2, 0, 4, 3, 2, 7], shape: [2, 4]), 2, 2),
    (Tensor([-4, -2, -3, -1, -5, -6, -9, -8, -7], shape: [3, 3]), 2, 1),
    (
      Tensor([3, 3, 1, 4, 0, 3, 2, 4, 4, 9, 0, 6, 6, 1, 2, 7, 5, 6, 2, 2], shape: [4, 5]), 3, 1
    ),
    (Tensor([1, 2, 3, 4, 5, 9, 8, 7, 6, 5, 2, 4, 6, 8, 1], shape: [3, 5]), 2, 3),
    (Tensor([5, -1], shape: [1, 2]), 1, 1),
  ]

  @Sendable private static func maxima(_ judge: Judge) {
    for (map, size, stride) in maps + [random(judge), random(judge)] {
      judge.ask("values", of: maxPooled, map, size, stride) { $0.values }
    }
  }

  @Sendable private static func whereTheyStood(_ judge: Judge) {
    for (map, size, stride) in maps + [random(judge), random(judge)] {
      judge.ask("places", of: maxPooled, map, size, stride) { $0.places }
    }
  }

  /// A map that is not square, with a window and a stride.
  private static func random(_ judge: Judge) -> (map: Tensor, size: Int, stride: Int) {
    let map = judge.generator.tensor(judge.generator.sizes(2, in: 3...7))
    return (map, judge.generator.count(1...3), judge.generator.count(1...3))
  }

  @Sendable private static func poolingGradients(_ judge: Judge) {
    judge.ask(maxPoolingGradient, Tensor([10, 20], shape: [1, 2]), [1, 7], [2, 4])
    judge.ask(maxPoolingGradient, Tensor([1, 2, 3, 4], shape: [2, 2]), [3, 3, 3, 8], [3, 3])
    judge.ask(maxPoolingGradient, Tensor([-2, 5], shape: [2, 1]), [0, 4], [3, 2])
    let sizes = judge.generator.sizes(2, in: 3...6)
    let gradient = judge.generator.tensor(sizes.map { $0 - 1 })
    let places = pooled(judge.generator.tensor(sizes), 2, 1).places
    judge.ask(maxPoolingGradient, gradient, places, sizes)
  }

  @Sendable private static func pooled(_ map: Tensor, _ size: Int, _ stride: Int) -> Pooled {
    let places = windows(map, size, stride).map { window in
      window.reduce(window[0]) { map.scalars[$1] > map.scalars[$0] ? $1 : $0 }
    }
    let rows = (map.shape[0] - size) / stride + 1
    return (Tensor(places.map { map.scalars[$0] }, shape: [rows, places.count / rows]), places)
  }

  /// The places of the pixels that each window sees.
  private static func windows(_ map: Tensor, _ size: Int, _ stride: Int) -> [[Int]] {
    let (height, width) = (map.shape[0], map.shape[1])
    var windows: [[Int]] = []
    for top in Swift.stride(from: 0, through: height - size, by: stride) {
      for left in Swift.stride(from: 0, through: width - size, by: stride) {
        windows.append(
          (0..<size * size).map { (top + $0 / size) * width + left + $0 % size })
      }
    }
    return windows
  }

  @Sendable private static func scattered(
    _ gradient: Tensor, _ places: [Int], _ shape: [Int]
  ) -> Tensor {
    var slopes = [Float](repeating: 0, count: shape[0] * shape[1])
    for (place, slope) in zip(places, gradient.scalars) { slopes[place] += slope }
    return Tensor(slopes, shape: shape)
  }
}
