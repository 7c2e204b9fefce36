import ExerciseKit

extension Checks12 {
  /// Exercise 12.4.
  static let reberGrammar = Check(
    "12.4", "Reber's railway", difficulty: 2, minutes: 30,
    file: "Railway.swift", chapter: chapter, section: "A railway with a secret",
    hints: [
      """
      Keep one variable, the station. Writing: choose a track, write its letter, go where it leads. \
      Reading is the same walk, only that the text chooses the track.
      """,
      """
      The ride is over at station tracks.count, and not before. Look at the frame by itself: the \
      first two letters and the last two; how long must a text be at least to have them?
      """,
      """
      isEmbeddedRide: guard the count, the B, the T or P, that the last but one equals it, the E. \
      Then for each letter between: is there a track with first(where:)? If not, or if the ride is \
      already over, false.
      """,
    ],
    parts: [
      Part("writing a ride", points: 2) { judge in
        askToWrite(judge, small, [1, 1])
        askToWrite(judge, small, [0, 0, 0, 1])
        askToWrite(judge, reber, [1, 0, 0, 1, 1])
        askToWrite(judge, reber, [0, 1, 0, 0, 1, 0, 0, 1, 1])
        askToWrite(judge, threeWays, [1, 1, 0, 0, 2])
        for _ in 0..<3 { askToWrite(judge, randomGrammar(judge), randomChoices(judge)) }
        for grammar in [small, threeWays, randomGrammar(judge)] { askWhatIsChosen(judge, grammar) }
      },
      Part("right texts", points: 1) { judge in
        for text in ["BPBXEPE", "BTBSSXETE"] { judge.ask(accepted, text, small) }
        for text in ["BTBTSSXXTVVETE", "BPBPVPSEPE"] { judge.ask(accepted, text, reber) }
        judge.ask(accepted, "BTbaTcTE", threeWays)
        for _ in 0..<2 {
          let grammar = randomGrammar(judge)
          judge.ask(accepted, randomText(judge, grammar), grammar)
        }
        // So that a "true" for every text does not pass.
        judge.ask(accepted, "BPBXETE", small)
      },
      Part("wrong texts", points: 2) { judge in wrongTexts(judge) },
    ],
    mistakes: writingMistakes + readingMistakes)

  private static let writingMistakes: [Mistake] = [
    written.mistake("the frame closes with the letter that opened it") {
      write($0, $1) { "B\($0)\($1)TE" }
    },
    written.mistake(
      "the frame is missing: B and a letter before the ride, the letter and E after it"
    ) { write($0, $1) { "\($1)" } },
    written.mistake("for the frame 0 is T and 1 is P: yours is the other way round") {
      write($0, $1) { frame, ride in
        let other = frame == "T" ? "P" : "T"
        return "B\(other)\(ride)\(other)E"
      }
    },
    written.mistake("where one track begins there is nothing to choose: do not ask") {
      write($0, $1, asksAlways: true)
    },
    written.mistake("the frame is chosen before the ride, not after it") { grammar, choose in
      let ride = travel(grammar, choose)
      let frame = choose(2) == 0 ? "T" : "P"
      return "B\(frame)\(ride)\(frame)E"
    },
    written.mistake("one track is missing at the end: the ride is over at station tracks.count") {
      write($0, $1) { "B\($0)\($1.dropLast())\($0)E" }
    },
  ]

