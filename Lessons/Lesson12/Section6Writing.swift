import Experiments
import LessonKit
import MiniTensor

extension Lesson12 {
  /// The course reads itself, and goes on writing at four temperatures.
  static func write(_ library: Library, _ board: Board) {
    board.section("A network that writes")
    let isFull = board.options.flag("full")
    // A thousand pieces of 16 x 64 symbols are twelve passes over our chapters.
    let passes = 12 * library.training.count / (16 * 64)
    let (size, steps) = (128, board.isQuick ? 120 : isFull ? max(1000, passes) : 1000)
    let source: Text = library.file.map { Text(verbatim: $0) } ?? "the chapters of lessons 01 to 08"
    board.say(
      """
      Now the task of lesson 11 with a longer memory. An LSTM of \(size) cells reads \(source), \
      \(library.training.count, grouped: true) symbols of \(library.symbols.count) kinds, and guesses \
      the next. Nobody tells it what a word is. It learns from pieces of 64 symbols, its state goes \
      on from piece to piece, and a fifth of its outputs is dropped while it learns.
      """)
    var generator = RandomGenerator(seed: board.seed)
    let writer = Writer(symbols: library.symbols.count, hiddenSize: size, using: &generator)
    var (at, read, unseen): ([Int], [Double], [Double]) = ([], [], [])
    var recent: [Double] = []
    board.progress("reading", total: steps) { tick in
      writer.train(
        on: library.training, steps: steps, learningRate: Float(board.setting("writing-rate")),
        using: &generator
      ) { step, bits in
        recent.append(bits)
        tick(note: "\(bits, decimals: 2) bits a symbol")
        guard step % max(1, steps / 20) == 0 else { return }
        at.append(step)
        read.append(recent.mean)
        unseen.append(writer.bits(of: library.test))
        recent = []
      }
    }
    board.draw(
      Figure(
        "What the next symbol costs", x: "pieces of 16 x 64 symbols", y: "bits a symbol",
        name: "reading"
      ) {
        Lines(x: at, y: read, name: "text that it learns from")
        Lines(x: at, y: unseen, name: "text that it has never seen")
      })
    compare(unseen.last ?? 0, library, board)
    board.draw(gates(writer, library))
    board.say(
      """
      To write, it draws a symbol from its own guess and reads it as the next input. Before that \
      the scores are divided by a temperature. Cold, it takes the likeliest and repeats itself; hot, \
      it takes anything.
      """)
    board.formula("p = softmax(scores / temperature)")
    let beginning = Array(library.training.prefix(20))
    for temperature: Float in [0.3, 0.7, 1, 1.5] {
      let symbols = writer.write(
        board.isQuick ? 120 : 300, after: beginning, temperature: temperature, using: &generator)
      let text = String(symbols.dropFirst(beginning.count).map { library.symbols[$0] })
      board.say("Temperature \(temperature):")
      board.listing(Text(verbatim: lines(text)))
    }
    board.note("Let it read a text of yours: swift run Lesson12 --text FILE")
  }

  /// The LSTM against tables of counts, on the same unseen text.
  private static func compare(_ bits: Double, _ library: Library, _ board: Board) {
    let counted = (0...3).map { library.countedBits(context: $0) }
    let names: [Text] = ["symbol counts", "pairs", "triples", "fours"]
    board.table(
      ["guessed by", "bits a symbol"],
      zip(names, counted).map { [$0, "\($1, decimals: 2)"] } + [["LSTM", "\(bits, decimals: 2)"]],
      title: "text that nobody has seen")
    let best = counted.min() ?? 0
    let statement: Text = "bits a symbol of unseen prose: tables of counts against LSTM"
    let source: Text = "Shannon, Bell System Technical Journal 30 (1951)"
    let measured: Text = "best table \(best, decimals: 2), LSTM \(bits, decimals: 2)"
    if board.isQuick || library.file != nil {
      board.ungatedClaim(
        "prose", statement, source: source, published: "longer contexts cost less",
        measured: measured,
        reason: board.isQuick ? "120 steps only with --quick" : "a text of yours: anything may come"
      )
    } else {
      board.claim(
        "prose", statement, source: source, published: "longer contexts cost less",
        measured: measured, gate: "LSTM below the best table", holds: bits < best)
    }
  }

  /// Broken into lines at blanks, without characters that move the cursor.
  private static func lines(_ text: String) -> String {
    var result: [String] = []
    var line = ""
    for character in text {
      let isBreak = character.isNewline
      if isBreak || (character == " " && line.count > 56) || line.count > 64 {
        result.append(line)
        line = isBreak || character == " " ? "" : String(character)
      } else {
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        line.append(isControl ? " " : character)
      }
    }
    return (result + [line]).joined(separator: "\n")
  }
}
