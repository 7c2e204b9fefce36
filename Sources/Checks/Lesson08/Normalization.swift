import ExerciseKit

extension Checks08 {
  /// Rows of numbers.
  private typealias Rows = [[Float]]
  /// Exercise 8.2.
  static let normalization = Check(
    "8.2", "Normalise with training statistics", difficulty: 2, minutes: 20,
    file: "Normalization.swift", chapter: "08-generalization.md", section: "Normalise",
    hints: [
      "First two lists, one number a column: the means and the deviations of the training rows.",
      "Then one small function that brings a row to z, and both parts go through it.",
      "training.map { $0[j] } is column j. A deviation of 0 becomes 1 before anything is divided.",
    ],
    parts: [
      Part("the training rows", points: 2, trainingRows),
      Part("the test rows", points: 2, testRows),
    ],
    mistakes: [
      normalised.mistake(
        "the test rows are scaled by their own mean and deviation: use the training rows'"
      ) {
        training, test in
        (scaled(training, by: training), scaled(test, by: test))
      },
      normalised.mistake(
        "mean and deviation are taken over training and test rows together: that leaks"
      ) {
        training, test in
        (scaled(training, by: training + test), scaled(test, by: training + test))
      },
      normalised.mistake("divide the variance by n, the number of training rows, not by n - 1") {
        training, test in
        (
          scaled(training, by: training, isSample: true),
          scaled(test, by: training, isSample: true)
        )
      },
      normalised.mistake("that divides by the variance: the deviation is its square root") {
        training, test in
        (scaled(training, by: training, power: 1), scaled(test, by: training, power: 1))
      },
      normalised.mistake("a column that never changes was divided by 0: use a deviation of 1 there")
      {
        training, test in
        (
          scaled(training, by: training, guardsZero: false),
          scaled(test, by: training, guardsZero: false)
        )
      },
      normalised.mistake("the columns are shifted only: divide by the deviation too") {
        training, test in
        (scaled(training, by: training, power: 0), scaled(test, by: training, power: 0))
      },
      normalised.mistake("every column has its own mean and deviation; yours are those of each row")
      {
        training, test in
        (training.map(scaledAlone), test.map(scaledAlone))
      },
      normalised.mistake("the test rows are normalised too, by the training rows' numbers") {
        training, test in
        (scaled(training, by: training), test)
      },
    ])

  private static let normalised = Function("normalised(training:test:)") {
    (training: Rows, test: Rows) -> (training: Rows, test: Rows) in
    (scaled(training, by: training), scaled(test, by: training))
  }

  @Sendable private static func trainingRows(_ judge: Judge) {
    judge.ask(normalised, [[1, 5], [3, 5]], [])
    judge.ask(normalised, [[2, 10, -1], [4, 30, -1], [9, 20, -1], [1, 60, -1]], [])
    judge.ask(normalised, [[3, 7]], [])
    // Far from 0 and close together; hardly anything between smallest and largest.
    judge.ask(normalised, [[10001], [10002], [10003]], [], tolerance: 1e-3)
    judge.ask(normalised, [[1e-4], [3e-4]], [], tolerance: 1e-3)
    let sizes = judge.generator.sizes(2, in: 2...7)
    judge.ask(normalised, judge.generator.rows(sizes[0], sizes[1], in: -5...20), [])
  }

  @Sendable private static func testRows(_ judge: Judge) {
    judge.ask(normalised, [[1, 5], [3, 5]], [[4, 6]])
    judge.ask(normalised, [[0, 10], [2, 30], [7, 50]], [[1, 20], [3, -10]])
    let sizes = judge.generator.sizes(3)
    let training = judge.generator.rows(sizes[0], sizes[2], in: -5...20)
    judge.ask(normalised, training, judge.generator.rows(sizes[1], sizes[2], in: -5...20))
  }

  /// Normalises by the statistics of some rows, with some of the ways to get it wrong.
  private static func scaled(
    _ rows: Rows, by source: Rows, isSample: Bool = false, power: Int? = nil,
    guardsZero: Bool = true
  ) -> Rows {
    guard let width = source.first?.count else { return rows }
    var (means, divisors) = ([Float](), [Float]())
    for j in 0..<width {
      let column = source.map { $0[j] }
      let mean = column.reduce(0, +) / Float(column.count)
      let squares = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let variance = squares / Float(isSample ? max(1, column.count - 1) : column.count)
      var divisor = power == 0 ? 1 : power == 1 ? variance : variance.squareRoot()
      if guardsZero, divisor == 0 { divisor = 1 }
      means.append(mean)
      divisors.append(divisor)
    }
    return rows.map { row in row.indices.map { (row[$0] - means[$0]) / divisors[$0] } }
  }

  /// One row, normalised by itself.
  @Sendable private static func scaledAlone(_ row: [Float]) -> [Float] {
    scaled(row.map { [$0] }, by: row.map { [$0] }).map { $0[0] }
  }
}
