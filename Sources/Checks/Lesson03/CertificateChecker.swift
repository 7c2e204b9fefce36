import ExerciseKit

extension Checks03 {
  /// Exercise 3.1.
  static let certificateChecker = Check(
    "3.1", "The certificate checker", difficulty: 2, minutes: 20,
    file: "CertificateChecker.swift", chapter: "03-xor-and-the-limits.md",
    section: "A proof that anyone can check",
    hints: [
      "Write the four demands of XOR one below the other and add them up with a pencil.",
      """
      For weight j, demand i contributes multipliers[i] * labels[i] * inputs[i][j]. What must the \
      sum be?
      """,
      """
      First refuse negative multipliers and a list of zeros. Then one sum for each weight, each \
      of which must be 0; then the same sum for the bias, whose input is always 1.
      """,
    ],
    parts: [
      Part("proofs are accepted", points: 1, proofs),
      Part("what is no proof is refused", points: 2, refusals),
    ],
    mistakes: [
      isCertificate.mistake("the bias is forgotten: it stands in every demand and must cancel too")
      { m, x, y in
        isMultiplier(m) && columns(m, x, y).dropLast().allSatisfy { $0 == 0 }
      },
      isCertificate.mistake(
        "yours accepts no proof, not even a right one. Are the labels in the sums, for example?"
      ) {
        m, x, _ in
        isMultiplier(m)
          && columns(m, x, [Int](repeating: 1, count: x.count)).allSatisfy { $0 == 0 }
      },
      isCertificate.mistake(
        "a negative multiplier turns \"at least\" into \"at most\" and proves nothing"
      ) {
        m, x, y in
        m.contains { $0 != 0 } && columns(m, x, y).allSatisfy { $0 == 0 }
      },
      isCertificate.mistake(
        "with multipliers that are all zero the sum reads 0 >= 0, which is true"
      ) { m, x, y in
        m.allSatisfy { $0 >= 0 } && columns(m, x, y).allSatisfy { $0 == 0 }
      },
      isCertificate.mistake("every weight has to cancel by itself, not only all of them together") {
        m, x, y in
        isMultiplier(m) && columns(m, x, y).reduce(0, +) == 0
      },
      isCertificate.mistake("only the first weight is looked at: every weight has to cancel") {
        m, x, y in
        let left = columns(m, x, y)
        return isMultiplier(m) && left[0] == 0 && left.last == 0
      },
      isCertificate.mistake("the last weight is never looked at: every weight has to cancel") {
        m, x, y in
        isMultiplier(m)
          && columns(m, x, y).enumerated().allSatisfy {
            $0 == x[0].count - 1 || $1 == 0
          }
      },
      isCertificate.mistake(
        "the weights cancel when their sums are 0: yours lets negative sums pass"
      ) { m, x, y in isMultiplier(m) && columns(m, x, y).allSatisfy { $0 <= 0 } },
      isCertificate.mistake("a multiplier of 0 is allowed, if another one is positive") { m, x, y in
        m.allSatisfy { $0 > 0 } && columns(m, x, y).allSatisfy { $0 == 0 }
      },
      isCertificate.mistake("your answer is turned around: true means that this is a proof") {
        m, x, y in !(isMultiplier(m) && columns(m, x, y).allSatisfy { $0 == 0 })
      },
      isCertificate.mistake("yours only asks whether a multiplier is positive: its size counts") {
        m, x, y in
        isMultiplier(m) && columns(m.map { min($0, 1) }, x, y).allSatisfy { $0 == 0 }
      },
    ])

  private static let isCertificate = Function("isCertificate(multipliers:inputs:labels:)") {
    (m: [Int], x: [[Int]], y: [Int]) in
    isMultiplier(m) && columns(m, x, y).allSatisfy { $0 == 0 }
  }

  private static let square = [[0, 0], [0, 1], [1, 0], [1, 1]]

  @Sendable private static func proofs(_ judge: Judge) {
    judge.ask(isCertificate, [1, 1, 1, 1], square, [-1, 1, 1, -1])
    judge.ask(isCertificate, [3, 3, 3, 3], square, [1, -1, -1, 1])
    // The point in the middle has another label than the two around it.
    judge.ask(isCertificate, [1, 2, 1], [[0], [1], [2]], [1, -1, 1])
    judge.ask(isCertificate, [2, 3, 1, 0], [[0, 0], [1, 2], [3, 6], [5, 5]], [1, -1, 1, 1])
    // Two times a point against itself, wherever it lies.
    let point = (1...judge.generator.count(1...4)).map { _ in judge.generator.count(-4...4) }
    judge.ask(isCertificate, [2, 1, 1], [point, point, point], [1, -1, -1])
    judge.ask(isCertificate, [1, 1, 2], [point, point, point], [-1, -1, 1])
    judge.ask(isCertificate, [1, 1, 1], [point, point, point], [-1, -1, 1])
  }

  @Sendable private static func refusals(_ judge: Judge) {
    judge.ask(isCertificate, [1, 1, 1, 1], square, [-1, -1, -1, 1])
    judge.ask(isCertificate, [0, 0, 0, 0], square, [-1, 1, 1, -1])
    judge.ask(isCertificate, [-1, 1, 1, 1], square, [-1, -1, -1, 1])
    judge.ask(isCertificate, [1, 2, -1], [[1], [1], [1]], [-1, 1, 1])
    judge.ask(isCertificate, [-1, -1, -1, -1], square, [-1, 1, 1, -1])
    judge.ask(isCertificate, [1, 1], [[1], [-1]], [1, 1])
    judge.ask(isCertificate, [2], [[1, -2]], [1])  // the sum is 2, -4, 2
    judge.ask(isCertificate, [1, 1, 1], [[0], [1], [2]], [1, -1, 1])
    judge.ask(isCertificate, [1, 1], [[4, -3], [4, -3]], [1, -1])
    judge.ask(isCertificate, [2, 1], [[4, -3], [4, -3]], [1, -1])
    // What is left cancels between two weights, or in one column only.
    judge.ask(isCertificate, [1, 1], [[0, 1], [0, 0]], [1, -1])
    judge.ask(isCertificate, [1, 1], [[1, 0], [0, 1]], [1, -1])
    judge.ask(isCertificate, [1, 1], [[1, 2, 3], [1, 2, 4]], [1, -1])
    judge.ask(isCertificate, [1, 1], [[1, 2, 3], [1, 5, 3]], [1, -1])
    judge.ask(isCertificate, [1, 1], [[0], [1]], [1, -1])
    for _ in 0..<5 {
      // Random demands that a random neuron meets: so nothing can be a certificate against them.
      let sizes = judge.generator.sizes(2)
      let neuron = (0...sizes[0]).map { _ in judge.generator.count(-5...5) }
      let inputs = (0..<sizes[1]).map { _ in
        (0..<sizes[0]).map { _ in judge.generator.count(-3...3) }
      }
      let labels = inputs.map { input in
        zip(input + [1], neuron).reduce(0) { $0 + $1.0 * $1.1 } >= 0 ? 1 : -1
      }
      judge.ask(isCertificate, inputs.map { _ in judge.generator.count(0...2) }, inputs, labels)
    }
  }

  private static func isMultiplier(_ list: [Int]) -> Bool {
    list.allSatisfy { $0 >= 0 } && list.contains { $0 > 0 }
  }

  /// What is left of each weight, and last of the bias.
  private static func columns(_ m: [Int], _ x: [[Int]], _ y: [Int]) -> [Int] {
    (0...x[0].count).map { column in
      x.indices.reduce(0) { $0 + m[$1] * y[$1] * (x[$1] + [1])[column] }
    }
  }
}
