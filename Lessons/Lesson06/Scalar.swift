/// A number that remembers how it was computed: automatic differentiation in reverse mode.
///
/// Compute with it as with any number. Every operation makes a new node of a graph:
///
///     let a = Scalar(5.0), b = Scalar(3.0)
///     let f = (a + b) * (3 * b)         // value 72
///     f.backward()
///     a.gradient                        // 9
///     b.gradient                        // 33
///
/// A node knows its parents and, for each of them, a *slope*: how many times faster than this
/// parent the node grows when that parent alone grows. That is all the calculus there is. The rest
/// is `backward()`: from the result to the leaves, multiply along the way and add where ways meet.
///
/// `Real` is `Double`, except where we count operations.
///
/// Source: S. Linnainmaa, master's thesis, University of Helsinki, 1970.
final class Scalar<Real: Number>: Number {
  /// The number.
  let value: Real

  /// How many times faster than this number the result grows; `backward()` of the result sets it.
  var gradient = Real.constant(0)

  /// What it was computed from, with the slope along each edge; nothing for a leaf.
  private(set) var parents: [(node: Scalar, slope: Real)]

  init(_ value: Real, from parents: (node: Scalar, slope: Real)...) {
    self.value = value
    self.parents = parents
  }

  static func constant(_ value: Double) -> Scalar { Scalar(.constant(value)) }

  /// Releases its past with a loop: the default would call itself once an edge, and a graph may be
  /// a million edges deep.
  deinit {
    var doomed = parents
    parents = []
    while var (node, _) = doomed.popLast() {
      if isKnownUniquelyReferenced(&node) {
        doomed += node.parents
        node.parents = []
      }
    }
  }
}

// MARK: - Each operation with its slopes

extension Scalar {
  static func + (left: Scalar, right: Scalar) -> Scalar {
    Scalar(left.value + right.value, from: (left, .constant(1)), (right, .constant(1)))
  }

  static func - (left: Scalar, right: Scalar) -> Scalar {
    Scalar(left.value - right.value, from: (left, .constant(1)), (right, .constant(-1)))
  }

  static func * (left: Scalar, right: Scalar) -> Scalar {
    Scalar(left.value * right.value, from: (left, right.value), (right, left.value))
  }

  static func + (left: Scalar, right: Double) -> Scalar {
    Scalar(left.value + right, from: (left, .constant(1)))
  }

  static func * (left: Double, right: Scalar) -> Scalar {
    Scalar(left * right.value, from: (right, .constant(left)))
  }

  func power(_ exponent: Double) -> Scalar {
    Scalar(value.power(exponent), from: (self, exponent * value.power(exponent - 1)))
  }

  func exp() -> Scalar {
    let y = value.exp()
    return Scalar(y, from: (self, y))
  }

  func log() -> Scalar { Scalar(value.log(), from: (self, value.power(-1))) }

  func sin() -> Scalar { Scalar(value.sin(), from: (self, value.cos())) }

  func cos() -> Scalar { Scalar(value.cos(), from: (self, -value.sin())) }

  func tanh() -> Scalar {
    let y = value.tanh()
    return Scalar(y, from: (self, 1 - y * y))
  }

  func relu() -> Scalar {
    Scalar(value.relu(), from: (self, .constant(isPositive ? 1 : 0)))
  }

  var isPositive: Bool { value.isPositive }
}

// MARK: - Backwards

extension Scalar {
  /// Sets the gradient of everything that this number was computed from.
  ///
  /// When a node's turn comes, all that use it have had theirs, so its gradient is complete.
  func backward() {
    let order = history()
    for node in order { node.gradient = .constant(0) }
    gradient = .constant(1)
    for node in order.reversed() {
      for (parent, slope) in node.parents {
        parent.gradient = parent.gradient + slope * node.gradient
      }
    }
  }

  /// This number and all that it was computed from, each once, parents before children.
  ///
  /// A walk in depth: go to a parent that nobody has seen; when there is none, the node is done.
  /// The way back is kept in a list and not in recursive calls, since it may be long.
  func history() -> [Scalar] {
    var done: [Scalar] = []
    var seen: Set = [ObjectIdentifier(self)]
    var path = [(node: self, nextParent: 0)]
    while let (node, next) = path.last {
      if next < node.parents.count {
        path[path.count - 1].nextParent += 1
        let parent = node.parents[next].node
        if seen.insert(ObjectIdentifier(parent)).inserted { path.append((parent, 0)) }
      } else {
        done.append(node)
        path.removeLast()
      }
    }
    return done
  }
}
