extension Variable {
  /// Computes the derivative of this variable by every variable it was computed from.
  ///
  /// Gradients are *added* to what the leaves already hold: call `zeroGradients()` of the
  /// optimizer (or `zeroGradient()`) between steps. The graph is taken apart on the way, so that
  /// its memory is free before the optimizer steps; `keepingGraph` leaves it for another call.
  ///
  /// The result of a computation can be used in several places. Its gradient is the sum over all
  /// of them, so it may pass on its gradient only when the last of its users has sent theirs.
  /// First all users are counted, then gradients flow, each variable as soon as its count is 0.
  /// Both are loops, not recursion: a graph may be a million operations deep.
  ///
  /// Traps when the variable is not a single number, when no leaf wants a gradient, and when a part
  /// of the graph was taken apart by an earlier call: its gradients would be lost.
  /// Complexity: a small constant times the cost of computing the value (Baur and Strassen 1983).
  public func backward(keepingGraph: Bool = false) {
    guard value.count == 1 else {
      misuse("backward", "shape \(shape) is not a single number; reduce it, say with mean()")
    }
    backward(from: value.holding([1]), keepingGraph: keepingGraph)
  }

  /// The same from a given gradient of this variable, which need not be a single number.
  ///
  /// **Shape** `gradient` as `value`.
  public func backward(from gradient: Tensor, keepingGraph: Bool = false) {
    guard gradient.shape == value.shape else {
      misuse("backward", "a gradient of shape \(gradient.shape) for a value of shape \(shape)")
    }
    guard wantsGradient else {
      misuse(
        "backward",
        "nothing wants a gradient here: all leaves are constants, or recording was off")
    }
    requireGraph()
    countUsers()
    receive(gradient)
    var ready = [self]
    while let variable = ready.popLast() {
      variable.passOn(keepingGraph: keepingGraph) { parent, contribution in
        if let contribution { parent.receive(contribution) }
        parent.pendingUsers -= 1
        if parent.pendingUsers == 0 { ready.append(parent) }
      }
    }
  }

  /// Sets `pendingUsers` of everything this variable was computed from.
  private func countUsers() {
    var toVisit = [self]
    while let variable = toVisit.popLast() {
      variable.forEachParent { parent in
        guard parent.wantsGradient else { return }
        parent.requireGraph()
        if parent.pendingUsers == 0 { toVisit.append(parent) }
        parent.pendingUsers += 1
      }
    }
  }

  /// Traps when the way to the leaves was taken apart.
  private func requireGraph() {
    guard case .used = origin else { return }
    misuse(
      "backward",
      """
      the graph behind a variable of shape \(shape) was used up by an earlier backward(); \
      that call needs keepingGraph: true, or cut the past off with detached()
      """)
  }

  private func forEachParent(_ visit: (Variable) -> Void) {
    switch origin {
    case .leaf, .used: break
    case .one(let parent, _): visit(parent)
    case .two(let first, let second, _):
      visit(first)
      visit(second)
    case .many(let parents, _): parents.forEach(visit)
    }
  }

  /// Sends the gradient through the pullback to the parents.
  private func passOn(keepingGraph: Bool, to deliver: (Variable, Tensor?) -> Void) {
    let received = arriving
    arriving = nil
    guard let received, !origin.isEnd else {
      forEachParent { if $0.wantsGradient { deliver($0, nil) } }
      return
    }
    if keepsGradient { add(received) }
    let origin = self.origin
    if !keepingGraph { self.origin = .used }
    switch origin {
    case .leaf, .used: break
    case .one(let parent, let pullback): deliver(parent, pullback(received))
    case .two(let first, let second, let pullback):
      let (forFirst, forSecond) = pullback(received)
      if first.wantsGradient { deliver(first, forFirst) }
      if second.wantsGradient { deliver(second, forSecond) }
    case .many(let parents, let pullback):
      let contributions = pullback(received)
      guard contributions.count == parents.count else {
        misuse(
          "backward",
          "a pullback gave \(contributions.count) gradients for \(parents.count) parents")
      }
      for (parent, contribution) in zip(parents, contributions) where parent.wantsGradient {
        deliver(parent, contribution)
      }
    }
  }

  /// A leaf keeps what arrives; a variable in the middle collects it until all users have sent.
  private func receive(_ contribution: Tensor) {
    guard contribution.shape == value.shape else {
      misuse(
        "backward",
        "a gradient of shape \(contribution.shape) arrived at a value of shape \(shape)")
    }
    if origin.isEnd {
      add(contribution)
    } else if arriving == nil {
      arriving = contribution
    } else {
      arriving? += contribution
    }
  }

  private func add(_ contribution: Tensor) {
    guard let sum = gradient else { return gradient = contribution }
    guard sum.shape == value.shape else {
      misuse("backward", "gradient was set to shape \(sum.shape) for a value of shape \(shape)")
    }
    gradient? += contribution
  }
}
