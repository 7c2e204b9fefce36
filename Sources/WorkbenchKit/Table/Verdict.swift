import LessonKit

/// Which of two models is better on the same test rows, if they tell.
enum Verdict {
  case better, worse
  /// The difference is no larger than chance makes it.
  case asGood

  /// Counts the rows that only one of the two gets right.
  ///
  /// Without a difference either is as likely as the other, so their difference is about
  /// sqrt(their sum) (McNemar, 1947). Twice that is asked for.
  init(wrong: [Bool], against other: [Bool]) {
    let onlyOther = zip(wrong, other).count { $0 && !$1 }
    let onlyThis = zip(wrong, other).count { !$0 && $1 }
    self.init(
      difference: Double(onlyThis - onlyOther), error: Double(onlyThis + onlyOther).squareRoot())
  }

  /// Compares the squared errors row by row: their mean difference, and its standard error.
  init(squaredErrors: [Double], against other: [Double]) {
    let differences = zip(squaredErrors, other).map { $1 - $0 }
    let count = Double(max(1, differences.count))
    let mean = differences.reduce(0, +) / count
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
    self.init(difference: mean, error: (variance / count).squareRoot())
  }

  private init(difference: Double, error: Double) {
    if difference > 2 * error, difference > 0 {
      self = .better
    } else if difference < -2 * error, difference < 0 {
      self = .worse
    } else {
      self = .asGood
    }
  }

  /// The sentence that closes the report.
  ///
  /// - Parameters:
  ///   - line: how the linear model stands to knowing nothing.
  ///   - network: how the network stands to the linear model.
  ///   - networkAlone: how the network stands to knowing nothing.
  static func sentence(line: Verdict, network: Verdict, networkAlone: Verdict, rows: Int) -> Text {
    switch (line, network, networkAlone) {
    case (.better, .better, _):
      "The network is better than the linear model, by more than chance would explain. Use it."
    case (.better, .asGood, _):
      """
      The baseline is as good: on \(rows) test rows the network's lead or lag is no larger than chance makes \
      it. Take the linear model: it is smaller, faster, and can be read.
      """
    case (.better, .worse, _): "The baseline is better than the network. Take the linear model."
    case (_, _, .better):
      """
      The linear model knows no more than somebody who never looks at a row, and the network does. So what there is \
      to learn here is not a straight line.
      """
    default:
      """
      Neither model knows more than somebody who always gives the same answer. On \(rows) test rows, these \
      columns tell nothing about the target that could be told from chance.
      """
    }
  }
}
