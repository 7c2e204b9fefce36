import AnswerProtocol

/// The checks of lesson 03, XOR and the limits.
public enum Checks03 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    certificateChecker, xor, parity, cycleFinder, representation,
  ]

  static let chapter = "03-xor-and-the-limits.md"

  /// How a network is read from what comes back.
  static func network(_ value: Value) throws -> Network {
    try value.tuple(of: [[Float]].self, [Float].self, [Float].self, Float.self)
  }

  /// The numbers of a network with one hidden layer, as exercises 3.2 and 3.3 return them.
  typealias Network = (
    hiddenWeights: [[Float]], hiddenBiases: [Float], outputWeights: [Float], outputBias: Float
  )

  /// What the network answers: threshold units that fire when their sum is above 0.
  static func answer(of network: Network, to inputs: [Int]) -> Int {
    let inputs = inputs.map(Float.init)
    let hidden = zip(network.hiddenWeights, network.hiddenBiases).map { weights, bias in
      fires(weights, inputs, bias)
    }
    return Int(fires(network.outputWeights, hidden, network.outputBias))
  }

  /// The lengths of the network's lists, to be compared before anything is computed with them.
  static func sizes(of network: Network) -> Sizes {
    Sizes(
      hiddenWeights: network.hiddenWeights.map(\.count), hiddenBiases: network.hiddenBiases.count,
      outputWeights: network.outputWeights.count)
  }

  /// How many numbers a network has in each place.
  struct Sizes {
    let hiddenWeights: [Int]
    let hiddenBiases: Int
    let outputWeights: Int
  }

  static func fires(_ weights: [Float], _ inputs: [Float], _ bias: Float) -> Float {
    zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 } > 0 ? 1 : 0
  }

  /// All inputs of so many bits, in the order of counting.
  static func bits(_ count: Int) -> [[Int]] {
    (0..<(1 << count)).map { number in (0..<count).map { number >> (count - 1 - $0) & 1 } }
  }
}