  private static let readingMistakes: [Mistake] = [
    accepted.mistake("the frame must close with the letter that opened it: compare them") {
      text, grammar in
      let letters = Array(text)
      guard letters.count >= 4, "TP".contains(letters[letters.count - 2]) else { return false }
      return accepts(letters.dropLast(2) + [letters[1]] + letters.suffix(1), grammar)
    },
    accepted.mistake("the ride between must be possible too, not only the frame") { text, _ in
      hasFrame(Array(text))
    },
    accepted.mistake("the ride stops on the way: it must arrive at station tracks.count") {
      text, grammar in hasFrame(Array(text)) && walk(Array(text), grammar) != nil
    },
    accepted.mistake("the ride was over and letters still came: that is no ride") { text, grammar in
      hasFrame(Array(text)) && walk(Array(text), grammar, stopsEarly: true) == grammar.count
    },
    accepted.mistake("where the ride is over no track begins: look whether letters still come") {
      text, grammar in
      let letters = Array(text)
      guard hasFrame(letters) else { return false }
      let station = walk(letters, grammar, stopsEarly: true)
      if station == grammar.count, walk(letters, grammar) == nil {
        throw Trap("Index out of range")
      }
      return station == grammar.count
    },
    accepted.mistake("a letter must be on a track of this very station, not on any one") {
      text, grammar in
      let known = Set(grammar.joined().map(\.letter))
      return hasFrame(Array(text)) && text.count > 4
        && Array(text).dropFirst(2).dropLast(2).allSatisfy(known.contains)
    },
    accepted.mistake("only T and P make a frame") { text, grammar in
      accepts(Array(text), grammar, frames: Set(text))
    },
    accepted.mistake("the first letter must be B") { text, grammar in
      accepts(["B"] + text.dropFirst(), grammar)
    },
    accepted.mistake("the last letter must be E") { text, grammar in
      accepts(text.dropLast() + ["E"], grammar)
    },
    accepted.mistake("a text may be shorter than a frame: count the letters first") {
      text, grammar in
      if text.isEmpty { throw Trap("Index out of range") }
      return accepts(Array(text), grammar)
    },
    accepted.mistake("a text may be shorter than a frame: count the letters first") {
      text, grammar in
      if text.count == 3 { throw Trap("Range requires lowerBound <= upperBound") }
      return accepts(Array(text), grammar)
    },
  ]

  // MARK: - The functions

  /// For each station the tracks that begin there.
  private typealias Grammar = [[(letter: Character, to: Int)]]
  private typealias Choose = Callback<Int, Int>

  private static let written = Function("embeddedRide(tracks:choose:)") {
    (grammar: Grammar, choose: Choose) -> String in write(grammar, choose)
  }

  private static let accepted = Function("isEmbeddedRide(_:tracks:)") {
    (text: String, grammar: Grammar) -> Bool in accepts(Array(text), grammar)
  }

  private static func travel(
    _ grammar: Grammar, _ choose: Choose, asksAlways: Bool = false
  ) -> String {
    var ride = ""
    var station = 0
    while station < grammar.count {
      let count = grammar[station].count
      let track = grammar[station][count > 1 || asksAlways ? choose(count) : 0]
      ride.append(track.letter)
      station = track.to
    }
    return ride
  }

  private static func write(
    _ grammar: Grammar, _ choose: Choose, asksAlways: Bool = false,
    join: (_ frame: String, _ ride: String) -> String = { "B\($0)\($1)\($0)E" }
  ) -> String {
    let frame = choose(2) == 0 ? "T" : "P"
    return join(frame, travel(grammar, choose, asksAlways: asksAlways))
  }

  private static func hasFrame(_ letters: [Character], of frames: Set<Character> = ["T", "P"])
    -> Bool
  {
    letters.count >= 4 && letters[0] == "B" && frames.contains(letters[1])
      && letters[letters.count - 2] == letters[1] && letters.last == "E"
  }

  /// The station where the letters within the frame lead; nil when a track is missing.
  private static func walk(
    _ letters: [Character], _ grammar: Grammar, stopsEarly: Bool = false
  ) -> Int? {
    var station = 0
    for letter in letters.dropFirst(2).dropLast(2) {
      if stopsEarly, station == grammar.count { return station }
      guard station < grammar.count,
        let track = grammar[station].first(where: { $0.letter == letter })
      else { return nil }
      station = track.to
    }
    return station
  }

  private static func accepts(
    _ letters: [Character], _ grammar: Grammar, frames: Set<Character> = ["T", "P"]
  ) -> Bool {
    hasFrame(letters, of: frames) && walk(letters, grammar) == grammar.count
  }

