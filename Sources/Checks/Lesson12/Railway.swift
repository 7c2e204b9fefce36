import ExerciseKit

extension Checks12 {
  /// For each station of a railway the tracks that begin there.
  public typealias Tracks = [[(letter: Character, to: Int)]]

  /// The two halves of exercise 12.4.
  public struct RailwayAnswer: Sendable {
    /// embeddedRide(tracks:choose:), its arguments in their order.
    public typealias Ride = @Sendable (_ tracks: Tracks, _ choose: (Int) -> Int) -> String
    /// isEmbeddedRide(_:tracks:), its arguments in their order.
    public typealias IsRide = @Sendable (_ text: String, _ tracks: Tracks) -> Bool

    let ride: Ride
    let isRide: IsRide

    /// embeddedRide(tracks:choose:) and isEmbeddedRide(_:tracks:).
    public init(ride: @escaping Ride, isRide: @escaping IsRide) {
      self.ride = ride
      self.isRide = isRide
    }
  }

  /// Exercise 12.4.
  public static let railway = Check<RailwayAnswer>(
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
      rideMistake("the frame closes with the letter that opened it") { tracks, choose in
        write(tracks, choose) { "B\($0)\($1)TE" }
      },
      rideMistake("the frame is missing: B and a letter before the ride, the letter and E after it")
      { tracks, choose in write(tracks, choose) { "\($1)" } },
      rideMistake("for the frame 0 is T and 1 is P: yours is the other way round") {
        tracks, choose in
        write(tracks, choose) { frame, ride in
          let other = frame == "T" ? "P" : "T"
          return "B\(other)\(ride)\(other)E"
        }
      },
      rideMistake("where one track begins there is nothing to choose: do not ask") {
        tracks, choose in
        write(tracks, choose, asksAlways: true)
      },
      rideMistake("the frame is chosen before the ride, not after it") { tracks, choose in
        let ride = travel(tracks, choose)
        let frame = choose(2) == 0 ? "T" : "P"
        return "B\(frame)\(ride)\(frame)E"
      },
      rideMistake("one track is missing at the end: the ride is over at station tracks.count") {
        tracks, choose in
        write(tracks, choose) { "B\($0)\($1.dropLast())\($0)E" }
      },
      readMistake("the frame must close with the letter that opened it: compare them") {
        text, tracks in
        let letters = Array(text)
        guard letters.count >= 4 else { return false }
        return read(text.replacingFrame(by: letters[1]), tracks)
      },
      readMistake("the ride between must be possible too, not only the frame") { text, _ in
        hasFrame(Array(text))
      },
      readMistake("the ride stops on the way: it must arrive at station tracks.count") {
        text, tracks in
        hasFrame(Array(text)) && walk(Array(text), tracks) != nil
      },
      readMistake("the ride was over and letters still came: that is no ride") { text, tracks in
        hasFrame(Array(text)) && walk(Array(text), tracks, stopsEarly: true) == tracks.count
      },
      readMistake("a letter must be on a track of this very station, not on any one") {
        text, tracks in
        let known = Set(tracks.joined().map(\.letter))
        return hasFrame(Array(text))
          && Array(text).dropFirst(2).dropLast(2).allSatisfy(known.contains)
          && text.count > 4
      },
      readMistake("only T and P make a frame") { text, tracks in
        let letters = Array(text)
        return letters.count >= 4 && letters[0] == "B" && letters.last == "E"
          && letters[1] == letters[letters.count - 2] && walk(letters, tracks) == tracks.count
      },
      readMistake("the first letter must be B and the last E") { text, tracks in
        let letters = Array(text)
        return letters.count >= 4 && (letters[1] == "T" || letters[1] == "P")
          && letters[1] == letters[letters.count - 2] && walk(letters, tracks) == tracks.count
      },
      Mistake(
        "a text may be shorter than a frame: count the letters first",
        trapsSaying: "Index out of range",
        RailwayAnswer(
          ride: { write($0, $1) },
          isRide: { text, tracks in
            let letters = Array(text)
            return letters[0] == "B" && read(text, tracks)
          })),
      Mistake(
        "a text may be shorter than a frame: count the letters first",
        trapsSaying: "Range requires lowerBound <= upperBound",
        RailwayAnswer(
          ride: { write($0, $1) },
          isRide: { text, tracks in
            let letters = Array(text)
            guard letters.count > 2 else { return false }
            return letters[2..<(letters.count - 2)].isEmpty ? false : read(text, tracks)
          })),
    ])

  private static func rideMistake(
    _ likely: Text, _ wrong: @escaping RailwayAnswer.Ride
  ) -> Mistake<RailwayAnswer> {
    Mistake(likely, RailwayAnswer(ride: wrong, isRide: { read($0, $1) }))
  }

  private static func readMistake(
    _ likely: Text, _ wrong: @escaping RailwayAnswer.IsRide
  ) -> Mistake<RailwayAnswer> {
    Mistake(likely, RailwayAnswer(ride: { write($0, $1) }, isRide: wrong))
  }

  // MARK: - The right answers

  private static func travel(
    _ tracks: Tracks, _ choose: (Int) -> Int, asksAlways: Bool = false
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
    _ tracks: Tracks, _ choose: (Int) -> Int, asksAlways: Bool = false,
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

  @Sendable private static func rides(_ judge: Judge<RailwayAnswer>) {
    askRide(judge, small, [1, 1])
    askRide(judge, small, [0, 0, 0, 1])
    askRide(judge, reber, [1, 0, 0, 1, 1])
    askRide(judge, reber, [0, 1, 0, 0, 1, 0, 0, 1, 1])
    askRide(judge, other, [1, 1, 0, 0, 2])
  }

  private static func askRide(_ judge: Judge<RailwayAnswer>, _ tracks: Tracks, _ choices: [Int]) {
    /// The choices one by one; after them always the last track, which ends every ride here.
    func ride(_ answer: RailwayAnswer.Ride) -> String {
      var forks = choices
      return answer(tracks) { count in
        forks.isEmpty ? count - 1 : min(forks.removeFirst(), count - 1)
      }
    }
    judge.ask(
      """
      var forks = \(choices); embeddedRide(tracks: \(verbatim: pasted(tracks))) { _ in \
      forks.removeFirst() }
      """, expect: ride { write($0, $1) }
    ) { answer in ride(answer.ride) }
  }

  @Sendable private static func rightTexts(_ judge: Judge<RailwayAnswer>) {
    for text in ["BPBXEPE", "BTBSSXETE"] { askText(judge, text, small) }
    for text in ["BTBTSSXXTVVETE", "BPBPVPSEPE"] { askText(judge, text, reber) }
    askText(judge, "BTbaTcTE", other)
  }

  @Sendable private static func wrongTexts(_ judge: Judge<RailwayAnswer>) {
    for text in ["BPBXETE", "BPBSPE", "BPBXEBPE", "BPBXSEPE", "BXBXEXE", "TPBXEPE", "BPBXEPB"] {
      askText(judge, text, small)
    }
    for text in ["BTBTSSXXTVVEPE", "BPBPVPSPE", "BTBTPSETE"] { askText(judge, text, reber) }
    for text in ["", "B", "BTE", "BTTE"] { askText(judge, text, small) }
  }

  private static func askText(_ judge: Judge<RailwayAnswer>, _ text: String, _ tracks: Tracks) {
    judge.ask(
      "isEmbeddedRide(\(text), tracks: \(verbatim: pasted(tracks)))", expect: read(text, tracks)
    ) { $0.isRide(text, tracks) }
  }

  private static func pasted(_ tracks: Tracks) -> String {
    let stations = tracks.map { station in
      "[" + station.map { "(\"\($0.letter)\", \($0.to))" }.joined(separator: ", ") + "]"
    }
    return "[" + stations.joined(separator: ", ") + "]"
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
