/// The checks of lesson 19, Words.
public enum Checks19 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    windowOneHot, neighbourSoftmax, negativeSampling, mutualInformation, nearestByCosine,
  ]

  static let chapter = "19-words.md"

  static func dot(_ a: [Float], _ b: [Float]) -> Float {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