  // MARK: - Questions

  private static let small: Grammar = [[("B", 1)], [("S", 1), ("X", 2)], [("E", 3)]]
  private static let reber: Grammar = [
    [("B", 1)], [("T", 2), ("P", 3)], [("S", 2), ("X", 4)], [("T", 3), ("V", 5)],
    [("X", 3), ("S", 6)], [("P", 4), ("V", 6)], [("E", 7)],
  ]
  /// Three tracks at one station, and letters of another alphabet.
  private static let threeWays: Grammar = [
    [("a", 1), ("b", 0), ("c", 2)], [("T", 0), ("d", 2)],
  ]

  /// The last track of every station leads on, so that every ride ends.
  private static func randomGrammar(_ judge: Judge) -> Grammar {
    let count = judge.generator.count(2...5)
    return (0..<count).map { station in
      let letters = Array("BEPSTVXab").shuffled(using: &judge.generator)
      let others = (0..<judge.generator.count(0...2)).map { place in
        (letter: letters[place], to: judge.generator.count(0...count))
      }
      return others + [(letter: letters[8], to: station + 1)]
    }
  }

  private static func randomChoices(_ judge: Judge) -> [Int] {
    [judge.generator.count(0...1)] + (0..<5).map { _ in judge.generator.count(0...2) }
  }

  private static func randomText(_ judge: Judge, _ grammar: Grammar) -> String {
    write(grammar, choosing(randomChoices(judge)))
  }

  /// The choices one by one; after them always the last track, which ends every ride here.
  private static func choosing(_ choices: [Int]) -> Choose {
    var choices = choices[...]
    return Choose("{ _ in choices.removeFirst() }") { count in
      min(choices.popFirst() ?? count, count - 1)
    }
  }

  private static func askToWrite(_ judge: Judge, _ grammar: Grammar, _ choices: [Int]) {
    judge.ask(
      "var choices = \(choices); embeddedRide(tracks: \(grammar)) { _ in choices.removeFirst() }"
    ) { answers in try answers.value(written, grammar, choosing(choices)) }
  }

  /// Of how many `choose` is asked; the last track of every station ends the ride.
  private static func askWhatIsChosen(_ judge: Judge, _ grammar: Grammar) {
    judge.ask(
      """
      var asked: [Int] = []; _ = embeddedRide(tracks: \(grammar)) { asked.append($0); return $0 - 1 }; \
      asked
      """
    ) { answers in
      var asked: [Int] = []
      let last = Choose("{ asked.append($0); return $0 - 1 }") { count in
        asked.append(count)
        return max(0, count - 1)
      }
      _ = try answers.call(written, grammar, last)
      return asked
    }
  }

  private static func wrongTexts(_ judge: Judge) {
    let texts = [
      "BPBXETE", "BPBSPE", "BPBXEBPE", "BPBXSEPE", "BXBXEXE", "TPBXEPE", "BPBXEPB", "BPBXEP",
      "PBXEPE",
    ]
    for text in texts { judge.ask(accepted, text, small) }
    for text in ["BTBTSSXXTVVEPE", "BPBPVPSPE", "BTBTPSETE"] { judge.ask(accepted, text, reber) }
    for text in ["", "B", "BTE", "BTTE", "BPPE"] { judge.ask(accepted, text, small) }
    let grammar = randomGrammar(judge)
    let text = randomText(judge, grammar)
    let (ride, frame) = (text.dropFirst(2).dropLast(2), text.dropFirst().prefix(1))
    judge.ask(accepted, "B\(frame)\(ride)\(frame == "T" ? "P" : "T")E", grammar)
    judge.ask(accepted, "B\(frame)\(ride.dropLast())\(frame)E", grammar)
    judge.ask(accepted, "B\(frame)\(ride)\(ride.suffix(1))\(frame)E", grammar)
    // So that a "false" for every text does not pass.
    judge.ask(accepted, text, grammar)
  }
}
