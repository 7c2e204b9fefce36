import Experiments
import LessonKit
import MiniTensor

extension Lesson12 {
  /// Trials of one kind of network: after how many strings each was solved.
  struct Trials: Sendable {
    let kind: SequenceReader.Kind
    let solved: [Int?]

    var solvedCount: Int { solved.compactMap { $0 }.count }
    /// The share of trials solved, after so many strings: one stair for each.
    var staircase: (x: [Int], y: [Double]) {
      var (x, y) = ([0], [0.0])
      for count in solved.compactMap({ $0 }).sorted() {
        x += [count, count]
        y += [y[y.count - 1], y[y.count - 1] + 1 / Double(solved.count)]
      }
      return (x + [stringLimit], y + [y[y.count - 1]])
    }

    /// How many were solved, after how many strings on average.
    var summary: Text {
      let counts = solved.compactMap { $0 }
      guard !counts.isEmpty else { return "none of \(solved.count)" }
      let mean = counts.reduce(0, +) / counts.count
      return "\(counts.count) of \(solved.count), mean \(mean, grouped: true)"
    }
  }

  static let stringLimit = 12_000

  static func reberTrials(
    _ kind: SequenceReader.Kind, _ count: Int, _ name: Text, _ board: Board
  ) -> Trials {
    let solved = board.progress(name, total: count, unit: "trials") { tick in
      concurrently(count, seed: board.seed, tick: { tick() }) { _, generator, tick -> Int? in
        defer { tick() }
        return ReberNetwork.trial(kind, limit: stringLimit, using: &generator)
      }
    }
    return Trials(kind: kind, solved: solved)
  }

  /// The embedded Reber grammar: what stands last but one was decided at the second letter.
  static func rideTheRailway(_ board: Board) -> [Trials] {
    board.section("A railway with a secret")
    board.say(
      """
      Arthur Reber's grammar of 1967 is a railway. At each station one of at most two tracks is \
      taken, each with a letter. The embedded grammar adds a frame: B, then T or P, then a whole \
      ride from B to E, then the same T or P again, then E. Locally everything looks alike; who \
      wants to know the last letter but one must remember the second.
      """)
    let stations = ReberGrammar.tracks.enumerated().map { number, tracks -> Text in
      let ways = tracks.map { way -> Text in "\(ReberGrammar.letters[way.letter]) to \(way.to)" }
      return ways.count == 1
        ? "station \(number)    \(ways[0])" : "station \(number)    \(ways[0]),  \(ways[1])"
    }
    board.listing(stations.lines)
    var generator = RandomGenerator(seed: board.seed)
    let shown = (0..<4).map { _ in ReberGrammar.example(using: &generator).text }
    board.say("Four rides: \(shown).")
    board.say(
      """
      The network sees one letter at a time and gives each of the seven letters a score. A trial \
      is solved when in all of 512 strings, 256 of them never used for learning, every letter that \
      may follow beats every letter that may not. The cells are those of 1997, without a forget \
      gate, eight of them; one string a step, Adam. The paper had blocks of cells and gradient \
      descent without momentum.
      """)
    let count = board.options.flag("full") ? 150 : board.isQuick ? 10 : 30
    let lstm = reberTrials(.lstm1997, count, "LSTM", board)
    let plain = reberTrials(.plain, board.isQuick ? 2 : 10, "plain network", board)
    board.draw(
      Figure(
        "Trials solved after so many strings", x: Axis("strings", range: 0...12_000),
        y: Axis("share of trials", range: 0...1), name: "reber"
      ) {
        Lines(x: lstm.staircase.x, y: lstm.staircase.y, name: "LSTM of 1997, 8 cells")
        Lines(x: plain.staircase.x, y: plain.staircase.y, name: "plain, 8 units")
      })
    board.say(
      """
      Trials that the LSTM solves, and strings until then: \(lstm.summary). The plain network of \
      eight units: \(plain.summary). In the paper's fastest setting the mean was 8,440, without Adam. In its \
      table simple recurrent nets (Elman's) solved none.
      """)
    board.claim(
      "reber", "embedded Reber grammar: trials solved within 12,000 strings",
      source: "Hochreiter, Schmidhuber, Neural Computation 9 (1997), sec. 5.1",
      published: "97 to 100 % in five settings",
      measured: lstm.summary,
      gate: "at least 9 of 10", holds: Double(lstm.solvedCount) >= 0.9 * Double(count))
    return [lstm, plain]
  }
}
