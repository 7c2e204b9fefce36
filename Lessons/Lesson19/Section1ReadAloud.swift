import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson19 {
  /// What the first section hands on: a network that has learned, and its words.
  struct Reader {
    let network: SpeakingNetwork
    let known: SpokenLetters
    let unseen: SpokenLetters
  }

  /// NETtalk, small: letters in, sounds out.
  static func readAloud(_ board: Board) throws -> Reader {
    board.section("Reading aloud")
    board.say(
      """
      How is "ough" spoken? As in though, through, tough, cough or bough. English spelling has rules, \
      and exceptions to them, and exceptions to the exceptions. In 1986 Terrence Sejnowski and Charles \
      Rosenberg gave the problem to a network. It sees seven letters at a time, and says what the middle \
      one sounds like. Each of the seven places has an input for every letter, and just one of them is 1: one-hot.
      """)
    let entries = try Pronunciations.load()
    let window = Window(width: 2 * board.wholeSetting("neighbours") + 1)
    let hiddenSize = board.wholeSetting("hidden")
    let names = Set(entries.flatMap(\.sounds)).sorted()
    var random = RandomGenerator(seed: board.seed(of: "words"))
    // The thousand most frequent words first; the others in any order, 1,500 of them never learned.
    let common = Array(entries.prefix(1000))
    let others = random.permutation(entries.count - 1000).map { entries[1000 + $0] }
    let unseen = SpokenLetters(Array(others.suffix(1500)), sounds: names, window: window)
    board.listing(
      """
      - - t h e s e -       window around h: - - t h e s e       the sound: none
                            (t has said DH for both)
      """)
    let counts = board.isQuick ? [1000] : [250, 1000, 3000]
    let epochs = board.isQuick ? 8 : 30
    let pools = counts.map { count in
      SpokenLetters(
        Array(common.prefix(count)) + others.prefix(max(0, count - 1000)), sounds: names,
        window: window)
    }
    // All see about as many letters in the end.
    let passes = counts.map { count in max(1, min(3 * epochs, epochs * 1000 / count)) }
    let runs = board.progress("reading", total: passes.reduce(0, +), unit: "passes") { tick in
      concurrently(counts.count, seed: board.seed(of: "reading"), tick: { tick() }) {
        number, random, tick in
        ReadingRun(
          pools[number], unseen, passes: passes[number], using: &random, tick: tick
        ) { random in
          SpeakingNetwork(
            sounds: names.count, hiddenSize: hiddenSize, window: window, using: &random)
        }
      }
    }
    let main = counts.firstIndex(of: 1000)!
    show(runs[main], pools[main], unseen, board)
    listen(runs[main].network, Array(others.suffix(1500)), names, window, board)
    claimReading(runs, counts, pools[main], unseen, board)
    return Reader(network: runs[main].network, known: pools[main], unseen: unseen)
  }

  private static func show(
    _ run: ReadingRun, _ known: SpokenLetters, _ unseen: SpokenLetters, _ board: Board
  ) {
    let table = LetterTable(known).accuracy(unseen)
    board.draw(
      Figure(
        "Learning to read aloud", caption: "A thousand words learned, 1,500 others never.",
        x: "passes", y: Axis("sounds right", range: 0...1), name: "reading"
      ) {
        Lines(y: run.known, name: "words that it learns")
        Lines(y: run.unseen, name: "words that it never saw")
        Lines.horizontal(at: table, name: "letter by letter", style: .dotted)
      })
    let said = run.network.speak(unseen.inputs)
    var right = Array(repeating: 0.0, count: 27)
    var total = right
    for (place, letter) in unseen.letters.enumerated() {
      total[letter] += 1
      if said[place] == unseen.sounds[place] { right[letter] += 1 }
    }
    let frequent = (1...26).filter { total[$0] >= 30 }
    let sorted = frequent.sorted { right[$0] / total[$0] < right[$1] / total[$1] }
    let labels = sorted.map { Text(verbatim: String(UnicodeScalar(UInt8(96 + $0)))) }
    board.draw(
      Figure(
        "Hard letters, easy letters", caption: "The share of right sounds, in unseen words.",
        name: "letters"
      ) { Bars(labels, sorted.map { right[$0] / total[$0] }) })
    board.say(
      """
      The vowels are hard: they have many sounds each, and which one may depend on a letter far away. The \
      consonants are nearly always what they seem. Who takes for each letter its most frequent sound, and \
      looks neither left nor right, gets \(table, percent: 1) of the unseen words' sounds.
      """)
  }

  /// Some unseen words, spoken.
  private static func listen(
    _ network: SpeakingNetwork, _ words: [Pronunciations.Entry], _ names: [String],
    _ window: Window, _ board: Board
  ) {
    let shown = words.filter { (5...8).contains($0.word.count) }.prefix(8)
    board.table(
      ["unseen word", "the dictionary", "the network"],
      shown.map { entry in
        let letters = SpokenLetters([entry], sounds: names, window: window)
        let said = network.speak(letters.inputs).map { names[$0] }
        let row: [Text] = [
          Text(verbatim: entry.word), Text(verbatim: entry.sounds.joined(separator: " ")),
          Text(verbatim: said.joined(separator: " ")),
        ]
        return row
      })
  }

  private static func claimReading(
    _ runs: [ReadingRun], _ counts: [Int], _ known: SpokenLetters, _ unseen: SpokenLetters,
    _ board: Board
  ) {
    let source: Text = "Sejnowski and Rosenberg, Complex Systems 1 (1987), 145-168"
    let run = runs[counts.firstIndex(of: 1000)!]
    let table = LetterTable(known).accuracy(unseen)
    let (learned, new) = (run.known.last!, run.unseen.last!)
    board.claim(
      "nettalk-known", "sounds right in the 1,000 words learned from", source: source,
      published: "good performance after training", measured: "\(learned, percent: 1)",
      gate: "at least 95 %", holds: learned >= 0.95, notQuick: "8 passes, not 30")
    board.claim(
      "nettalk-unseen", "sounds right in words never seen, and letter by letter", source: source,
      published: "generalizes to novel words",
      measured: "\(new, percent: 1) (1,500 words), \(table, percent: 1)",
      gate: "at least 70 %, and 10 points above", holds: new >= 0.7 && new >= table + 0.1)
    let all = zip(counts, runs).map { "\($0): \($1.unseen.last!, percent: 1)" as Text }.list
    let ends = runs.map { $0.unseen.last! }
    board.claim(
      "more-words", "words learned, and sounds right in words never seen", source: source,
      published: "the more words it learns, the better with new ones", measured: all,
      gate: "rises each time, by at least 2 points",
      holds: zip(ends, ends.dropFirst()).allSatisfy { $1 >= $0 + 0.02 },
      notQuick: "one size only")
  }
}

/// One network learning to read.
struct ReadingRun: Sendable {
  let known: [Double]
  let unseen: [Double]
  // Only ever used by one thread at a time: by its own while it learns, and afterwards by the
  // lesson's.
  nonisolated(unsafe) let network: SpeakingNetwork

  init(
    _ words: SpokenLetters, _ others: SpokenLetters, passes: Int,
    using random: inout RandomGenerator, tick: () -> Void,
    make: (inout RandomGenerator) -> SpeakingNetwork
  ) {
    network = make(&random)
    var curves: (known: [Double], unseen: [Double]) = ([], [])
    curves.known.append(network.accuracy(words))
    curves.unseen.append(network.accuracy(others))
    for _ in 0..<passes {
      network.epoch(words, using: &random)
      curves.known.append(network.accuracy(words))
      curves.unseen.append(network.accuracy(others))
      tick()
    }
    (known, unseen) = curves
  }
}
