import MiniTensor

/// One thing to measure: a name, and how to get ready for the step that is timed.
struct Workload: Sendable {
  let name: String
  /// Makes the inputs and returns the step; a training step gives its loss, a kernel 0.
  let prepare: @Sendable () -> () -> Float

  static let all: [Workload] = training + kernels
}

extension Workload {
  /// Single operations on tensors.
  static let kernels: [Workload] =
    [32, 64, 128, 256, 512, 1024].map { size in
      Workload(name: "matmul\(size)") {
        let (a, b) = (random([size, size], seed: 1), random([size, size], seed: 2))
        return { blackHole(a.matmul(b)) }
      }
    } + [
      Workload(name: "tanh1M") {
        let x = random([1 << 20], seed: 1)
        return { blackHole(x.tanh()) }
      },
      Workload(name: "exp1M") {
        let x = random([1 << 20], seed: 1)
        return { blackHole(x.exp()) }
      },
      Workload(name: "add1M") {
        let (x, y) = (random([1 << 20], seed: 1), random([1 << 20], seed: 2))
        return { blackHole(x + y) }
      },
      Workload(name: "sum1M") {
        let x = random([1 << 20], seed: 1)
        return { blackHole(x.sum()) }
      },
      Workload(name: "softmax1k") {
        let x = random([1024, 1024], seed: 1)
        return { blackHole(x.softmax(axis: 1)) }
      },
      Workload(name: "conv3x3") {
        let x = Variable(constant: random([64, 16, 28, 28], seed: 1))
        let filters = Variable(constant: random([32, 16, 3, 3], seed: 2))
        return { blackHole(x.convolution(weight: filters, padding: 1)) }
      },
    ]

  static func random(_ shape: [Int], seed: UInt64) -> Tensor {
    var generator = RandomGenerator(seed: seed)
    return Tensor.normal(shape, using: &generator)
  }
}

/// Takes a result so that the compiler cannot skip the work that made it.
@inline(never)
func blackHole<Result>(_ result: Result) -> Float { 0 }
