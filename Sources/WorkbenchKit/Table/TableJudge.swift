import Foundation
import LessonKit
import MiniTensor

/// Judges models by the test rows: three lines of a table, a picture, and a verdict.
struct TableJudge {
  private let target: TableTarget
  private let split: RowSplit
  let train, validation: TableModel.Part
  private let test: Tensor
  /// For numbers: what the network's 0 and 1 stand for, from the rows to learn from.
  private let mean, deviation: Double

  init(_ target: TableTarget, _ split: RowSplit, _ prepare: Preparation) {
    (self.target, self.split) = (target, split)
    let numbers = split.train.compactMap { target.number($0) }
    let mean = numbers.reduce(0, +) / Double(max(1, numbers.count))
    let variance =
      numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, numbers.count))
    let deviation = variance > 0 ? variance.squareRoot() : 1
    (self.mean, self.deviation) = (mean, deviation)
    func part(_ rows: [Int]) -> TableModel.Part {
      let scaled = rows.compactMap { target.number($0) }.map { Float(($0 - mean) / deviation) }
      return TableModel.Part(
        x: prepare(rows), labels: rows.compactMap { target.label($0) },
        numbers: Tensor(scaled, shape: [scaled.count, 1]))
    }
    (train, validation, test) = (part(split.train), part(split.validation), prepare(split.test))
  }

  /// How many numbers a model gives for a row.
  var outputs: Int {
    switch target {
    case .classes(let names, _): names.count
    case .numbers: 1
    }
  }

  func show(_ line: TableModel, _ network: TableModel, _ board: Board) {
    board.section("On rows never seen")
    switch target {
    case .classes(let names, _): showClasses(names, line, network, board)
    case .numbers: showNumbers(line, network, board)
    }
  }

  // MARK: - Classes

  private func showClasses(
    _ names: [String], _ line: TableModel, _ network: TableModel, _ board: Board
  ) {
    let right = split.test.compactMap { target.label($0) }
    var counts = [Int](repeating: 0, count: names.count)
    for row in split.train { counts[target.label(row) ?? 0] += 1 }
    let largest = counts.firstIndex(of: counts.max() ?? 0) ?? 0
    let answers: [(name: Text, labels: [Int])] = [
      ("always \"\(names[largest].prefix(30))\"", right.map { _ in largest }),
      ("logistic regression", line.answers(test).argmax(axis: 1)),
      ("network", network.answers(test).argmax(axis: 1)),
    ]
    let wrong = answers.map { zip($0.labels, right).map { $0 != $1 } }
    board.table(
      ["", "wrong", "right", "give or take"],
      zip(answers, wrong).map { answer, wrong in
        let (misses, count) = (wrong.count { $0 }, Double(wrong.count))
        let share = 1 - Double(misses) / count
        let error = (share * (1 - share) / count).squareRoot()
        return [
          answer.name, "\(misses) of \(wrong.count)", "\(share, percent: 1)",
          "\(error, percent: 1)",
        ]
      })
    let most = 12
    if names.count <= most {
      var table = names.map { _ in [Int](repeating: 0, count: names.count) }
      for (label, answer) in zip(right, answers[2].labels) { table[label][answer] += 1 }
      let labels = names.map { Text(verbatim: $0.count > 14 ? $0.prefix(11) + "..." : $0) }
      board.draw(
        Figure(
          "The network's answers", caption: "Rows: what is right. Columns: what it said.",
          x: "said", y: "right", name: "confusion"
        ) { HeatMap(table, rows: labels, columns: labels) })
    }
    board.section("The verdict")
    board.say(
      Verdict.sentence(
        line: Verdict(wrong: wrong[1], against: wrong[0]),
        network: Verdict(wrong: wrong[2], against: wrong[1]),
        networkAlone: Verdict(wrong: wrong[2], against: wrong[0]), rows: right.count))
  }

  // MARK: - Numbers

  private func showNumbers(_ line: TableModel, _ network: TableModel, _ board: Board) {
    let right = split.test.compactMap { target.number($0) }
    func numbers(_ model: TableModel) -> [Double] {
      model.answers(test).scalars.map { Double($0) * deviation + mean }
    }
    let answers: [(name: Text, numbers: [Double])] = [
      ("always the mean, \(mean)", right.map { _ in mean }),
      ("linear regression", numbers(line)), ("network", numbers(network)),
    ]
    let squares = answers.map { zip($0.numbers, right).map { ($0 - $1) * ($0 - $1) } }
    board.table(
      ["", "typical error (root mean square)", "mean distance", "of the variance explained"],
      zip(answers, squares).map { answer, squares in
        let count = Double(right.count)
        let square = squares.reduce(0, +) / count
        let distance = zip(answer.numbers, right).map { abs($0 - $1) }.reduce(0, +) / count
        let center = right.reduce(0, +) / count
        let variance = right.map { ($0 - center) * ($0 - center) }.reduce(0, +) / count
        let explained = variance > 0 ? 1 - square / variance : 0
        return [
          answer.name, "\(square.squareRoot(), significant: 3)", "\(distance, significant: 3)",
          "\(explained, percent: 0)",
        ]
      })
    let (least, greatest) = (right.min() ?? 0, right.max() ?? 0)
    board.draw(
      Figure(
        "The network's answers", caption: "On the dashed line the answer is right.",
        x: "right", y: "said", name: "residuals"
      ) {
        Points(x: right, y: answers[2].numbers)
        if least < greatest {
          Lines(x: [least, greatest], y: [least, greatest], style: .dashed)
        }
      })
    board.section("The verdict")
    board.say(
      Verdict.sentence(
        line: Verdict(squaredErrors: squares[1], against: squares[0]),
        network: Verdict(squaredErrors: squares[2], against: squares[1]),
        networkAlone: Verdict(squaredErrors: squares[2], against: squares[0]), rows: right.count))
  }
}

extension TableTarget {
  /// The class of a row; nil when it has none, or a number is to be predicted.
  func label(_ row: Int) -> Int? {
    if case .classes(_, let labels) = self { labels[row] } else { nil }
  }

  /// The number of a row; nil when it has none, or a class is to be predicted.
  func number(_ row: Int) -> Double? {
    if case .numbers(let numbers) = self { numbers[row].map(Double.init) } else { nil }
  }
}
