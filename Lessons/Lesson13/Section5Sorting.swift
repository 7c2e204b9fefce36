import Experiments
import LessonKit
import MiniTensor

extension Lesson13 {
  /// Letters into the order of the alphabet: ten of them, and twenty.
  static func sortLetters(_ board: Board) {
    board.section("Putting letters in order")
    let steps = board.isQuick ? 100 : 1000
    board.say(
      """
      Sorting needs everything at once: the first answer is the least of all letters, and the last \
      letter read may be the one. Attention sees all letters from every place. To looking, its \
      blocks now add thinking: a small network of two layers that treats each place alone. \
      Together they are the block of a transformer.
      """)
    board.formula(
      """
      x <- x + attention(norm(x))         look around,
      x <- x + feedForward(norm(x))       then think about it
      """)
    board.say(
      """
      Attention has four heads here: the 32 numbers of a place are cut into four pieces of 8, and \
      each piece looks around on its own. The norm is LayerNorm: each place's numbers are brought to mean 0 and variance 1, then \
      stretched and shifted as learned. The LSTM reads all letters, then as many blanks, and \
      writes. Everybody gets \(steps, grouped: true) steps of 64 random lists.
      """)
    let lengths = [10, 20]
    let rate = Float(board.setting("sorting-rate"))
    let trainings = board.progress("four sorters", total: 40, unit: "exams") { tick in
      concurrently(4, seed: board.seed(of: "sorting"), tick: { tick() }) {
        number, generator, tick in
        let length = lengths[1 - number / 2]  // the long ones first
        let reader: any Reader =
          number % 2 == 0
          ? AttentionReader(
            symbolCount: 26, answerSymbols: 26, length: length, answerCount: length, size: 32,
            headCount: 4, isCausal: false, thinks: true, using: &generator)
          : RecurrentReader(
            symbolCount: 27, answerSymbols: 26, answerCount: length, embeddingSize: 32,
            hiddenSize: 56, using: &generator)
        return Training(
          reader, on: SortingQuiz(length: length, hasBlanks: number % 2 == 1), steps: steps,
          learningRate: rate, exams: 10, using: &generator, tick: tick)
      }
    }
    show(long: trainings[0], trainings[1], short: trainings[2], trainings[3], board)
  }

  private static func show(
    long attention: Training, _ recurrent: Training, short shortAttention: Training,
    _ shortRecurrent: Training, _ board: Board
  ) {
    board.draw(
      Figure(
        "Lists with a mistake, of 1,000 new ones", x: "steps (64 lists each)",
        y: .range(0...1, "not in order"), name: "sorting"
      ) {
        Lines(x: attention.steps, y: attention.questionErrors, name: "attention, 20 letters")
        Lines(x: recurrent.steps, y: recurrent.questionErrors, name: "LSTM, 20 letters")
        Lines(
          x: attention.steps, y: shortAttention.questionErrors, name: "attention, 10 letters",
          style: .dotted)
        Lines(
          x: attention.steps, y: shortRecurrent.questionErrors, name: "LSTM, 10 letters",
          style: .dotted)
      })
    board.table(
      ["reader", "letters", "numbers", "places right", "lists right"],
      [
        row("attention", 10, shortAttention), row("LSTM", 10, shortRecurrent),
        row("attention", 20, attention), row("LSTM", 20, recurrent),
      ])
    let right = [attention, recurrent].map { 1 - $0.questionErrors.last! }
    board.say(
      """
      Ten letters both can sort. It is with the length that they part: all that the LSTM knows of \
      twenty letters must pass through one state, and from there to the places where it is \
      written, up to 39 steps later. (The LSTM learns on if one lets it. With another draw of its \
      first weights it may end 20 points higher or lower; attention varies little.)
      """)
    let reader = shortAttention.reader as! AttentionReader
    drawMaps(reader, seed: board.seed, board)
    spell(reader, shortRecurrent.reader, board)
    let statement: Text = "twenty letters in order: attention against an LSTM, whole lists right"
    let source: Text = "after Vinyals, Bengio and Kudlur, Order matters, ICLR 2016, section 4.4"
    let published: Text = "recurrent nets sink with the length; attention over the inputs helps"
    let measured: Text = "\(right[0], percent: 1) against \(right[1], percent: 1)"
    board.claim(
      "sorting", statement, source: source, published: published, measured: measured,
      gate: "attention >= 70 %, and at least 20 points above",
      holds: right[0] >= 0.7 && right[0] - right[1] >= 0.2,
      notQuick: "too few steps with --quick")
  }

  private static func row(_ name: Text, _ length: Int, _ training: Training) -> [Text] {
    [
      name, "\(length)", "\(training.reader.parameterCount, grouped: true)",
      "\(1 - training.answerErrors.last!, percent: 1)",
      "\(1 - training.questionErrors.last!, percent: 1)",
    ]
  }

  /// Where the places look, on the mean of many lists: by letter in the first block, by place in
  /// the second.
  private static func drawMaps(_ reader: AttentionReader, seed: UInt64, _ board: Board) {
    let length = 10
    var generator = RandomGenerator(seed: seed)
    var byLetter = Tensor.zeros(length, length)
    var byPlace = Tensor.zeros(length, length)
    for _ in 0..<200 {
      let letters = generator.choice(length, from: 26)
      let maps = reader.maps(letters).map { $0.mean(axis: 0) }  // the mean of the heads
      let order = (0..<length).sorted { letters[$0] < letters[$1] }
      byLetter += maps[0].transposed().rows(order).transposed() / 200
      byPlace += maps[1] / 200
    }
    let numbers = (1...length).map { Text(verbatim: "\($0)") }
    board.draw(
      Figure(
        "Where each place of the answer looks",
        caption: """
          Mean of four heads and of 200 lists of ten different letters. On the left the columns are \
          the letters in the order of the alphabet, on the right the places of the list.
          """,
        name: "sorting-maps"
      ) {
        Panel("first block, by letter") {
          HeatMap(byLetter.lists, rows: numbers, columns: numbers, showsValues: false)
        }
        Panel("second block, by place") {
          HeatMap(byPlace.lists, rows: numbers, columns: numbers, showsValues: false)
        }
      })
    board.say(
      """
      The first block looks by letter: the first places of the answer collect the early letters, \
      the last places the late ones, wherever they stand. The second looks by place, mostly nearby: \
      as if neighbours had to agree who writes which letter.
      """)
  }

  /// A word that nobody trained for.
  private static func spell(
    _ reader: AttentionReader, _ recurrent: any Reader, _ board: Board
  ) {
    let word = "perceptron"
    let letters = word.map { SortingQuiz.symbols.firstIndex(of: $0)! }
    func sorted(_ reader: any Reader, hasBlanks: Bool) -> String {
      let read = SortingQuiz(length: 10, hasBlanks: hasBlanks).read(letters)
      return String(reader.answers([read])[0].map { SortingQuiz.symbols[$0] })
    }
    board.note(
      """
      \(word) becomes \(sorted(reader, hasBlanks: false)) by attention, \
      \(sorted(recurrent, hasBlanks: true)) by the LSTM; right is \(String(word.sorted())). They \
      have seen nothing but random letters.
      """)
  }
}
