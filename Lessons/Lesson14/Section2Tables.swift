import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// Bent autoencoders on tables, chosen by validation rows, against PCA on rows nobody has seen.
  static func bendThePlane(_ board: Board) throws {
    board.section("Bend the plane: tables")
    board.say(
      """
      Most data are no pictures. What does one do with a table? A convolution makes no sense: the \
      columns have no neighbours, and could stand in any other order. Dense layers it is. Now put \
      a bend between the matrices, and the plane may become a curved sheet:
      """)
    board.formula(
      """
      code = tanh(x W1 + b1) W2 + b2        x^ = tanh(code W3 + b3) W4 + b4
      """)
    board.say(
      """
      How wide? How deep? A table has few rows, and a wide network learns them by heart. So we \
      choose as in lesson 08. Five times: a fifth of the rows into the drawer; of the others a \
      quarter to choose by, the rest to learn from. Six networks, a code of \
      \(TableTrial.codeSize) numbers. "Noise" spoils the input while the target stays clean, so \
      that knowing a row by heart does not help. All errors below are shares of PCA's error on \
      the same rows.
      """)
    let names: [Text] = ["wine", "breast cancer"]
    let tables = [try Wine.load(), try BreastCancer.load()]
    var generator = RandomGenerator(seed: board.seed)
    let folds = tables.map { $0.stratifiedFolds(5, using: &generator) }
    let count = board.isQuick ? 2 : 5
    let epochs = board.isQuick ? [60, 25] : [400, 200]
    let results = board.progress(
      "networks for tables", total: 2 * count * (TableTrial.candidates.count + 1), unit: "networks"
    ) { tick in
      // The larger table first, so that no core waits for the other at the end.
      concurrently(2 * count, seed: board.seed, tick: { tick() }) { number, generator, tick in
        let table = number < count ? 1 : 0
        return TableTrial.run(
          tables[table], fold: folds[table][number % count], epochs: epochs[table],
          using: &generator, tick: tick)
      }
    }
    let byTable = [Array(results[count...]), Array(results[..<count])]
    for (name, results) in zip(names, byTable) { show(name, results, board) }
    advise(byTable, board)
    drawTables(tables[0], epochs[0], board)
    claimTables(names, byTable, board)
  }

  private static func show(_ name: Text, _ results: [TableTrial.Result], _ board: Board) {
    board.table(
      ["\(name): hidden layers", "noise", "rows learned from", "validation rows", "chosen"],
      TableTrial.candidates.enumerated().map { place, plan in
        let train = results.map { $0.candidates[place].train / $0.linear.train }.mean
        let validation = results.map {
          $0.candidates[place].validation / $0.linear.validation
        }.mean
        return [
          Text(verbatim: plan.hiddenSizes.map(String.init).joined(separator: "-")),
          plan.noise > 0 ? "\(plan.noise)" : "-", "\(train, decimals: 2)",
          "\(validation, decimals: 2)", "\(results.count { $0.chosen == place }) times",
        ]
      })
  }

  private static func advise(_ byTable: [[TableTrial.Result]], _ board: Board) {
    /// Of candidate number `place` on wine: its errors as shares of PCA's.
    func shares(_ place: Int) -> (known: Double, new: Double) {
      let pairs = byTable[0].map { ($0.candidates[place], $0.linear) }
      return (
        pairs.map { $0.train / $1.train }.mean, pairs.map { $0.validation / $1.validation }.mean
      )
    }
    let (plain, noisy) = (shares(1), shares(2))
    board.say(
      """
      Read the two columns of numbers against each other. On wine 32 units without noise lose \
      \(plain.known, decimals: 2) of what PCA loses on the rows they learned from, and \
      \(plain.new, decimals: 2) on new ones: what they gained was memory. The same units with noise \
      lose \(noisy.known, decimals: 2) and \(noisy.new, decimals: 2). How wide or deep matters less \
      than that.
      """)
    if board.isQuick {
      board.note("With --quick they learn too briefly, and on too few splits, to show it well.")
    }
    board.say(
      """
      Hence the advice. Standardise. Begin with PCA: it is the figure to beat, and often good \
      enough. Then one or two hidden layers, a few times as wide as the table, with noise or \
      weight decay from the start. Let validation rows choose, and believe only rows that took \
      part in nothing. The last layer follows the kind of column: straight for a measurement, a \
      sigmoid for yes or no, a softmax for a choice.
      """)
  }

  private static func drawTables(_ table: LabelledSet, _ epochs: Int, _ board: Board) {
    let x = Standardizer(fitting: table.features)(table.features)
    var generator = RandomGenerator(seed: board.seed)
    let network = TableTrial.learned(
      TableTrial.candidates[2], x, epochs: epochs, using: &generator)
    let planes = [PrincipalComponents(fitting: x).encode(x, size: 2), network.encode(x)]
    let names: [Text] = ["PCA", "autoencoder, 32 units, noise 0.3"]
    board.draw(
      Figure(
        "178 wines as two numbers",
        caption: "Thirteen measurements each. The three cultivars were not told to either.",
        name: "wine"
      ) {
        for (name, plane) in zip(names, planes) {
          Panel(name, x: "code 1", y: "code 2") {
            Points(
              x: plane.column(0).scalars, y: plane.column(1).scalars, group: table.labels,
              names: table.classNames.map { Text(verbatim: $0) })
          }
        }
      })
  }

  private static func claimTables(
    _ names: [Text], _ byTable: [[TableTrial.Result]], _ board: Board
  ) {
    for (index, results) in byTable.enumerated() {
      let ratio = results.map(\.ratio).mean
      let better = results.count { $0.ratio < 1 }
      let statement =
        "\(names[index]), a code of 2: the chosen network against PCA, new rows" as Text
      let measured = "\(ratio, decimals: 2) x PCA, better in \(better) of \(results.count)" as Text
      let source: Text = "Kramer, AIChE Journal 37 (1991), on other tables"
      board.claim(
        ["table-wine", "table-cancer"][index], statement, source: source,
        published: "loses less where columns are bound by curves", measured: measured,
        gate: "at most 0.95 x PCA, mean of 5 splits", holds: ratio <= 0.95,
        notQuick: "two splits and fewer epochs with --quick")
    }
  }
}
