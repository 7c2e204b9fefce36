import ExerciseKit

extension Checks12 {
  /// For each station of a railway the tracks that begin there.
  private typealias Tracks = [[(letter: Character, to: Int)]]

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
      Part("writing a ride", points: 2, rides), Part("right texts", points: 1, rightTexts),
      Part("wrong texts", points: 2, wrongTexts),
    ],
    mistakes: [
      embeddedRide.mistake("the frame closes with the letter that opened it") { tracks, choose in
        write(tracks, choose) { "B\($0)\($1)TE" }
      },
      embeddedRide.mistake(
        "the frame is missing: B and a letter before the ride, the letter and E after it"
      ) { tracks, choose in write(tracks, choose) { "\($1)" } },
      embeddedRide.mistake("for the frame 0 is T and 1 is P: yours is the other way round") {
        tracks, choose in
        write(tracks, choose) { frame, ride in
          let other = frame == "T" ? "P" : "T"
          return "B\(other)\(ride)\(other)E"
        }
      },
      embeddedRide.mistake("where one track begins there is nothing to choose: do not ask") {
        tracks, choose in
        write(tracks, choose, asksAlways: true)
      },
      embeddedRide.mistake("the frame is chosen before the ride, not after it") { tracks, choose in
        let ride = travel(tracks, choose)
        let frame = choose(2) == 0 ? "T" : "P"
        return "B\(frame)\(ride)\(frame)E"
      },
      embeddedRide.mistake(
        "one track is missing at the end: the ride is over at station tracks.count"
      ) {
        tracks, choose in
        write(tracks, choose) { "B\($0)\($1.dropLast())\($0)E" }
      },
      isEmbeddedRide.mistake("the frame must close with the letter that opened it: compare them") {
        text, tracks in
        let letters = Array(text)
        guard letters.count >= 4 else { return false }
        return read(text.replacingFrame(by: letters[1]), tracks)
      },
      isEmbeddedRide.mistake("the ride between must be possible too, not only the frame") {
        text, _ in
        hasFrame(Array(text))
      },
      isEmbeddedRide.mistake("the ride stops on the way: it must arrive at station tracks.count") {
        text, tracks in
        hasFrame(Array(text)) && walk(Array(text), tracks) != nil
      },
      isEmbeddedRide.mistake("the ride was over and letters still came: that is no ride") {
        text, tracks in
        hasFrame(Array(text)) && walk(Array(text), tracks, stopsEarly: true) == tracks.count
      },
      isEmbeddedRide.mistake("a letter must be on a track of this very station, not on any one") {
        text, tracks in
        let known = Set(tracks.joined().map(\.letter))
        return hasFrame(Array(text))
          && Array(text).dropFirst(2).dropLast(2).allSatisfy(known.contains)
          && text.count > 4
      },
      isEmbeddedRide.mistake("only T and P make a frame") { text, tracks in
        let letters = Array(text)
        return letters.count >= 4 && letters[0] == "B" && letters.last == "E"
          && letters[1] == letters[letters.count - 2] && walk(letters, tracks) == tracks.count
      },
      isEmbeddedRide.mistake("the first letter must be B and the last E") { text, tracks in
        let letters = Array(text)
        return letters.count >= 4 && (letters[1] == "T" || letters[1] == "P")
          && letters[1] == letters[letters.count - 2] && walk(letters, tracks) == tracks.count
      },
      isEmbeddedRide.mistake("a text may be shorter than a frame: count the letters first") {
        text, tracks in
        if text.isEmpty { throw Trap("Index out of range") }
        return read(text, tracks)
      },
      isEmbeddedRide.mistake("a text may be shorter than a frame: count the letters first") {
        text, tracks in
        if text.count == 3 { throw Trap("Range requires lowerBound <= upperBound") }
        return read(text, tracks)
      },
    ])

  private typealias Choose = Callback<Int, Int>

  private static let embeddedRide = Function("embeddedRide(tracks:choose:)") {
    (tracks: Tracks, choose: Choose) in write(tracks, choose)
  }
  private static let isEmbeddedRide = Function("isEmbeddedRide(_:tracks:)") {
    (text: String, tracks: Tracks) in read(text, tracks)
  }

  // MARK: - The right answers

  private static func travel(
    _ tracks: Tracks, _ choose: Choose, asksAlways: Bool = false
  ) -> String {
    var ride = ""
    var station = 0
    while station < tracks.count {
      let count = tracks[station].count
      let track = tracks[station][count > 1 || asksAlways ? choose(count) : 0]
      ride.append(track.letter)
      station = track.to
    }
    return ride
  }

  private static func write(
    _ tracks: Tracks, _ choose: Choose, asksAlways: Bool = false,
    join: (_ frame: String, _ ride: String) -> String = { "B\($0)\($1)\($0)E" }
  ) -> String {
    let frame = choose(2) == 0 ? "T" : "P"
    return join(frame, travel(tracks, choose, asksAlways: asksAlways))
  }

  private static func hasFrame(_ letters: [Character]) -> Bool {
    letters.count >= 4 && letters[0] == "B" && "TP".contains(letters[1])
      && letters[letters.count - 2] == letters[1] && letters.last == "E"
  }

  /// The station where the letters within the frame lead; nil when a track is missing.
  private static func walk(
    _ letters: [Character], _ tracks: Tracks, stopsEarly: Bool = false
  ) -> Int? {
    var station = 0
    for letter in letters.dropFirst(2).dropLast(2) {
      if stopsEarly, station == tracks.count { return station }
      guard station < tracks.count,
        let track = tracks[station].first(where: { $0.letter == letter })
      else { return nil }
      station = track.to
    }
    return station
  }

  private static func read(_ text: String, _ tracks: Tracks) -> Bool {
    hasFrame(Array(text)) && walk(Array(text), tracks) == tracks.count
  }

  // MARK: - Questions

  private static let small: Tracks = [[("B", 1)], [("S", 1), ("X", 2)], [("E", 3)]]
  private static let reber: Tracks = [
    [("B", 1)], [("T", 2), ("P", 3)], [("S", 2), ("X", 4)], [("T", 3), ("V", 5)],
    [("X", 3), ("S", 6)], [("P", 4), ("V", 6)], [("E", 7)],
  ]
  /// Three tracks at one station, and letters of another alphabet.
  private static let other: Tracks = [[("a", 1), ("b", 0), ("c", 2)], [("T", 0), ("d", 2)]]

  @Sendable private static func rides(_ judge: Judge) {
    askRide(judge, small, [1, 1])
    askRide(judge, small, [0, 0, 0, 1])
    askRide(judge, reber, [1, 0, 0, 1, 1])
    askRide(judge, reber, [0, 1, 0, 0, 1, 0, 0, 1, 1])
    askRide(judge, other, [1, 1, 0, 0, 2])
  }

  private static func askRide(_ judge: Judge, _ tracks: Tracks, _ choices: [Int]) {
    let code: Code = """
      var forks = \(choices); embeddedRide(tracks: \(tracks)) { _ in forks.removeFirst() }
      """
    judge.ask(code) { answers in
      // The choices one by one; after them always the last track, which ends every ride here.
      var forks = choices
      let choose = Choose("{ _ in forks.removeFirst() }") { count in
        forks.isEmpty ? count - 1 : min(forks.removeFirst(), count - 1)
      }
      return try answers.call(embeddedRide, tracks, choose)
    }
  }

  @Sendable private static func rightTexts(_ judge: Judge) {
    for text in ["BPBXEPE", "BTBSSXETE"] { judge.ask(isEmbeddedRide, text, small) }
    for text in ["BTBTSSXXTVVETE", "BPBPVPSEPE"] { judge.ask(isEmbeddedRide, text, reber) }
    judge.ask(isEmbeddedRide, "BTbaTcTE", other)
  }

  @Sendable private static func wrongTexts(_ judge: Judge) {
    for text in ["BPBXETE", "BPBSPE", "BPBXEBPE", "BPBXSEPE", "BXBXEXE", "TPBXEPE", "BPBXEPB"] {
      judge.ask(isEmbeddedRide, text, small)
    }
    for text in ["BTBTSSXXTVVEPE", "BPBPVPSPE", "BTBTPSETE"] {
      judge.ask(isEmbeddedRide, text, reber)
    }
    for text in ["", "B", "BTE", "BTTE"] { judge.ask(isEmbeddedRide, text, small) }
  }

}

extension String {
  /// The same text with another last letter but one.
  fileprivate func replacingFrame(by letter: Character) -> String {
    var letters = Array(self)
    letters[letters.count - 2] = letter
    return String(letters)
  }
}
