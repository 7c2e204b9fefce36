import ExerciseKit
import MiniTensor

extension Checks11 {
  /// What clipped returns.
  private typealias Clipped = (gradients: [Tensor], length: Float)
  /// Exercise 11.4.
  static let clipByNorm = Check(
    "11.4", "Clip by norm", difficulty: 1, minutes: 15,
    file: "ClipByNorm.swift", chapter: chapter, section: "The leash",
    replaces: ["clipGradients", "gradientNorm"],
    hints: [
      "One length for all gradients together, then one factor for all of them.",
      "Add up squared().sum() over all tensors; the length is the root of the total.",
      "The factor is limit / length when length is above limit, and otherwise nothing happens at all.",
    ],
    parts: [
      Part("the length", points: 1, lengths), Part("long gradients", points: 1, long),
      Part("short gradients stay", points: 1, short),
    ],
    mistakes: [
      clipped.mistake(
        "each gradient is clipped by itself: one length for all together keeps the direction"
      ) {
        gradients, limit in
        let pieces = gradients.map { right([$0], limit).gradients[0] }
        return (pieces, right(gradients, limit).length)
      },
      clipped.mistake("single numbers are cut off: that bends the direction; shorten the whole") {
        gradients, limit in
        (gradients.map { $0.clamped(to: -limit...limit) }, right(gradients, limit).length)
      },
      clipped.mistake("short gradients are made longer: only those above the limit change") {
        gradients, limit in
        let length = right(gradients, limit).length
        return (length > 0 ? gradients.map { $0 * (limit / length) } : gradients, length)
      },
      clipped.mistake("the root is missing in the length") { gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.squared().sum() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
      clipped.mistake("the length is a root of squares, not a sum of sizes") { gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.abs().sum() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
      clipped.mistake("divided by the length alone they have length 1: multiply by the limit, too")
      {
        gradients, limit in
        let (new, length) = right(gradients, limit)
        return (length > limit ? gradients.map { $0 / length } : new, length)
      },
      clipped.mistake("return the length before clipping, not after") { gradients, limit in
        let (new, length) = right(gradients, limit)
        return (new, min(length, limit))
      },
      clipped.mistake("the lengths of the tensors are added: add their squares, then take the root")
      {
        gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.squared().sum().squareRoot() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
    ])

  private static let clipped = Function(
    "clipped(_:toNorm:)",
    reading: { value -> Clipped in try value.tuple(of: [Tensor].self, Float.self) }, right)

  private static func call(_ gradients: [Tensor], _ limit: Float) -> String {
    Code.call(clipped.name, [gradients, limit])
  }

  @Sendable private static func right(_ gradients: [Tensor], _ limit: Float) -> Clipped {
    let total = gradients.flatMap(\.scalars).reduce(0.0) { $0 + Double($1) * Double($1) }
    let length = Float(total.squareRoot())
    return (length > limit ? gradients.map { $0 * (limit / length) } : gradients, length)
  }

  @Sendable private static func lengths(_ judge: Judge) {
    for (gradients, limit) in cases(judge) {
      judge.ask("\(verbatim: call(gradients, limit)).length") { answers in
        try answers.call(clipped, gradients, limit).length
      }
    }
  }

  @Sendable private static func long(_ judge: Judge) {
    for (gradients, limit) in cases(judge) {
      guard right(gradients, limit).length > limit else { continue }
      judge.ask("\(verbatim: call(gradients, limit)).gradients") { answers in
        try answers.call(clipped, gradients, limit).gradients
      }
    }
  }

  @Sendable private static func short(_ judge: Judge) {
    for (gradients, limit) in cases(judge) {
      guard right(gradients, limit).length <= limit else { continue }
      judge.ask("\(verbatim: call(gradients, limit)).gradients") { answers in
        try answers.call(clipped, gradients, limit).gradients
      }
    }
  }

  private static func cases(_ judge: Judge) -> [([Tensor], Float)] {
    let random = [judge.generator.matrix(2, 3), judge.generator.matrix(3, 1)]
    return [
      ([Tensor([3, 4])], 2), ([Tensor([3]), Tensor([4])], 0.5),
      ([Tensor([[1, -2], [0.5, 4]]), Tensor([-6, 0.25, 3])], 2.5),
      (random, 0.25), ([Tensor([3]), Tensor([4])], 6), ([Tensor([[0, 0]])], 1),
      ([Tensor([0.25, -0.5])], 3), (random, 20), ([], 1),
      // Squares of these do not fit into a Float.
      ([Tensor([3e20, 4e20])], 1),
    ]
  }

}
