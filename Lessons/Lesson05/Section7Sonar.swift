import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson05 {
  /// The first experiment that asked whether such networks are of use: mines and rocks.
  static func listenToEchoes(_ board: Board) throws {
    board.section("Mines and rocks")
    board.say(
      """
      In 1988 Paul Gorman and Terrence Sejnowski had 208 sonar echoes from the bottom of the sea: 111 from a metal cylinder, 97 \
      from a rock as large. Each is the energy in sixty bands of frequency. They cut the echoes into 13 \
      folds of 16, trained on twelve and tested on the thirteenth, each in turn; with no hidden units, and with \
      twelve. Weights moved after every echo.
      """)

    let sonar = try Sonar.load()
    let units = board.wholeSetting("sonar-hidden")
    let trial = SonarTrial(features: sonar.features, labels: sonar.labels)
    let shuffles = board.isQuick ? 1 : board.options.integer("shuffles")
    var generator = RandomGenerator(seed: board.seed)
    let deals = (0..<shuffles).flatMap { _ in sonar.folds(13, using: &generator) }

    let (linear, hidden) = board.progress("listening", total: 2 * deals.count, unit: "trainings") {
      tick in
      let run = { (hidden: Int) in
        concurrently(deals.count, seed: board.seed(of: "sonar", run: hidden), tick: { tick() }) {
          number, generator, tick in
          defer { tick() }
          return trial.score(
            hidden: hidden, train: deals[number].train, test: deals[number].test,
            using: &generator)
        }
      }
      return (run(0), run(units))
    }
    let neighbours = deals.map { trial.nearestNeighbour(train: $0.train, test: $0.test) }

    let epochs = Array(
      stride(from: SonarTrial.pause, through: SonarTrial.epochs, by: SonarTrial.pause))
    func curve(_ scores: [SonarTrial.Score], _ part: (SonarTrial.Score) -> [Double]) -> [Double] {
      epochs.indices.map { k in scores.map { part($0)[k] }.mean }
    }
    board.draw(
      Figure(
        "Learning to hear the difference",
        caption: "Mean over \(shuffles) deals into 13 folds.",
        x: "epochs", y: "right [%]", name: "sonar"
      ) {
        Lines(x: epochs, y: curve(hidden, \.train), name: "\(units) hidden units, training echoes")
        Lines(x: epochs, y: curve(hidden, \.test), name: "\(units) hidden units, test echoes")
        Lines(x: epochs, y: curve(linear, \.train), name: "none, training", style: .dotted)
        Lines(x: epochs, y: curve(linear, \.test), name: "none, test", style: .dotted)
      })

    let (test0, test12) = (linear.map { $0.test.last! }, hidden.map { $0.test.last! })
    board.table(
      ["classifier", "training, here", "test, here", "test, published"],
      [
        [
          "no hidden units: 60-2", "\(linear.map { $0.train.last! }.mean, decimals: 1) %",
          spread(test0), "77.1 +- 8.3 %",
        ],
        [
          "\(units) hidden units: 60-\(units)-2",
          "\(hidden.map { $0.train.last! }.mean, decimals: 1) %",
          spread(test12), "84.7 +- 5.7 %",
        ],
        ["the nearest known echo", "", spread(neighbours), "82.7 %"],
      ], title: "Mean and standard deviation over \(deals.count) folds of 16 echoes:")
    board.say(
      """
      Hidden units: \(units). With them it knows \(hidden.map { $0.train.last! }.mean, decimals: 1) % of the \
      training echoes and \(test12.mean, decimals: 1) % of new ones; without any, \(test0.mean, decimals: 1) % of \
      new ones. The publication says that its update \
      formulas differed a little from the usual ones, and does not say how; ours are the usual ones.
      """)

    let (h0, h12) = (test0.mean, test12.mean)
    let measured: Text = "\(h12, decimals: 1) % against \(h0, decimals: 1) %"
    if shuffles < 10 {
      board.ungatedClaim(
        "sonar", "12 hidden units hear mines better than none", source: Self.sonarSource,
        published: "84.7 % against 77.1 %", measured: measured,
        reason: "the gate is for 10 deals into folds; this run made \(shuffles)")
    } else {
      board.claim(
        "sonar", "12 hidden units hear mines better than none", source: Self.sonarSource,
        published: "84.7 % against 77.1 %", measured: measured,
        gate: "79 to 89 %, and above the network without",
        holds: (79...89).contains(h12) && h12 > h0)
    }
  }

  private static let sonarSource: Text =
    "Gorman and Sejnowski, Neural Networks 1 (1988), 75-89, table 1"

  private static func spread(_ values: [Double]) -> Text {
    let middle = values.mean
    let variance = values.map { ($0 - middle) * ($0 - middle) }.mean
    return "\(middle, decimals: 1) +- \(variance.squareRoot(), decimals: 1) %"
  }
}
