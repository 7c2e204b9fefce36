/// A tensor that remembers how it was computed, so that derivatives can flow back through it.
///
/// Compute with variables as with tensors. Then ask the result for its derivatives:
///
///     let a = Variable(Tensor(5)), b = Variable(Tensor(3))
///     let f = (a + b) * (3 * b)                  // value 72
///     f.backward()
///     a.gradient                                 // 9:  a little more a, nine times as much f
///     b.gradient                                 // 33
///
/// A variable is an object, not a value: the layers of a network, the graph of a computation and
/// the optimizer all mean the *same* weights. A graph belongs to one thread.
///
/// Source: S. Linnainmaa, master's thesis, Helsinki 1970 (reverse accumulation).
public final class Variable {
  /// The numbers themselves.
  public var value: Tensor

  /// The derivative of the last `backward()` by this variable, added up over calls.
  ///
  /// **Shape** as `value`. `nil` until a derivative has arrived, and after `zeroGradient()`.
  /// A variable in the middle of a graph only passes its gradient on, unless `keepsGradient` is
  /// set: then it keeps the sum over calls too.
  public var gradient: Tensor?

  /// True for a leaf made to learn, and for everything computed from one.
  public let wantsGradient: Bool

  /// Set it to look at the gradient of a variable in the middle of a graph.
  public var keepsGradient = false

  /// The gradient that has arrived in this pass and is not yet passed on; used by `backward()`.
  var arriving: Tensor?

  /// Where the value came from.
  var origin: Origin

  /// How many users of this variable have not yet sent their gradient; used by `backward()`.
  var pendingUsers = 0

  /// A leaf that learns: its gradient is wanted.
  public init(_ value: Tensor) {
    self.value = value
    wantsGradient = true
    origin = .leaf
  }

  /// A leaf that stays as it is, such as the input of a network: no gradient is computed for it.
  public init(constant value: Tensor) {
    self.value = value
    wantsGradient = false
    origin = .leaf
  }

  /// A result: `origin` is kept only while gradients are recorded and some parent wants one.
  private init(_ value: Tensor, origin: Origin, parentsWantGradient: Bool) {
    self.value = value
    wantsGradient = parentsWantGradient && GradientRecording.isOn
    self.origin = wantsGradient ? origin : .leaf
  }

  /// The extents of the value's axes.
  public var shape: Shape { value.shape }

  /// The same value, cut off from its past: gradients stop here.
  public func detached() -> Variable { Variable(constant: value) }

  /// Forgets the gradient, before the next `backward()` adds to it.
  public func zeroGradient() { gradient = nil }

  /// Releases a long chain of parents with a loop: the default would call itself once a link,
  /// and overflow the stack.
  deinit {
    var doomed = takeParents()
    while var variable = doomed.popLast() {
      if isKnownUniquelyReferenced(&variable) { doomed += variable.takeParents() }
    }
  }

  private func takeParents() -> [Variable] {
    defer { origin = .used }
    return switch origin {
    case .leaf, .used: []
    case .one(let parent, _): parent.origin.isEnd ? [] : [parent]
    case .two(let first, let second, _):
      first.origin.isEnd && second.origin.isEnd ? [] : [first, second]
    case .many(let parents, _): parents
    }
  }
}

// MARK: - Where a value came from

/// The parents of a result, and its pullback: from the gradient of the result to theirs.
///
/// A pullback captures tensors, never variables: so no variable can keep itself alive.
/// A missing gradient (`nil`) means that this parent does not want one.
enum Origin {
  case leaf
  case used
  case one(Variable, (Tensor) -> Tensor)
  case two(Variable, Variable, (Tensor) -> (Tensor?, Tensor?))
  case many([Variable], (Tensor) -> [Tensor?])

  /// True when nothing lies before: a leaf, or a result whose graph has been taken apart.
  var isEnd: Bool {
    switch self {
    case .leaf, .used: true
    default: false
    }
  }
}

extension Variable {
  /// A result computed from one variable.
  ///
  /// This is how to teach the library a new operation: compute the value, and say how a gradient
  /// of the result becomes a gradient of the parent.
  public convenience init(
    _ value: Tensor, from parent: Variable, pullback: @escaping (Tensor) -> Tensor
  ) {
    self.init(value, origin: .one(parent, pullback), parentsWantGradient: parent.wantsGradient)
  }

  /// A result computed from two variables.
  public convenience init(
    _ value: Tensor, from first: Variable, _ second: Variable,
    pullback: @escaping (Tensor) -> (Tensor?, Tensor?)
  ) {
    self.init(
      value, origin: .two(first, second, pullback),
      parentsWantGradient: first.wantsGradient || second.wantsGradient)
  }

  /// A result computed from any number of variables.
  public convenience init(
    _ value: Tensor, from parents: [Variable], pullback: @escaping (Tensor) -> [Tensor?]
  ) {
    self.init(
      value, origin: .many(parents, pullback),
      parentsWantGradient: parents.contains { $0.wantsGradient })
  }
}
