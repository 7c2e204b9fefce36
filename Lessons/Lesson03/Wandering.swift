import LessonKit
import MiniTensor

/// The perceptron on XOR from many places.
struct Wandering {
  var starts: Int
  /// The starts from which a cycle was reached whose corrections are a certificate.
  var certified = 0
  /// How much farther from the origin than at the start the weights ever were.
  var excess = 0.0
}

extension Lesson03 {
  /// Where the way in the picture begins: some way off, so that there is something to see.
  static let farStart = [9, -6, 4]

  /// Starts from random whole numbers, shows the cases in random order, and keeps book.
  static func wander(_ board: Board) -> Wandering {
    var generator = RandomGenerator(seed: board.seed)
    var wandering = Wandering(starts: board.wholeSetting("starts"))
    for _ in 0..<wandering.starts {
      let start = (0..<3).map { _ in generator.integer(below: 41) - 20 }
      let demands = generator.permutation(4).map { TruthTable.xor.demands[$0] }
      guard case .cycled(let cycle) = train(on: demands, from: start) else { continue }
      if isCertificate(cycle.corrections, against: demands) { wandering.certified += 1 }
      let farthest = (cycle.approach + cycle.path).map(length).max() ?? 0
      wandering.excess = max(wandering.excess, farthest - length(start))
    }
    return wandering
  }

  private static func length(_ weights: [Int]) -> Double {
    Double(dot(weights, weights)).squareRoot()
  }
}
