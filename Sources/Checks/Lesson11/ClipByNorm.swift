import ExerciseKit
import MiniTensor

extension Checks11 {
  /// Exercise 11.4.
  static let clipByNorm = Check(
    "11.4", "Clip by norm", difficulty: 1, minutes: 15,
    file: "ClipByNorm.swift", chapter: chapter, section: "The leash",
    replaces: ["clipGradients", "gradientNorm"],
    hints: [
      "One length for all gradients together, then one factor for all of them.",
      """
      Add up the squares of the scalars of all tensors, each as a Double; the length is the root \
      of the total, as a Float.
      """,
      "The factor is limit / length when length is above limit, and otherwise nothing happens at all.",
    ],
    parts: [
      Part("the length", points: 1) { judge in
        for (gradients, limit) in long(judge) + short(judge) {
          ask(judge, gradients, limit, "length") { $0.length }
        }
      },
      Part("long gradients", points: 1) { judge in
        for (gradients, limit) in long(judge) {
          ask(judge, gradients, limit, "gradients") { $0.gradients }
        }
      },
      Part("short gradients stay", points: 1) { judge in
        for (gradients, limit) in short(judge) {
          ask(judge, gradients, limit, "gradients") { $0.gradients }
        }
      },
    ],
    mistakes: [
      clip.mistake(
        "each gradient is clipped by itself: one length for all together keeps the direction"
      ) { gradients, limit in
        (gradients.map { shortened([$0], limit, length([$0]))[0] }, length(gradients))
      },
      clip.mistake("single numbers are cut off: that bends the direction; shorten the whole") {
        gradients, limit in (gradients.map { $0.clamped(to: -limit...limit) }, length(gradients))
      },
      clip.mistake("short gradients are made longer: only those above the limit change") {
        gradients, limit in
        let length = length(gradients)
        return (length > 0 ? gradients.map { $0 * (limit / length) } : gradients, length)
      },
      clip.mistake("the root is missing in the length") { gradients, limit in
        let total = length(gradients) * length(gradients)
        return (shortened(gradients, limit, total), total)
      },
      clip.mistake("the length is a root of squares, not a sum of sizes") { gradients, limit in
        let total = gradients.reduce(0) { $0 + $1.abs().sum() }
        return (shortened(gradients, limit, total), total)
      },
      clip.mistake("divided by the length alone they have length 1: multiply by the limit, too") {
        gradients, limit in
        let length = length(gradients)
        return (length > limit ? gradients.map { $0 / length } : gradients, length)
      },
      clip.mistake("return the length before clipping, not after") { gradients, limit in
        let length = length(gradients)
        return (shortened(gradients, limit, length), min(length, limit))
      },
      clip.mistake("the lengths of the tensors are added: add their squares, then take the root") {
        gradients, limit in
        let total = gradients.reduce(0) { $0 + length([$1]) }
        return (shortened(gradients, limit, total), total)
      },
      clip.mistake("the square of a large gradient is infinite as a Float: add up in Double") {
        gradients, limit in
        let length = gradients.reduce(0) { $0 + $1.squared().sum() }.squareRoot()
        return (shortened(gradients, limit, length), length)
      },
    ])

  // MARK: - The function

  private typealias Clipped = (gradients: [Tensor], length: Float)

  private static let clip = Function(
    "clipped(_:toNorm:)",
    reading: { value -> Clipped in try value.tuple(of: [Tensor].self, Float.self) }
  ) { (gradients: [Tensor], limit: Float) in
    (shortened(gradients, limit, length(gradients)), length(gradients))
  }

  private static func length(_ gradients: [Tensor]) -> Float {
    let scalars = gradients.flatMap(\.scalars).map(Double.init)
    let squares: Double = scalars.reduce(0) { $0 + $1 * $1 }
    return Float(squares.squareRoot())
  }

  private static func shortened(_ gradients: [Tensor], _ limit: Float, _ length: Float) -> [Tensor]
  {
    length > limit ? gradients.map { $0 * (limit / length) } : gradients
  }

  // MARK: - Questions

  private static func long(_ judge: Judge) -> [([Tensor], Float)] {
    [
      ([Tensor([3, 4])], 2), ([Tensor([3]), Tensor([4])], 0.5),
      ([Tensor([[1, -2], [0.5, 4]]), Tensor([-6, 0.25, 3])], 2.5),
      ([Tensor([1]), Tensor([2, -4]), Tensor([[2], [10]])], 3),
      (random(judge), 0.02), ([Tensor([3e20, -1]), Tensor([[4e20]])], 5),
    ]
  }

  private static func short(_ judge: Judge) -> [([Tensor], Float)] {
    [
      ([Tensor([3]), Tensor([4])], 6), ([Tensor([3, -4])], 5), ([Tensor([[0, 0]])], 1),
      ([Tensor([0.25, -0.5])], 3), (random(judge), 20), ([], 1),
    ]
  }

  private static func random(_ judge: Judge) -> [Tensor] {
    (0..<judge.generator.count(2...4)).map { _ in
      let (rows, columns) = (judge.generator.count(1...3), judge.generator.count(1...3))
      return judge.generator.matrix(rows, columns)
    }
  }

  private static func ask<Output>(
    _ judge: Judge, _ gradients: [Tensor], _ limit: Float, _ what: String,
    _ part: @escaping (Clipped) -> Output
  ) {
    let call = Code.call(clip.name, [gradients, limit])
    judge.ask("\(verbatim: call).\(verbatim: what)") { answers in
      part(try answers.call(clip, gradients, limit))
    }
  }
}
