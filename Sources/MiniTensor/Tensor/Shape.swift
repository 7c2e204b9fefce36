/// The extents of a tensor's axes: `[]` for a number, `[3]` for a vector, `[2, 3]` for a matrix.
///
///     let shape: Shape = [2, 3]
///     shape[1]                       // 3
///     shape == [2, 3]                // true
///
/// It reads like a list of whole numbers, but is held in place: a shape costs no allocation.
/// Training a tiny network makes thousands of small tensors a second, and then each one counts.
public struct Shape: Hashable, Sendable {
  /// Enough for `[batch, heads, time, time]` and two axes to spare.
  public static let maximumRank = 6

  /// How many axes there are.
  public private(set) var rank = 0
  private var extents = Extents()

  /// Unused axes hold 1.
  private struct Extents: Hashable {
    var a: Int32 = 1, b: Int32 = 1, c: Int32 = 1, d: Int32 = 1, e: Int32 = 1, f: Int32 = 1
  }

  /// The shape with the given extents.
  ///
  /// Traps on more than six axes, and on an extent below 0.
  public init(_ extents: some Collection<Int>) {
    guard extents.count <= Shape.maximumRank else {
      misuse(
        "shape",
        "\(Array(extents)) has \(extents.count) axes; at most \(Shape.maximumRank) are possible")
    }
    rank = extents.count
    for (axis, extent) in extents.enumerated() { self[axis] = extent }
    _ = elementCount
  }

  init(_ length: Int) {
    rank = 1
    self[0] = length
  }

  init(_ rows: Int, _ columns: Int) {
    rank = 2
    self[0] = rows
    self[1] = columns
  }

  /// How many numbers a tensor of this shape holds: the product of the extents.
  ///
  /// Traps when there are more than a computer can count.
  public var elementCount: Int {
    // Few shapes are large: three extents below 2^20 cannot overflow.
    let small = Int32(1 << 20)
    if rank <= 3, extents.a < small, extents.b < small, extents.c < small {
      return Int(extents.a) * Int(extents.b) * Int(extents.c)
    }
    return product(of: 0..<rank)
  }
}

extension Shape: RandomAccessCollection, MutableCollection {
  /// The first axis.
  public var startIndex: Int { 0 }
  /// One beyond the last axis.
  public var endIndex: Int { rank }

  /// The extent of one axis.
  public subscript(axis: Int) -> Int {
    get {
      guard axis >= 0, axis < rank else { noAxis(axis) }
      return switch axis {
      case 0: Int(extents.a)
      case 1: Int(extents.b)
      case 2: Int(extents.c)
      case 3: Int(extents.d)
      case 4: Int(extents.e)
      default: Int(extents.f)
      }
    }
    set {
      guard axis >= 0, axis < rank else { noAxis(axis) }
      guard newValue >= 0, let extent = Int32(exactly: newValue) else {
        misuse("shape", "an axis cannot have the extent \(newValue): expected 0 to \(Int32.max)")
      }
      switch axis {
      case 0: extents.a = extent
      case 1: extents.b = extent
      case 2: extents.c = extent
      case 3: extents.d = extent
      case 4: extents.e = extent
      default: extents.f = extent
      }
    }
  }

  private func noAxis(_ axis: Int) -> Never {
    misuse("shape", "axis \(axis) does not exist in shape \(self)")
  }
}

extension Shape: ExpressibleByArrayLiteral, CustomStringConvertible {
  /// Makes a shape from a literal: `let shape: Shape = [2, 3]`.
  public init(arrayLiteral elements: Int...) { self.init(elements) }

  /// As a list is written: `[2, 3]`.
  public var description: String { "[\(map(String.init).joined(separator: ", "))]" }

  /// A shape may be compared with a list of whole numbers.
  public static func == (left: Shape, right: [Int]) -> Bool { left.elementsEqual(right) }

  /// A shape may be compared with a list of whole numbers.
  public static func != (left: Shape, right: [Int]) -> Bool { !left.elementsEqual(right) }
}

// MARK: - Axes

extension Shape {
  /// The axis counted from the front; negative numbers count from the back, -1 is the last.
  func axis(_ axis: Int, in operation: String) -> Int {
    let fromFront = axis < 0 ? axis + rank : axis
    guard fromFront >= 0, fromFront < rank else {
      misuse(operation, "axis \(axis) does not exist in shape \(self)")
    }
    return fromFront
  }

  /// The same, for what needs a number along the axis: traps when there is none.
  func filledAxis(_ axis: Int, in operation: String) -> Int {
    let axis = self.axis(axis, in: operation)
    guard self[axis] > 0 else { misuse(operation, "axis \(axis) of shape \(self) is empty") }
    return axis
  }

  /// The product of the extents of a range of axes.
  func product(of axes: Range<Int>) -> Int {
    var (result, isZero, overflows) = (1, false, false)
    for axis in axes {
      let (product, overflow) = result.multipliedReportingOverflow(by: Swift.max(self[axis], 1))
      result = product
      overflows = overflows || overflow
      isZero = isZero || self[axis] == 0
    }
    guard !overflows else { misuse("shape", "\(self) asks for more numbers than can be counted") }
    return isZero ? 0 : result
  }

  /// The shape seen as `[outer, extent, inner]` around one axis.
  func split(around axis: Int) -> (outer: Int, extent: Int, inner: Int) {
    (product(of: 0..<axis), self[axis], product(of: (axis + 1)..<rank))
  }

  func replacing(axis: Int, with extent: Int) -> Shape {
    var result = self
    result[axis] = extent
    return result
  }

  func removing(axis: Int) -> Shape {
    var result = self
    for next in axis..<(rank - 1) { result[next] = result[next + 1] }
    result[rank - 1] = 1
    result.rank -= 1
    return result
  }

  /// The shape without one axis, or with its extent set to 1.
  func reducing(axis: Int, keepingDimension: Bool) -> Shape {
    keepingDimension ? replacing(axis: axis, with: 1) : removing(axis: axis)
  }

  /// The shape with a new axis of extent 1 before the given one.
  func inserting(axis: Int, in operation: String) -> Shape {
    guard axis >= 0, axis <= rank else {
      misuse(operation, "axis \(axis) is outside 0...\(rank) for shape \(self)")
    }
    return Shape(self[..<axis] + [1] + self[axis...])
  }

  /// Where an element lies: ((i * extent1 + j) * extent2 + k) * extent3 + l; nil if nowhere.
  ///
  /// Axes that do not exist count as extent 1, so that index 0 is inside them.
  func offset(rank: Int, _ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int? {
    let (second, third, fourth) = (Int(extents.b), Int(extents.c), Int(extents.d))
    guard self.rank == rank, 0..<Int(extents.a) ~= i, 0..<second ~= j, 0..<third ~= k,
      0..<fourth ~= l
    else { return nil }
    return ((i * second + j) * third + k) * fourth + l
  }
}
