import ExerciseKit
import MiniTensor

extension Checks11 {
  /// What clipped returns.
  public typealias Clipped = (gradients: [Tensor], length: Float)
  /// The type of `clipped(_:toNorm:)`.
  public typealias ClipByNorm = @Sendable (_ gradients: [Tensor], _ limit: Float) -> Clipped

  /// Exercise 11.4.
  public static let clipByNorm = Check<ClipByNorm>(
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
      Mistake("each gradient is clipped by itself: one length for all together keeps the direction")
      {
        gradients, limit in
        let pieces = gradients.map { right([$0], limit).gradients[0] }
        return (pieces, right(gradients, limit).length)
      },
      Mistake("single numbers are cut off: that bends the direction; shorten the whole") {
        gradients, limit in
        (gradients.map { $0.clamped(to: -limit...limit) }, right(gradients, limit).length)
      },
      Mistake("short gradients are made longer: only those above the limit change") {
        gradients, limit in
        let length = right(gradients, limit).length
        return (length > 0 ? gradients.map { $0 * (limit / length) } : gradients, length)
      },
      Mistake("the root is missing in the length") { gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.squared().sum() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
      Mistake("the length is a root of squares, not a sum of sizes") { gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.abs().sum() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
      Mistake("divided by the length alone they have length 1: multiply by the limit, too") {
        gradients, limit in
        let (new, length) = right(gradients, limit)
        return (length > limit ? gradients.map { $0 / length } : new, length)
      },
      Mistake("return the length before clipping, not after") { gradients, limit in
        let (new, length) = right(gradients, limit)
        return (new, min(length, limit))
      },
      Mistake("the lengths of the tensors are added: add their squares, then take the root") {
        gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.squared().sum().squareRoot() }
        return (total > limit ? gradients.map { $0 * (limit / total) } : gradients, total)
      },
    ])

  @Sendable private static func right(_ gradients: [Tensor], _ limit: Float) -> Clipped {
    let total = gradients.flatMap(\.scalars).reduce(0.0) { $0 + Double($1) * Double($1) }
    let length = Float(total.squareRoot())
    return (length > limit ? gradients.map { $0 * (limit / length) } : gradients, length)
  }

  @Sendable private static func lengths(_ judge: Judge<ClipByNorm>) {
    for (gradients, limit) in cases(judge) {
      judge.ask(call(gradients, limit, ".length"), expect: right(gradients, limit).length) {
        $0(gradients, limit).length
      }
    }
  }

  @Sendable private static func long(_ judge: Judge<ClipByNorm>) {
    for (gradients, limit) in cases(judge) {
      let right = right(gradients, limit)
      guard right.length > limit else { continue }
      judge.ask(call(gradients, limit, ".gradients"), expect: right.gradients) {
        $0(gradients, limit).gradients
      }
    }
  }

  @Sendable private static func short(_ judge: Judge<ClipByNorm>) {
    for (gradients, limit) in cases(judge) {
      let right = right(gradients, limit)
      guard right.length <= limit else { continue }
      judge.ask(call(gradients, limit, ".gradients"), expect: right.gradients) {
        $0(gradients, limit).gradients
      }
    }
  }

  private static func cases(_ judge: Judge<ClipByNorm>) -> [([Tensor], Float)] {
    let random = [judge.generator.matrix(2, 3), judge.generator.matrix(3, 1)]
    return [
      ([Tensor([3, 4])], 2), ([Tensor([3]), Tensor([4])], 0.5),
      ([Tensor([[1, -2], [0.5, 4]]), Tensor([-6, 0.25, 3])], 2.5),
      (random, 0.25), ([Tensor([3]), Tensor([4])], 6), ([Tensor([[0, 0]])], 1),
      ([Tensor([0.25, -0.5])], 3), (random, 20), ([], 1),
    ]
  }

  private static func call(_ gradients: [Tensor], _ limit: Float, _ what: String) -> Code {
    let tensors = gradients.map { gradient -> String in
      let numbers: Code =
        gradient.rank == 1 ? "Tensor(\(gradient.scalars))" : "Tensor(\(gradient.pasted))"
      return numbers.text
    }
    return """
      clipped([\(verbatim: tensors.joined(separator: ", "))], toNorm: \(limit))\(verbatim: what)
      """
  }
}
