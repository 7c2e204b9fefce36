import Experiments
import LessonKit
import MiniTensor

extension Lesson12 {
  /// Two marked numbers in a hundred: the plain network guesses, the gated ones add.
  static func addTwoNumbers(_ board: Board) -> [AddingProblem.Run] {
    let time = board.wholeSetting("time")
    let problem = AddingProblem(time: board.isQuick ? min(30, time) : time)
    let hiddenSize = board.wholeSetting("hidden")
    board.section("Adding two numbers, far apart")
    board.say(
      """
      Each sequence has \(problem.time) random numbers from 0 to 1. Two of them are marked, one in \
      each half; at the end their sum is wanted. Nothing in between helps. Who answers 1 every time \
      has a mean squared error of 1/6 = 0.167. Hochreiter and Schmidhuber scale the sum to 0 ... 1 and \
      count a sequence as right when it misses by less than 0.04; solved are 2,000 right ones in a row. We \
      take the plain sum and ask for a mean squared error of 0.01. Three networks of \(hiddenSize) units, batches of 50, Adam, rate 0.01.
      """)
    let kinds: [SequenceReader.Kind] = [.lstm, .plain, .gru]
    let limits = board.isQuick ? [1000, 500, 1000] : [6000, 2500, 6000]
    let total = limits.reduce(0, +) / AddingProblem.interval
    let runs = board.progress("three networks", total: total, unit: "looks") { tick in
      concurrently(3, seed: board.seed, tick: { tick() }) { number, generator, tick in
        problem.run(
          kinds[number], hiddenSize: hiddenSize, limit: limits[number], using: &generator,
          tick: tick)
      }
    }
    let names: [Text] = ["LSTM", "plain network", "GRU (section 5)"]
    board.draw(
      Figure(
        "Adding two of \(problem.time) numbers", x: "batches of 50",
        y: Axis("mean squared error", range: 0.001...1, isLogarithmic: true), name: "adding"
      ) {
        for (run, name) in zip(runs, names) { Lines(x: run.steps, y: run.errors, name: name) }
        Lines(
          x: [0, runs.compactMap(\.steps.last).max() ?? 1],
          y: [AddingProblem.guessing, AddingProblem.guessing], name: "always 1", style: .dashed)
      })
    lookInside(runs, problem, board)
    let (lstm, plain) = (runs[0], runs[1])
    let measured: Text =
      """
      LSTM \(lstm.last, decimals: 4) after \(lstm.steps.last ?? 0, grouped: true) batches; plain \
      \(plain.last, decimals: 3) after \(plain.steps.last ?? 0, grouped: true)
      """
    let statement: Text = "adding problem, 100 steps: LSTM against plain network"
    let source: Text = "Hochreiter, Schmidhuber, Neural Computation 9 (1997), sec. 5.4"
    board.claim(
      "adding", statement, source: source, published: "LSTM solves it", measured: measured,
      gate: "LSTM < 0.01, plain > 0.1", holds: lstm.last < 0.01 && plain.last > 0.1,
      notQuick: "30 steps only with --quick")
    return runs
  }

  /// What each number of a sequence does to the answer.
  private static func lookInside(
    _ runs: [AddingProblem.Run], _ problem: AddingProblem, _ board: Board
  ) {
    var generator = RandomGenerator(seed: board.seed(of: "looking"))
    let count = 200
    let (x, _) = problem.batch(of: count, using: &generator)
    func marks(of row: Int) -> [Int] { (0..<problem.time).filter { x[row, $0, 1] == 1 } }
    /// d answer / d number, for all sequences: [row][step].
    func slopes(_ run: AddingProblem.Run) -> [[Double]] {
      let input = Variable(x)
      run.reader.lastAnswer(input).sum().backward()
      for parameter in run.reader.parameters { parameter.zeroGradient() }
      let gradient = input.gradient ?? Tensor.zeros(like: x)
      return (0..<count).map { row in (0..<problem.time).map { Double(gradient[row, $0, 0]) } }
    }
    let lstm = slopes(runs[0])
    let plain = slopes(runs[1])
    let marked = marks(of: 0)
    board.draw(
      Figure(
        "What a little more at step t does to the answer",
        caption:
          "Marked are steps \(marked[0] + 1) and \(marked[1] + 1). A sum has the slope 1 there.",
        x: "step", y: "d answer / d number(t)", name: "looking"
      ) {
        Lines(x: 1...problem.time, y: lstm[0], name: "LSTM")
        Lines(x: 1...problem.time, y: plain[0], name: "plain network")
      })
    let atMarks = (0..<count).map { row in marks(of: row).map { lstm[row][$0] } }
    let elsewhere = (0..<count).flatMap { row in
      let marks = marks(of: row)
      return (0..<problem.time).filter { !marks.contains($0) }.map { abs(lstm[row][$0]) }
    }
    let (first, second) = (atMarks.map { $0[0] }, atMarks.map { $0[1] })
    let plainAtMarks = (0..<count).flatMap { row in marks(of: row).map { plain[row][$0] } }.mean
    board.say(
      """
      The derivative shows what the network has understood. Over \(count) sequences the LSTM's answer \
      rises by \(first.mean, decimals: 2) +- \(first.spread, decimals: 2) with the first marked number, \
      by \(second.mean, decimals: 2) +- \(second.spread, decimals: 2) with the second, and with all \
      others by \(elsewhere.mean, decimals: 3) on average. The input gate opens at the marker, the \
      forget gate keeps. The plain network's answer rises by \(plainAtMarks, decimals: 2) with a marked number, on average.
      """)
  }
}
