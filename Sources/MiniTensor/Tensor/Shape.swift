/// The extents of a tensor's axes, held in place: a shape costs no allocation.
///
/// `[Int]` would be simpler to write, but it lives on the heap. Training a tiny network makes
/// thousands of small tensors a second, and then every allocation counts.
struct Shape: Equatable, Sendable {
  /// Enough for `[batch, heads, time, time]` and two axes to spare.
  static let maximumRank = 6

  private(set) var rank: Int32
  private var extents: (Int32, Int32, Int32, Int32, Int32, Int32) = (1, 1, 1, 1, 1, 1)

  /// The shape of a single number.
  init() { rank = 0 }

  init(_ length: Int) {
    rank = 1
    extents.0 = Shape.checked(length)
  }

  init(_ rows: Int, _ columns: Int) {
    rank = 2
    extents.0 = Shape.checked(rows)
    extents.1 = Shape.checked(columns)
  }

  init(_ array: [Int]) {
    guard array.count <= Shape.maximumRank else {
      misuse("shape", "\(array) has \(array.count) axes; at most \(Shape.maximumRank) are possible")
    }
    rank = Int32(array.count)
    for axis in array.indices { self[axis] = array[axis] }
  }

  private static func checked(_ extent: Int) -> Int32 {
    guard extent >= 0, let short = Int32(exactly: extent) else {
      misuse("shape", "an axis cannot have the extent \(extent)")
    }
    return short
  }

  /// The extent of one axis.
  subscript(axis: Int) -> Int {
    get {
      switch axis {
      case 0: Int(extents.0)
      case 1: Int(extents.1)
      case 2: Int(extents.2)
      case 3: Int(extents.3)
      case 4: Int(extents.4)
      default: Int(extents.5)
      }
    }
    set {
      let extent = Shape.checked(newValue)
      switch axis {
      case 0: extents.0 = extent
      case 1: extents.1 = extent
      case 2: extents.2 = extent
      case 3: extents.3 = extent
      case 4: extents.4 = extent
      default: extents.5 = extent
      }
    }
  }

  /// How many numbers a tensor of this shape holds: the product of the extents.
  var count: Int {
    // Unused axes hold 1, so all six may be multiplied.
    Int(extents.0) * Int(extents.1) * Int(extents.2)
      * Int(extents.3) * Int(extents.4) * Int(extents.5)
  }

  /// Where an element lies: ((i * extent1 + j) * extent2 + k) * extent3 + l; nil if nowhere.
  ///
  /// Axes that do not exist count as extent 1, so that index 0 is inside them.
  func offset(rank: Int, _ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Int? {
    let (second, third, fourth) = (Int(extents.1), Int(extents.2), Int(extents.3))
    guard self.rank == rank, 0..<Int(extents.0) ~= i, 0..<second ~= j, 0..<third ~= k,
      0..<fourth ~= l
    else { return nil }
    return ((i * second + j) * third + k) * fourth + l
  }

  var array: [Int] { (0..<Int(rank)).map { self[$0] } }

  static func == (left: Shape, right: Shape) -> Bool {
    left.rank == right.rank && left.extents == right.extents
  }
}

extension Shape: CustomStringConvertible {
  var description: String { array.description }
}

extension Shape {
  /// The product of the extents of a range of axes.
  func count(_ axes: Range<Int>) -> Int { axes.reduce(1) { $0 * self[$1] } }

  /// The shape without one axis, or with its extent set to 1.
  func removing(axis: Int, keepingDimension: Bool) -> Shape {
    var result = self
    if keepingDimension {
      result[axis] = 1
    } else {
      for next in axis..<(Int(rank) - 1) { result[next] = result[next + 1] }
      result[Int(rank) - 1] = 1
      result.rank -= 1
    }
    return result
  }

  func replacing(axis: Int, with extent: Int) -> Shape {
    var result = self
    result[axis] = extent
    return result
  }

  /// The axis counted from the front; negative numbers count from the back, -1 is the last.
  func axis(_ axis: Int, in operation: String) -> Int {
    let fromFront = axis < 0 ? axis + Int(rank) : axis
    guard fromFront >= 0, fromFront < Int(rank) else {
      misuse(operation, "axis \(axis) does not exist in shape \(self)")
    }
    return fromFront
  }

  /// The shape seen as `[outer, extent, inner]` around one axis.
  func split(around axis: Int) -> (outer: Int, extent: Int, inner: Int) {
    (count(0..<axis), self[axis], count((axis + 1)..<Int(rank)))
  }
}
