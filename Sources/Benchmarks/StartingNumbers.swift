import Foundation
import MiniTensor

/// The numbers from which both sides of a comparison begin: weights, inputs and targets.
///
/// `numbers.txt` holds 4,099 normally distributed numbers. A tensor takes as many as it needs, one
/// after another, and begins again when they run out; as 4,099 is prime, no two rows are equal.
/// `compare_pytorch.py` does the same.
struct StartingNumbers {
  private let numbers: [Float]
  private var position = 0

  init() {
    guard let url = Bundle.module.url(forResource: "numbers", withExtension: "txt"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { fatalError("Benchmarks: numbers.txt is missing from the build; clean and build again") }
    numbers = text.split(separator: "\n").compactMap { Float($0) }
  }

  /// The next numbers, times a factor.
  mutating func tensor(_ shape: some Collection<Int>, times factor: Float = 1) -> Tensor {
    let count = shape.reduce(1, *)
    let scalars = (0..<count).map { numbers[(position + $0) % numbers.count] * factor }
    position = (position + count) % numbers.count
    return Tensor(scalars, shape: shape)
  }

  /// As many labels, each from 0 to `classes` - 1.
  mutating func labels(_ count: Int, classes: Int) -> [Int] {
    tensor([count]).scalars.map { Int((abs($0) * 10_000).rounded()) % classes }
  }

  /// Gives every weight the variance 1 / inputs, and every bias 0.
  mutating func fill(_ parameters: [Variable]) {
    for parameter in parameters {
      let shape = parameter.shape
      guard shape.count > 1 else {
        parameter.value = .zeros(shape)
        continue
      }
      // [in, out] for a layer, [out, in, kernel, kernel] for filters.
      let inputs = shape.count == 2 ? shape[0] : shape.dropFirst().reduce(1, *)
      parameter.value = tensor(shape, times: 1 / Float(inputs).squareRoot())
    }
  }
}
