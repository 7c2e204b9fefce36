/// What can be done with two numbers, one of each side.
enum BinaryOperation {
  case add, subtract, multiply, divide, maximum, minimum
  case greater, greaterOrEqual, less, lessOrEqual, equal
}

extension Kernels {
  /// a op b for two lists of one length.
  static func combine(_ operation: BinaryOperation, _ a: [Float], _ b: [Float]) -> [Float] {
    let n = a.count
    return make(n) { target in
      pointers(a, b) { a, b in
        run(operation, n, Operand(target, 1), Operand(a, 1), Operand(b, 1))
      }
    }
  }

  /// a op b for a list and one number.
  static func combine(_ operation: BinaryOperation, _ a: [Float], _ b: Float) -> [Float] {
    let n = a.count
    return make(n) { target in
      pointers(a, b) { a, b in
        run(operation, n, Operand(target, 1), Operand(a, 1), Operand(b, 0))
      }
    }
  }

  /// a op b for one number and a list.
  static func combine(_ operation: BinaryOperation, _ a: Float, _ b: [Float]) -> [Float] {
    let n = b.count
    return make(n) { target in
      pointers(b, a) { b, a in
        run(operation, n, Operand(target, 1), Operand(a, 0), Operand(b, 1))
      }
    }
  }

  /// a op b as the broadcast says.
  static func combine(
    _ operation: BinaryOperation, _ a: [Float], _ b: [Float], _ plan: Broadcast
  ) -> [Float] {
    make(plan.shape.count) { target in
      pointers(a, b) { a, b in walk(operation, plan, target, a, b) }
    }
  }

  /// a = a op b for two lists of one length.
  static func merge(_ operation: BinaryOperation, _ a: inout [Float], _ b: [Float]) {
    let n = a.count
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return }
        run(operation, n, Operand(a, 1), Operand(UnsafePointer(a), 1), Operand(b, 1))
      }
    }
  }

  /// a = a op b for a list and one number.
  static func merge(_ operation: BinaryOperation, _ a: inout [Float], _ b: Float) {
    let n = a.count
    a.withUnsafeMutableBufferPointer { a in
      withUnsafePointer(to: b) { b in
        guard let a = a.baseAddress else { return }
        run(operation, n, Operand(a, 1), Operand(UnsafePointer(a), 1), Operand(b, 0))
      }
    }
  }

  /// a = a op b as the broadcast says, where the result has the shape of a.
  static func merge(
    _ operation: BinaryOperation, _ a: inout [Float], _ b: [Float], _ plan: Broadcast
  ) {
    let n = a.count
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard n > 0, let a = a.baseAddress, let b = b.baseAddress else { return }
        walk(operation, plan, a, UnsafePointer(a), b)
      }
    }
  }
}

// MARK: - Loops

/// A list to read or write, and how far to move at each turn: 1, or 0 to stand still.
private struct Operand<Pointer> {
  var pointer: Pointer
  var step: Int

  init(_ pointer: Pointer, _ step: Int) {
    self.pointer = pointer
    self.step = step
  }
}

/// The outer loops of a broadcast, as an odometer around the inner loop.
private func walk(
  _ operation: BinaryOperation, _ plan: Broadcast, _ target: UnsafeMutablePointer<Float>,
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>
) {
  let n = plan.inner.extent
  var counter = [Int](repeating: 0, count: plan.outer.count)
  var (target, a, b) = (target, a, b)
  while true {
    run(
      operation, n, Operand(target, 1), Operand(a, plan.inner.leftStep),
      Operand(b, plan.inner.rightStep))
    target += n
    var axis = plan.outer.count - 1
    while axis >= 0 {
      let loop = plan.outer[axis]
      counter[axis] += 1
      a += loop.leftStep
      b += loop.rightStep
      if counter[axis] < loop.extent { break }
      a -= loop.leftStep * loop.extent
      b -= loop.rightStep * loop.extent
      counter[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}

/// One inner loop, by several threads when it is long.
private func run(
  _ operation: BinaryOperation, _ n: Int, _ target: Operand<UnsafeMutablePointer<Float>>,
  _ a: Operand<UnsafePointer<Float>>, _ b: Operand<UnsafePointer<Float>>
) {
  // Long lists come from main memory: an element costs as much as ten multiply-adds of a matrix.
  let work = 10 * n
  guard work >= Threads.worthwhile else { return compute(operation, n, target, a, b) }
  Threads.split(n, unit: 1024, work: work) { range in
    let first = range.lowerBound
    compute(
      operation, range.count, Operand(target.pointer + first, 1),
      Operand(a.pointer + first * a.step, a.step), Operand(b.pointer + first * b.step, b.step))
  }
}

private func compute(
  _ operation: BinaryOperation, _ n: Int, _ target: Operand<UnsafeMutablePointer<Float>>,
  _ a: Operand<UnsafePointer<Float>>, _ b: Operand<UnsafePointer<Float>>
) {
  switch operation {
  case .add: loop(n, target, a, b) { $0 + $1 }
  case .subtract: loop(n, target, a, b) { $0 - $1 }
  case .multiply: loop(n, target, a, b) { $0 * $1 }
  case .divide: loop(n, target, a, b) { $0 / $1 }
  case .maximum: loop(n, target, a, b) { $0 >= $1 ? $0 : $1 }
  case .minimum: loop(n, target, a, b) { $0 <= $1 ? $0 : $1 }
  case .greater: loop(n, target, a, b) { $0 > $1 ? 1 : 0 }
  case .greaterOrEqual: loop(n, target, a, b) { $0 >= $1 ? 1 : 0 }
  case .less: loop(n, target, a, b) { $0 < $1 ? 1 : 0 }
  case .lessOrEqual: loop(n, target, a, b) { $0 <= $1 ? 1 : 0 }
  case .equal: loop(n, target, a, b) { $0 == $1 ? 1 : 0 }
  }
}

/// Plain as it is: the compiler makes it work on whole vector registers.
@inline(__always)
private func loop(
  _ n: Int, _ target: Operand<UnsafeMutablePointer<Float>>, _ a: Operand<UnsafePointer<Float>>,
  _ b: Operand<UnsafePointer<Float>>, _ f: (Float, Float) -> Float
) {
  let (c, a, b, aStep, bStep) = (target.pointer, a.pointer, b.pointer, a.step, b.step)
  if aStep == 1, bStep == 1 {
    for i in 0..<n { c[i] = f(a[i], b[i]) }
  } else if aStep == 1 {
    let b = b[0]
    for i in 0..<n { c[i] = f(a[i], b) }
  } else if bStep == 1 {
    let a = a[0]
    for i in 0..<n { c[i] = f(a, b[i]) }
  } else {
    let value = f(a[0], b[0])
    for i in 0..<n { c[i] = value }
  }
}

// MARK: - From lists to pointers

@inline(__always)
private func make(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  guard count > 0 else { return [] }
  if count >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
    if let target = buffer.baseAddress { body(target) }
    initialized = count
  }
}

@inline(__always)
private func pointers(
  _ a: [Float], _ b: [Float], _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Void
) {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      if let a = a.baseAddress, let b = b.baseAddress { body(a, b) }
    }
  }
}

@inline(__always)
private func pointers(
  _ a: [Float], _ b: Float, _ body: (UnsafePointer<Float>, UnsafePointer<Float>) -> Void
) {
  a.withUnsafeBufferPointer { a in
    withUnsafePointer(to: b) { b in
      if let a = a.baseAddress { body(a, b) }
    }
  }
}
