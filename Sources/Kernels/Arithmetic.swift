import Loops

/// Plus, minus, times, divided by: each a loop over a run of numbers.
package struct Arithmetic: Sendable {
  fileprivate let run: @Sendable (Int, Target, Operand, Operand) -> Void

  package static var add: Arithmetic { Arithmetic { loop($0, $1, $2, $3) { $0 + $1 } } }
  package static var subtract: Arithmetic { Arithmetic { loop($0, $1, $2, $3) { $0 - $1 } } }
  package static var multiply: Arithmetic { Arithmetic { loop($0, $1, $2, $3) { $0 * $1 } } }
  package static var divide: Arithmetic { Arithmetic { loop($0, $1, $2, $3) { $0 / $1 } } }
}

/// How two lists are walked together: how often, and how far each moves at a turn (0: it stands).
package struct Walk: Sendable {
  package var extent: Int
  package var leftStep: Int
  package var rightStep: Int

  package init(extent: Int, leftStep: Int, rightStep: Int) {
    self.extent = extent
    self.leftStep = leftStep
    self.rightStep = rightStep
  }
}

/// a op b for two lists of one length.
package func combine(_ operation: Arithmetic, _ a: [Float], _ b: [Float]) -> [Float] {
  let n = commonCount(a.count, b.count)
  OperationCount.add(.elementwise, n)
  return list(n) { target in
    pointers(a, b) { a, b in run(operation, n, target, Operand(a, 1), Operand(b, 1)) }
  }
}

/// a op b, walked by one inner loop inside of outer ones.
package func combine(
  _ operation: Arithmetic, _ a: [Float], _ b: [Float], count: Int, outer: [Walk], inner: Walk
) -> [Float] {
  OperationCount.add(.elementwise, count)
  return list(count) { target in
    pointers(a, b) { a, b in walk(operation, outer, inner, target, a, b) }
  }
}

// MARK: - Loops

private typealias Target = UnsafeMutablePointer<Float>

/// A list to read, and how far to move at each turn: 1, or 0 to stand still.
private struct Operand {
  var pointer: UnsafePointer<Float>
  var step: Int

  init(_ pointer: UnsafePointer<Float>, _ step: Int) {
    self.pointer = pointer
    self.step = step
  }
}

/// The outer loops, as an odometer around the inner loop.
private func walk(
  _ operation: Arithmetic, _ outer: [Walk], _ inner: Walk, _ target: Target,
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>
) {
  var counter = [Int](repeating: 0, count: outer.count)
  var (target, a, b) = (target, a, b)
  while true {
    run(
      operation, inner.extent, target, Operand(a, inner.leftStep), Operand(b, inner.rightStep))
    target += inner.extent
    var axis = outer.count - 1
    while axis >= 0 {
      let loop = outer[axis]
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
  _ operation: Arithmetic, _ n: Int, _ target: Target, _ a: Operand, _ b: Operand
) {
  // Long lists come from main memory: an element costs as much as ten multiply-adds of a matrix.
  let work = 10 * n
  guard work >= Threads.worthSharing else { return operation.run(n, target, a, b) }
  Threads.split(n, unit: 1024, work: work) { range in
    let first = range.lowerBound
    operation.run(
      range.count, target + first, Operand(a.pointer + first * a.step, a.step),
      Operand(b.pointer + first * b.step, b.step))
  }
}

/// Plain as it is: the compiler makes it work on whole vector registers.
@inline(__always)
private func loop(
  _ n: Int, _ target: Target, _ a: Operand, _ b: Operand, _ f: (Float, Float) -> Float
) {
  let (a, aStep, b, bStep) = (a.pointer, a.step, b.pointer, b.step)
  if aStep == 1 && bStep == 1 {
    for i in 0..<n { target[i] = f(a[i], b[i]) }
  } else if aStep == 1 && bStep == 0 {
    let right = b[0]
    for i in 0..<n { target[i] = f(a[i], right) }
  } else if aStep == 0 && bStep == 1 {
    let left = a[0]
    for i in 0..<n { target[i] = f(left, b[i]) }
  } else {
    for i in 0..<n { target[i] = f(a[i * aStep], b[i * bStep]) }
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
