extension Tensor {
  /// A tensor in which every number is the same.
  public static func full(_ shape: some Collection<Int>, _ value: Float) -> Tensor {
    let shape = Shape(shape)
    return Tensor(scalars: Array(repeating: value, count: shape.elementCount), shape: shape)
  }

  /// A tensor of zeros, the shape as a list: `Tensor.zeros([2, 3])`.
  public static func zeros(_ shape: some Collection<Int>) -> Tensor { full(shape, 0) }

  /// A tensor of zeros: `Tensor.zeros(2, 3)`.
  public static func zeros(_ shape: Int...) -> Tensor { full(shape, 0) }

  /// A tensor of ones, the shape as a list: `Tensor.ones([2, 3])`.
  public static func ones(_ shape: some Collection<Int>) -> Tensor { full(shape, 1) }

  /// A tensor of ones: `Tensor.ones(2, 3)`.
  public static func ones(_ shape: Int...) -> Tensor { full(shape, 1) }

  /// A tensor of zeros with the shape of another.
  public static func zeros(like other: Tensor) -> Tensor { full(other.shape, 0) }

  /// The identity matrix: ones on the diagonal, zeros elsewhere.
  ///
  /// **Shape** `[size, size]`. Traps when the size is below 0.
  public static func identity(_ size: Int) -> Tensor {
    requireCount(size, "identity", "size")
    var result = zeros(size, size)
    for index in 0..<size { result.scalars[index * size + index] = 1 }
    return result
  }

  /// The numbers from `start` in equal steps that lie before `end`, which is not reached itself.
  ///
  ///     Tensor.range(0, 4)               // [0, 1, 2, 3]
  ///     Tensor.range(1, 0, by: -0.25)    // [1, 0.75, 0.5, 0.25]
  ///
  /// Traps when the step is zero, or so small that there are more numbers than an axis can hold.
  public static func range(_ start: Float, _ end: Float, by step: Float = 1) -> Tensor {
    guard step != 0, step.isFinite, start.isFinite, end.isFinite else {
      misuse("range", "from \(start) to \(end) by \(step): expected finite numbers, no step of 0")
    }
    guard (Double(end) - Double(start)) / Double(step) <= Double(Int32.max) else {
      misuse("range", "from \(start) to \(end) by \(step): more numbers than an axis can hold")
    }
    return Tensor(Array(stride(from: start, to: end, by: step)))
  }

  /// Evenly spaced numbers from the first to the last, both included.
  ///
  /// **Shape** `[count]`. Traps when `count` is negative, or 1 while the ends differ, and when an
  /// end is not finite.
  public static func linspace(from first: Float, through last: Float, count: Int) -> Tensor {
    requireFinite(first, "linspace", "start")
    requireFinite(last, "linspace", "end")
    guard count > 1 || count == 0 || (count == 1 && first == last) else {
      misuse("linspace", "\(count) numbers cannot reach from \(first) through \(last)")
    }
    let step = count > 1 ? (Double(last) - Double(first)) / Double(count - 1) : 0
    var numbers = (0..<count).map { Float(Double(first) + Double($0) * step) }
    if count > 1 { numbers[count - 1] = last }
    return Tensor(numbers)
  }

  /// Class numbers as rows with a single 1: label 2 of 4 classes becomes 0 0 1 0.
  ///
  /// **Shape** `[labels.count, classes]`. Traps on a label outside `0..<classes`.
  public static func oneHot(_ labels: [Int], classes: Int) -> Tensor {
    requireCount(classes, "oneHot", "classes")
    var result = zeros(labels.count, classes)
    for (row, label) in labels.enumerated() {
      guard label >= 0, label < classes else {
        misuse("oneHot", "label \(label) in row \(row) is not one of \(classes) classes")
      }
      result.scalars[row * classes + label] = 1
    }
    return result
  }
}
