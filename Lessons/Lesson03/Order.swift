/// What Minsky and Papert proved: features that see too little cannot decide, however many there
/// are.

/// The features that a perceptron of limited order may vote with.
enum Order {
  /// What the all-ones certificate leaves of the mask of these inputs: 0 when it cancels.
  ///
  /// A *mask* is 1 when all inputs of its set are 1; every feature that looks at these inputs
  /// alone is a weighted sum of masks within the set. Each input pattern x demands `label(x) *
  /// vote(x) >= 1`; the certificate takes every demand once. The mask's weight then meets the
  /// number of its odd patterns minus the number of its even ones.
  static func leftover(ofMask mask: Int, inputCount: Int) -> Int {
    (0..<(1 << inputCount)).reduce(0) { sum, pattern in
      guard pattern & mask == mask else { return sum }  // this mask is silent
      return sum + (pattern.nonzeroBitCount.isMultiple(of: 2) ? -1 : 1)
    }
  }

  /// The largest k such that the all-ones certificate cancels every mask of fewer than k inputs.
  static func orderOfParity(inputCount: Int) -> Int {
    let surviving = (0..<(1 << inputCount)).filter {
      leftover(ofMask: $0, inputCount: inputCount) != 0
    }
    return surviving.map(\.nonzeroBitCount).min() ?? 0
  }
}

/// Four drawings of three bars each, joined at their ends.
///
/// At each end the middle bar joins the upper one (0) or the lower one (1). All three hang
/// together exactly when the two ends differ: XOR, drawn with ink.
struct BarDrawing {
  let pixels: [[Int]]  // [5 rows, width]

  init(left: Int, right: Int, width: Int) {
    var pixels = (0..<5).map { row in [Int](repeating: row.isMultiple(of: 2) ? 1 : 0, count: width)
    }
    pixels[left == 0 ? 1 : 3][0] = 1
    pixels[right == 0 ? 1 : 3][width - 1] = 1
    self.pixels = pixels
  }

  /// Is all the ink in one piece? Filled from the first corner, step by step.
  var isConnected: Bool {
    let width = pixels[0].count
    var reached = Set<Int>()
    var waiting = [0]
    while let place = waiting.popLast() {
      let (row, column) = (place / width, place % width)
      guard pixels[row][column] == 1, reached.insert(place).inserted else { continue }
      if row > 0 { waiting.append(place - width) }
      if row < pixels.count - 1 { waiting.append(place + width) }
      if column > 0 { waiting.append(place - 1) }
      if column < width - 1 { waiting.append(place + 1) }
    }
    return reached.count == pixels.joined().reduce(0, +)
  }

  /// What is seen through a window of full height.
  func window(at column: Int, width: Int) -> [[Int]] {
    pixels.map { Array($0[column..<(column + width)]) }
  }
}

extension BarDrawing {
  /// Whether the certificate (1, 1, 1, 1) cancels every feature behind one window of this width.
  ///
  /// It does when, at each place, every view is shown by as many connected drawings as broken ones.
  static func certificateCancels(windowsOfWidth width: Int, in drawings: [BarDrawing]) -> Bool {
    let places = 0...(drawings[0].pixels[0].count - width)
    return places.allSatisfy { place in
      var balance: [[[Int]]: Int] = [:]
      for drawing in drawings {
        balance[drawing.window(at: place, width: width), default: 0] += drawing.isConnected ? 1 : -1
      }
      return balance.values.allSatisfy { $0 == 0 }
    }
  }
}
