import Experiments
import LessonKit
import MiniTensor

extension Lesson17 {
  /// A model that decides where one looks, and learns from what one finds there.
  static func listenToTheEcho(_ board: Board) {
    board.section("The echo")
    board.say(
      """
      So far the data stood still. But a model that is used changes what will be recorded. Two \
      districts, one patrol a day. It goes where the record of past incidents sends it, and what it \
      finds is added to the record. In the other district nobody looks. The record is an urn with a \
      ball for each incident: draw one, go there, add what you find.
      """)
    let (days, count) = (board.isQuick ? 500 : 2000, 200)
    let settings: [EchoSetting] = [
      .init(name: "rates 10 and 10", rates: [10, 10], balls: [20, 10], corrected: false),
      .init(name: "rates 10 and 5", rates: [10, 5], balls: [10, 20], corrected: false),
      .init(name: "10 and 5, corrected", rates: [10, 5], balls: [10, 20], corrected: true),
    ]
    let results = settings.enumerated().map { number, setting in
      concurrently(count, seed: board.seed(of: "urns", run: number)) { _, random, _ in
        Urn.history(
          Urn(rates: setting.rates, balls: setting.balls), days: days,
          corrected: setting.corrected, using: &random)
      }
    }
    draw(settings, results, days, board)
    let last = results.map { $0.map { $0.last! } }
    board.table(
      [
        "\(count) cities, \(days, grouped: true) days", "record at first", "truth", "at the end",
        "from", "to",
      ],
      zip(settings, last).map { setting, shares in
        let sorted = shares.sorted()
        return [
          setting.name, "\(setting.first, decimals: 3)", "\(setting.truth, decimals: 3)",
          "\(shares.mean, decimals: 3)", "\(sorted[count / 20], decimals: 3)",
          "\(sorted[count - 1 - count / 20], decimals: 3)",
        ]
      }, title: "share of the first district; nine cities of ten lie between the last two columns")
    board.say(
      """
      Where both districts are alike, whatever the record said at first it goes on saying, and every \
      city ends at another share, for ever. Where one has twice the incidents, it does not get twice \
      the patrols: in the end it gets nearly all. The urn never finds the truth, however long it \
      watches. It watches itself.
      """)
    board.say(
      """
      The correction: keep an incident only with the chance that the patrol was elsewhere. A find in \
      a district where one always looks says little. Now each district adds to the record in \
      proportion to p (1 - p) times its rate; p (1 - p) is the same for both, and the shares become \
      those of the rates.
      """)
    claimEcho(settings, last, board)
  }

  private struct EchoSetting: Sendable {
    let name: Text
    let rates: [Double]
    let balls: [Double]
    let corrected: Bool

    var truth: Double { rates[0] / (rates[0] + rates[1]) }
    var first: Double { balls[0] / (balls[0] + balls[1]) }
  }

  private static func draw(
    _ settings: [EchoSetting], _ results: [[[Double]]], _ days: Int, _ board: Board
  ) {
    let shown = (0...60).map { days * $0 / 60 }
    board.draw(
      Figure(
        "Twenty cities each", caption: "Dashed: the true share of the first district.",
        name: "echo"
      ) {
        for (setting, histories) in zip(settings, results) {
          Panel(
            setting.name, x: Axis("day", ticks: [0, Double(days)]),
            y: Axis("share of patrols", range: 0...1)
          ) {
            for history in histories[..<20] {
              Lines(x: shown, y: shown.map { history[$0] }, style: .faint, colour: 0)
            }
            Lines.horizontal(at: setting.truth, style: .dashed, colour: 1)
          }
        }
      })
  }

  private static func claimEcho(
    _ settings: [EchoSetting], _ last: [[Double]], _ board: Board
  ) {
    let source: Text = "Ensign et al., FAT* 2018; Lum and Isaac, Significance 13 (2016)"
    let off = abs(last[1].mean - settings[1].truth)
    board.claim(
      "echo", "rates 10 and 5: mean final share of 200 urns that see their own finds only",
      source: source, published: "runs away; the truth is 0.667",
      measured: "\(last[1].mean, decimals: 3)", gate: "off by more than 0.1", holds: off > 0.1)
    let near = last[2].map { abs($0 - settings[2].truth) }.mean
    board.claim(
      "echo-corrected", "the corrected urns: mean distance of a city from the truth",
      source: source, published: "the true share is learned",
      measured: "\(near, decimals: 3); mean share \(last[2].mean, decimals: 3)",
      gate: "at most 0.03", holds: near <= 0.03, notQuick: "500 days with --quick")
    // A share that goes up or down by chance, but not on average, with a spread that stays.
    let spread = last[0].spread
    board.claim(
      "echo-alike", "alike districts: mean share of 200 urns, and how they differ",
      source: source, published: "the mean stays at 0.667, each city at another share",
      measured: "\(last[0].mean, decimals: 3), standard deviation \(spread, decimals: 3)",
      gate: "within 0.05, deviation at least 0.1",
      holds: abs(last[0].mean - settings[0].first) <= 0.05 && spread >= 0.1)
  }
}
