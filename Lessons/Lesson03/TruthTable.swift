import LessonKit

/// A function of a few bits, given by its answers.

/// All answers of a function of `inputCount` bits; answer number `i` belongs to the bits of `i`.
struct TruthTable {
  let inputCount: Int
  /// Bit `i` of the code is the answer to input number `i`.
  let code: Int

  var answers: [Int] { (0..<(1 << inputCount)).map { code >> $0 & 1 } }

  /// The same table as demands on a neuron, in the order of the inputs: 00, 01, 10, 11.
  var demands: [Demand] {
    zip(Self.inputs(inputCount), answers).map { Demand(inputs: $0, label: $1 == 1 ? 1 : -1) }
  }

  /// All inputs of `count` bits in the order of counting; the first bit is the most significant.
  static func inputs(_ count: Int) -> [[Int]] {
    (0..<(1 << count)).map { number in
      (0..<count).map { number >> (count - 1 - $0) & 1 }
    }
  }

  /// Exclusive or: 1 when exactly one of two inputs is 1.
  static let xor = TruthTable(inputCount: 2, code: 0b0110)

  /// 1 when the number of ones among the inputs is odd: XOR of any number of inputs.
  static func parity(_ inputs: [Int]) -> Int { inputs.reduce(0, +) % 2 }

  /// The usual names of the sixteen functions of two inputs, by code.
  static let namesOfTwo: [Text] = [
    "never", "nor", "x2 and not x1", "not x1", "x1 and not x2", "not x2", "xor", "nand",
    "and", "xnor (equal)", "x2", "x1 implies x2", "x1", "x2 implies x1", "or", "always",
  ]
}
