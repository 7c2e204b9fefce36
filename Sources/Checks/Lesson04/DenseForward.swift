import ExerciseKit

extension Checks04 {
  /// Exercise 4.1.
  static let denseForward = Check(
    "4.1", "A layer of neurons", difficulty: 1, minutes: 15,
    file: "DenseForward.swift", chapter: "04-multilayer-perceptron.md",
    section: "A layer is a matrix product",
    replaces: ["matmul", "Linear"],
    hints: [
      """
      Three loops: over the examples, over the neurons, over the inputs. What does each pass of \
      the innermost add?
      """,
      """
      One number of the answer, z[n][j], needs row n of the input and column j of the weights: \
      where does the index i run in each of the two?
      """,
      """
      For each example n and each neuron j begin with sum = bias[j], then for each input i add \
      input[n][i] * weights[i][j]. How many outputs there are, the bias knows.
      """,
    ],
    parts: [
      Part("one example", points: 1, oneExample),
      Part("a batch", points: 2, batches),
    ],
    mistakes: [
      dense.mistake(
        "the weights are read as W[j][i]: the first index of W is the input, the second the neuron"
      ) { input, weights, bias in
        sums(input, bias) { example, j in
          example.indices.reduce(bias[j]) { $0 + example[$1] * wrapped(weights, j, $1) }
        }
      },
      dense.mistake("the bias is missing: every neuron adds its own b[j] to its sum") {
        input, weights, bias in
        sums(input, bias) { example, j in
          example.indices.reduce(0) { $0 + example[$1] * weights[$1][j] }
        }
      },
      dense.mistake(
        "the bias is added once for every input: add it once a neuron, outside the innermost loop"
      ) { input, weights, bias in
        sums(input, bias) { example, j in
          example.indices.reduce(0) { $0 + example[$1] * weights[$1][j] + bias[j] }
        }
      },
      dense.mistake("the sum is not begun anew: yours carries on from the neuron before") {
        input, weights, bias in
        var sum: Float = 0
        return sums(input, bias) { example, j in
          sum += example.indices.reduce(bias[j]) { $0 + example[$1] * weights[$1][j] }
          return sum
        }
      },
      dense.mistake("every neuron adds its own bias: yours adds the first one's to all") {
        input, weights, bias in product(input, weights, bias.map { _ in bias[0] })
      },
      dense.mistake("the last input is left out of the sums") { input, weights, bias in
        product(input.map { Array($0.dropLast()) }, weights, bias)
      },
      dense.mistake("all neurons read the first column of the weights: neuron j reads column j") {
        input, weights, bias in
        product(input, weights.map { row in row.map { _ in row[0] } }, bias)
      },
      dense.mistake("every example is answered with the first one's numbers") {
        input, weights, bias in product(input.map { _ in input[0] }, weights, bias)
      },
      dense.mistake("negative sums became 0: that is a ReLU; this layer has no activation yet") {
        input, weights, bias in
        product(input, weights, bias).map { row in row.map { max(0, $0) } }
      },
      dense.mistake("only the first example is answered: the batch has one row an example") {
        input, weights, bias in
        Array(product(input, weights, bias).prefix(1))
      },
      dense.mistake(
        "the answer came out turned: one row an example, one column a neuron"
      ) { input, weights, bias in
        let answer = product(input, weights, bias)
        return bias.indices.map { j in answer.map { $0[j] } }
      },
    ])

  private static let dense = Function("dense(_:weights:bias:)", product)

  @Sendable private static func oneExample(_ judge: Judge) {
    judge.ask(dense, [[1, 2]], [[1, -3], [0.5, 4]], [10, 20])
    judge.ask(dense, [[3, -1]], [[-2, 1], [4, 0.5]], [0.5, -8])
    judge.ask(dense, [[2]], [[-3]], [1])
    judge.ask(dense, [[1, 2, 3]], [[1], [0], [-1]], [0.25])
    judge.ask(dense, [[1, 2]], [[1, 0, 5], [0, 1, 5]], [10, 20, 30])
    askRandom(judge, batch: 1)
  }

  @Sendable private static func batches(_ judge: Judge) {
    judge.ask(dense, [[1, 0], [0, 1], [2, -1]], [[1, -2], [3, 0.5]], [0.5, -1])
    for _ in 0..<2 { askRandom(judge, batch: judge.generator.count(7...9)) }
    judge.ask(dense, [], [[1, 2], [3, 4]], [5, 6])
  }

  private static func askRandom(_ judge: Judge, batch: Int) {
    let sizes = judge.generator.sizes(2)
    let weights = judge.generator.rows(sizes[0], sizes[1])
    let bias = judge.generator.floats(sizes[1])
    judge.ask(dense, judge.generator.rows(batch, sizes[0]), weights, bias)
  }

  @Sendable private static func product(
    _ input: [[Float]], _ weights: [[Float]], _ bias: [Float]
  ) -> [[Float]] {
    sums(input, bias) { example, j in
      example.indices.reduce(bias[j]) { $0 + example[$1] * weights[$1][j] }
    }
  }

  private static func sums(
    _ input: [[Float]], _ bias: [Float], _ sum: ([Float], Int) -> Float
  ) -> [[Float]] {
    input.map { example in bias.indices.map { sum(example, $0) } }
  }

  /// The weight that a turned reading finds; inside the matrix whatever its shape.
  private static func wrapped(_ weights: [[Float]], _ row: Int, _ column: Int) -> Float {
    let line = weights[row % weights.count]
    return line[column % line.count]
  }
}
