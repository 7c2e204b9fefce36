import Experiments
import LessonKit
import MiniTensor

extension Lesson13 {
  /// Four pairs are read, then one letter, and its digit is wanted.
  static func rememberPairs(_ board: Board) {
    board.section("What stood behind the c?")
    let steps = board.isQuick ? 500 : 1000
    board.say(
      """
      Read c9k8j3f1??c and say what stood behind the c: 9. The pairs are new each time, so nothing \
      can be learned by heart; they must be kept, and found by their letter. Jimmy Ba and his \
      colleagues asked this of recurrent networks in 2016. We ask two readers of about the same \
      size: a long short-term memory (lesson 12), and two layers of attention with skip \
      connections (lesson 10) and nothing else.
      """)
    let rate = Float(board.setting("recall-rate"))
    let trainings = board.progress("two readers", total: 20, unit: "exams") { tick in
      concurrently(2, seed: board.seed, tick: { tick() }) { number, generator, tick in
        if number == 0 {
          let reader = AttentionReader(
            symbolCount: 37, answerSymbols: 10, length: RecallQuiz.length, answerCount: 1,
            size: 32, headCount: 1, isCausal: true, thinks: false, using: &generator)
          return Training(
            reader, on: RecallQuiz(), steps: steps, learningRate: rate, exams: 10,
            using: &generator, tick: tick)
        }
        let reader = RecurrentReader(
          symbolCount: 37, answerSymbols: 10, answerCount: 1, embeddingSize: 20, hiddenSize: 40,
          using: &generator)
        return Training(
          reader, on: RecallQuiz(), steps: steps, learningRate: rate, exams: 10,
          using: &generator, tick: tick)
      }
    }
    show(trainings, board)
  }

  private static func show(_ trainings: [Training], _ board: Board) {
    let (attention, recurrent) = (trainings[0], trainings[1])
    let bag = RecallQuiz.errorWithoutBinding
    board.draw(
      Figure(
        "Wrong digits, of 1,000 new questions", x: "steps (64 questions each)",
        y: .range(0...1, "wrong"), name: "recall"
      ) {
        Lines(x: attention.steps, y: attention.answerErrors, name: "attention")
        Lines(x: recurrent.steps, y: recurrent.answerErrors, name: "LSTM")
        Lines.horizontal(at: bag, name: "digits without letters")
      })
    board.say(
      """
      Attention (\(attention.reader.parameterCount, grouped: true) numbers) misses \
      \(attention.answerErrors.last!, percent: 1), the LSTM \
      (\(recurrent.reader.parameterCount, grouped: true) numbers) \
      \(recurrent.answerErrors.last!, percent: 1). It is not guessing: that would be 90 %. Whoever \
      remembers which four digits came, but not behind which letter, does best to name the most \
      frequent one, and errs \(bag, percent: 1) of the time. The LSTM has kept the digits and lost \
      the pairs. To bind a letter to a digit it would need products of what came at different \
      times, and a place to keep each; more steps or more units help it in the end.
      """)
    drawMaps(attention.reader as! AttentionReader, board)
    let wrong = attention.answerErrors.last!
    let statement: Text = "four pairs: attention against an LSTM, wrong answers"
    let source: Text = "the task of Ba and others, NeurIPS 2016, section 4.1"
    let published: Text = "small recurrent nets fail, a memory by content does not"
    let measured: Text =
      "\(wrong, percent: 1) against \(recurrent.answerErrors.last!, percent: 1)"
    board.claim(
      "recall", statement, source: source, published: published, measured: measured,
      gate: "attention <= 5 %, LSTM >= 50 %",
      holds: wrong <= 0.05 && recurrent.answerErrors.last! >= 0.5,
      notQuick: "half the steps with --quick")
  }

  /// How the two layers answer one question together.
  private static func drawMaps(_ reader: AttentionReader, _ board: Board) {
    let question = "c9k8j3f1??c"
    let read = question.map { RecallQuiz.symbols.firstIndex(of: $0)! }
    let maps = reader.maps(read)
    let labels = question.map { Text(verbatim: String($0)) }
    board.draw(
      Figure(
        "Who looks at whom",
        caption: "Each row is a reader, each column what it looks at. Nobody sees the future.",
        name: "recall-maps"
      ) {
        Panel("first layer") {
          HeatMap(
            maps[0].row(0).lists, rows: labels, columns: labels, showsValues: false, range: 0...1)
        }
        Panel("second layer") {
          HeatMap(
            maps[1].row(0).lists, rows: labels, columns: labels, showsValues: false, range: 0...1)
        }
      })
    let digits = [1, 3, 5, 7]
    let back = digits.map { Double(maps[0][0, $0, $0 - 1]) }.reduce(0, +) / 4
    let found = maps[1][0, 10, 1]
    board.say(
      """
      The two layers share the work. In the first, every digit looks at the symbol before it \
      (\(back, percent: 0) of its attention) and so learns its letter. In the second, the last c \
      asks \"who has a c?\" and gives \(found, percent: 0) of its attention to the 9. Nobody \
      told them. Elhage and others (2021) named such pairs induction heads; large language models \
      have them, too.
      """)
  }
}
