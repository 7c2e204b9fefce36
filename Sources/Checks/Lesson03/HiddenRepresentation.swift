import ExerciseKit

extension Checks03 {
  /// Exercise 3.5.
  static let representation = Check(
    "3.5", "The hidden representation", difficulty: 2, minutes: 25,
    file: "HiddenRepresentation.swift", chapter: "03-xor-and-the-limits.md",
    section: "Two units unfold the plane",
    hints: [
      """
      Write the code of one input first: one number a hidden unit, each from its own row of \
      weights.
      """,
      "A sum of exactly 0 does not fire. Do not forget the unit's bias.",
      """
      Two examples mix labels when their codes are equal and their labels are not. Go through all \
      pairs, or keep a dictionary from each code to the label it was first seen with.
      """,
    ],
    parts: [
      Part("the codes", points: 2, codes),
      Part("whether labels are mixed", points: 2, mixing),
    ],
    mistakes: [
      hiddenRepresentation.mistake(
        "a unit fires when its sum is above 0: at exactly 0 it is silent"
      ) { x, y, w, b in
        represent(x, y, w, b, unit: { $0 >= 0 ? 1 : 0 })
      },
      hiddenRepresentation.mistake("the biases are missing") { x, y, w, b in
        represent(x, y, w, b.map { _ in 0 })
      },
      hiddenRepresentation.mistake("these are the sums: a threshold unit turns its sum into 0 or 1")
      { x, y, w, b in
        represent(x, y, w, b, unit: { $0 })
      },
      hiddenRepresentation.mistake("silent is 0, not -1") { x, y, w, b in
        represent(x, y, w, b, unit: { $0 > 0 ? 1 : -1 })
      },
      hiddenRepresentation.mistake(
        "rows and columns of the weights are exchanged: weights[k] belongs to hidden unit k"
      ) {
        x, y, w, b in
        let turned = b.indices.map { unit in w.map { unit < $0.count ? $0[unit] : 0 } }
        return represent(x, y, turned, b)
      },
      hiddenRepresentation.mistake("only neighbours are compared: any two inputs may share a code")
      {
        x, y, w, b in
        represent(x, y, w, b, mixed: { abs($0 - $1) == 1 })
      },
      hiddenRepresentation.mistake("yours compares with the first input only: any two may be mixed")
      {
        x, y, w, b in
        represent(x, y, w, b, mixed: { i, j in i == 0 || j == 0 })
      },
      hiddenRepresentation.mistake("codes are equal when all units agree, not when their sums do") {
        x, y, w, b in
        represent(x, y, w, b, key: { [$0.reduce(0, +)] })
      },
      hiddenRepresentation.mistake("a shared code does no harm when the labels are the same") {
        x, y, w, b in
        let codes = represent(x, y, w, b).codes
        return (codes, Set(codes).count < codes.count)
      },
      hiddenRepresentation.mistake(
        "yours says whether the layer is fine; asked is whether it mixes labels"
      ) {
        x, y, w, b in
        let right = represent(x, y, w, b)
        return (right.codes, !right.mixesLabels)
      },
    ])

  private static let hiddenRepresentation = Function(
    "hiddenRepresentation(inputs:labels:weights:biases:)",
    reading: { value -> (codes: [[Float]], mixesLabels: Bool) in
      try value.tuple(of: [[Float]].self, Bool.self)
    }
  ) { (x: [[Float]], y: [Int], w: [[Float]], b: [Float]) in represent(x, y, w, b) }

  @Sendable private static func codes(_ judge: Judge) {
    let square: [[Float]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
    ask(judge, square, [[1, 1], [1, 1]], [-0.5, -1.5])
    ask(judge, [[1, 0], [0, 2], [3, 1]], [[1, -2], [0.5, 1], [-1, 0]], [0, -1, 2])
    ask(judge, [[2, -1, 1]], [[0.5, 1, 0], [1, 1, -0.5]], [0, 0.25])
    let sizes = judge.generator.sizes(3)
    ask(
      judge, judge.generator.rows(sizes[0], sizes[1]), judge.generator.rows(sizes[2], sizes[1]),
      judge.generator.floats(sizes[2]))
  }

  private static func ask(
    _ judge: Judge, _ inputs: [[Float]], _ weights: [[Float]],
    _ biases: [Float]
  ) {
    let labels = [Int](repeating: 0, count: inputs.count)
    judge.ask("codes", of: hiddenRepresentation, inputs, labels, weights, biases) { $0.codes }
  }

  @Sendable private static func mixing(_ judge: Judge) {
    let square: [[Float]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let cases: [(weights: [[Float]], biases: [Float], labels: [Int])] = [
      ([[1, 1], [1, 1]], [-0.5, -1.5], [0, 1, 1, 0]),  // 01 and 10 share a code and a label
      ([[1, 1]], [-0.5], [0, 1, 1, 0]),  // "or" alone throws 11 together with 01 and 10
      ([[1, 0], [0, 1]], [-0.5, -0.5], [0, 1, 1, 0]),  // nothing is shared
      ([[1, 1], [1, 1]], [-0.5, -1.5], [3, 7, 5, 3]),
      ([[1, 1]], [-3], [2, 2, 2, 2]),
      // Far apart, and codes with the same sum.
      ([[1, 0], [0, 1]], [-0.5, -0.5], [0, 1, 2, 3]),
      ([[1, 0]], [-0.5], [0, 0, 1, 2]), ([[-1, 1]], [-0.5], [0, 1, 0, 2]),
      ([[0, 1]], [-0.5], [0, 1, 1, 1]), ([[1, 0]], [-0.5], [0, 1, 2, 2]),
    ]
    for (weights, biases, labels) in cases { askMix(judge, square, labels, weights, biases) }
    for _ in 0..<6 {
      let sizes = judge.generator.sizes(2)
      let units = judge.generator.count(1...4)
      let inputs = judge.generator.rows(sizes[0], sizes[1])
      let labels = inputs.map { _ in judge.generator.count(0...1) }
      let weights = judge.generator.rows(units, sizes[1])
      askMix(judge, inputs, labels, weights, judge.generator.floats(units))
    }
  }

  private static func askMix(
    _ judge: Judge, _ inputs: [[Float]], _ labels: [Int], _ weights: [[Float]], _ biases: [Float]
  ) {
    judge.ask("mixesLabels", of: hiddenRepresentation, inputs, labels, weights, biases) {
      $0.mixesLabels
    }
  }

  private static func represent(
    _ inputs: [[Float]], _ labels: [Int], _ weights: [[Float]], _ biases: [Float],
    unit: (Float) -> Float = { $0 > 0 ? 1 : 0 },
    mixed: (_ i: Int, _ j: Int) -> Bool = { _, _ in true }, key: ([Float]) -> [Float] = { $0 }
  ) -> (codes: [[Float]], mixesLabels: Bool) {
    let codes = inputs.map { input in
      zip(weights, biases).map { row, bias in
        unit(zip(row, input).reduce(bias) { $0 + $1.0 * $1.1 })
      }
    }
    let mixes = codes.indices.contains { i in
      codes.indices.contains {
        mixed(i, $0) && key(codes[i]) == key(codes[$0]) && labels[i] != labels[$0]
      }
    }
    return (codes, mixes)
  }
}
