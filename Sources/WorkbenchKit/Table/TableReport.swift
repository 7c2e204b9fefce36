import Foundation
import LessonKit
import MiniTensor

/// The report on a table: what it holds, the split, the baselines, the network, the verdict, the
/// program.
struct TableReport {
  private let plan: TablePlan
  private let board: Board

  init(_ plan: TablePlan, _ board: Board) {
    (self.plan, self.board) = (plan, board)
  }

  func write() throws {
    tellColumns()
    var generator = RandomGenerator(seed: board.seed(of: "table"))
    let split = try makeSplit(using: &generator)
    let features = plan.findings.compactMap(\.feature)
    let prepare = try Preparation(features, of: plan.table, fitting: split.train)
    let judge = TableJudge(plan.target, split, prepare)
    let models = learn(judge, prepare, using: &generator)
    showCurves(models)
    judge.show(models.line, models.network, board)
    let program = TableProgram(plan, features)
    try program.write()
    let path = program.shownPath
    board.section("To go on from")
    board.say(
      """
      \(path) begins the same in a few lines: one hidden layer, and it does not stop early. It is yours \
      to change. \(program.advice)
      """)
  }

  // MARK: - Looking

  private func tellColumns() {
    board.section("What the table holds")
    let (table, rows) = (plan.table, plan.rows)
    board.say(
      """
      \(table.name): \(table.rowCount, grouped: true) rows, \(table.columnNames.count) columns. To be \
      predicted: "\(plan.targetColumn)", \(describedTarget).
      """)
    if rows.count < table.rowCount {
      board.say(
        """
        \(table.rowCount - rows.count, grouped: true) rows have no value there and are left out: \
        nothing can be learned from them, and no answer judged by them.
        """)
    }
    let most = 40
    board.table(
      ["column", "holds", "", "missing"],
      plan.findings.prefix(most).map { finding in
        [
          Text(verbatim: finding.column.isEmpty ? "(no name)" : finding.column), finding.word,
          finding.detail,
          finding.missing == 0 ? "" : "\(finding.missing, grouped: true)",
        ]
      })
    if plan.findings.count > most {
      board.note("and \(plan.findings.count - most) columns more")
    }
  }

  private var describedTarget: Text {
    switch plan.target {
    case .classes(let names, _): "one of \(names.count) classes"
    case .numbers(let numbers):
      "a number from \(numbers.compactMap { $0 }.min() ?? 0) to \(numbers.compactMap { $0 }.max() ?? 0)"
    }
  }

  // MARK: - Splitting

  private func makeSplit(using generator: inout RandomGenerator) throws -> RowSplit {
    board.section("The split")
    let split: RowSplit
    if let days = plan.days {
      split = RowSplit(plan.rows, latestBy: days.values)
      board.say("The latest rows, by \"\(days.column)\", are kept for the end.")
    } else {
      var labels: [Int?] = []
      if case .classes(_, let all) = plan.target { labels = all }
      split = RowSplit(plan.rows, classes: labels, using: &generator)
    }
    board.say(
      """
      \(split.train.count, grouped: true) rows to learn from, \(split.validation.count, grouped: true) to know \
      when to stop, \(split.test.count, grouped: true) to be judged by, once. Means, deviations, what stands \
      in for a missing value, and the list of words: all of it from the rows to learn from.
      """)
    if plan.days == nil, plan.findings.contains(where: { $0.kind == .dates }) {
      board.note(
        """
        The rows have dates, and were dealt out at random: between two days that are known, guessing is easy. To \
        know how well tomorrow is foreseen, ask again with --test latest.
        """)
    }
    return split
  }

  // MARK: - Learning

  private func learn(
    _ judge: TableJudge, _ prepare: Preparation, using generator: inout RandomGenerator
  ) -> (line: TableModel, network: TableModel) {
    let hidden = [32, 32]
    func model(_ hidden: [Int], _ name: Text) -> TableModel {
      var model = TableModel(
        inputs: prepare.width, hidden: hidden, outputs: judge.outputs, using: &generator)
      model.learn(judge.train, validation: judge.validation, using: &generator, board, name)
      return model
    }
    return (model([], "the baseline"), model(hidden, "the network"))
  }

  private func showCurves(_ models: (line: TableModel, network: TableModel)) {
    board.section("A baseline, then a network")
    let line: Text = judgeName
    board.say(
      """
      First what costs nothing: always the same answer, and \(line). Then a network with two hidden \
      layers of 32 ReLUs. All learn by AdamW, and stop when the validation rows say so.
      """)
    board.draw(
      Figure("Loss of the network", x: "epoch", y: "loss", name: "learning") {
        let epochs = 1...models.network.losses.count
        Lines(x: epochs, y: models.network.losses, name: "rows to learn from")
        Lines(x: epochs, y: models.network.validationLosses, name: "validation rows")
        Lines.horizontal(
          at: models.line.validationLosses.min() ?? 0, name: "the baseline's best validation loss")
      })
  }

  private var judgeName: Text {
    switch plan.target {
    case .classes: "logistic regression"
    case .numbers: "linear regression"
    }
  }
}
