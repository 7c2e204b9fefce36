import ExerciseKit

extension Checks17 {
  /// Exercise 17.5.
  static let echo = Check(
    "17.5", "The echo", difficulty: 2, minutes: 25,
    file: "Echo.swift", chapter: chapter, section: "The urn",
    replaces: ["choice"],
    hints: [
      "Add the record up from the left. The first sum that is above chance times the total wins.",
      "A day: copy the record into a var, and change one of its numbers.",
      """
      The other of districts 0 and 1 is 1 - visited. Its share is that of the morning, before \
      anything was added.
      """,
    ],
    parts: [
      Part("where the patrol goes", points: 2) { judge in
        judge.ask(place, [2, 1, 1], 0.6)
        judge.ask(place, [2, 1, 1], 0.9)
        judge.ask(place, [1, 3], 0.1)
        judge.ask(place, [5], 0.75)
        judge.ask(place, [0, 2, 0, 2], 0)
        judge.ask(place, [0, 2, 0, 2], 0.5)
        judge.ask(place, [2, 1, 1], 0.5)
        judge.ask(place, [1, 3], 0.25)
        for _ in 0..<3 { askPlace(judge) }
      },
      Part("the record in the evening", points: 1) { judge in
        judge.ask(day, [2, 1, 1], 1, [5, 3, 4])
        judge.ask(day, [3, 1], 0, [8, 2])
        judge.ask(day, [3, 1], 1, [8, 0])
        let count = judge.generator.count(2...5)
        judge.ask(
          day, judge.generator.floats(count, in: 1...9), judge.generator.count(0...(count - 1)),
          judge.generator.floats(count, in: 1...9))
      },
      Part("the corrected record", points: 2) { judge in
        judge.ask(corrected, [3, 1], 0, [8, 2])
        judge.ask(corrected, [3, 1], 1, [8, 2])
        judge.ask(corrected, [2, 0], 0, [5, 1])
        judge.ask(corrected, [1.5, 2.5], 1, [7, 4])
        for visited in 0...1 {
          judge.ask(
            corrected, judge.generator.floats(2, in: 1...9), visited,
            judge.generator.floats(2, in: 1...9))
        }
      },
    ],
    mistakes: placeMistakes + dayMistakes + correctedMistakes)

  private static let placeMistakes: [Mistake] = [
    place.mistake("the chance is a share of the whole record: compare it with shares, not counts") {
      walk($0, $1) { draw, end, _ in draw < end }
    },
    place.mistake("a number at just the right end of a stretch belongs to the next one") {
      walk($0, $1) { draw, end, total in draw * total <= end && end > 0 }
    },
    place.mistake("each stretch begins where the last one ended: add the counts up") {
      record, draw in
      let total = record.reduce(0, +)
      let place = record.firstIndex { draw * total < $0 }
      return place ?? record.count - 1
    },
    place.mistake("always the district with the most: it is drawn by chance") { record, _ in
      record.firstIndex(of: record.max()!)!
    },
    place.mistake("all districts are as likely in yours: each has its share in the record") {
      record, draw in min(record.count - 1, Int(draw * Float(record.count)))
    },
    place.mistake("the districts lie in the order of their numbers; yours lays them from the right")
    { record, draw in
      record.count - 1 - walk(Array(record.reversed()), draw) { $0 * $2 < $1 }
    },
    place.mistake("the districts are numbered from 0") { record, draw in
      let place = walk(record, draw) { $0 * $2 < $1 }
      return place + 1
    },
    place.mistake("a district with nothing in the record has no stretch") { record, draw in
      let total = record.reduce(0, +)
      var end: Float = 0
      for (index, count) in record.enumerated() {
        end += count
        if draw * total <= end { return index }
      }
      return record.count - 1
    },
    place.mistake("a district is likelier the more its record holds, not the less") {
      record, draw in walk(record.map { $0 > 0 ? 1 / $0 : 0 }, draw) { $0 * $2 < $1 }
    },
  ]

  private static let dayMistakes: [Mistake] = [
    day.mistake("only what happens in the visited district is noted") { record, _, incidents in
      zip(record, incidents).map { $0 + $1 }
    },
    day.mistake("the incidents are added to the record, they do not replace it") {
      record, visited, incidents in
      changed(record, visited, to: incidents[visited])
    },
    day.mistake("each incident counts: yours adds 1 for the day") { record, visited, _ in
      changed(record, visited, to: record[visited] + 1)
    },
    day.mistake("the record is returned as it was in the morning") { record, _, _ in record },
    day.mistake("the others are noted, and not the visited one: the reverse was meant") {
      record, visited, incidents in
      record.indices.map { $0 == visited ? record[$0] : record[$0] + incidents[$0] }
    },
    day.mistake("all incidents of the day were noted for the visited district: only its own") {
      record, visited, incidents in
      changed(record, visited, to: record[visited] + incidents.reduce(0, +))
    },
    day.mistake("the record stays a count: no shares") { record, visited, incidents in
      let next = changed(record, visited, to: record[visited] + incidents[visited])
      return next.map { $0 / next.reduce(0, +) }
    },
  ]

  private static let correctedMistakes: [Mistake] = [
    corrected.mistake("the share of the other district counts, not that of the visited one") {
      record, visited, incidents in
      weighed(record, visited, incidents, record[visited] / (record[0] + record[1]))
    },
    corrected.mistake("not corrected: each incident counts the share of the other district") {
      record, visited, incidents in weighed(record, visited, incidents, 1)
    },
    corrected.mistake("a share is a part of both: yours is the ratio of the two") {
      record, visited, incidents in
      record[visited] == 0
        ? record : weighed(record, visited, incidents, record[1 - visited] / record[visited])
    },
    corrected.mistake("divided by the share, which lets a rare visit count too much here") {
      record, visited, incidents in
      weighed(record, visited, incidents, (record[0] + record[1]) / record[visited])
    },
    corrected.mistake("the share is that of the morning: yours has added the incidents already") {
      record, visited, incidents in
      let evening = changed(record, visited, to: record[visited] + incidents[visited])
      return weighed(
        record, visited, incidents, evening[1 - visited] / (evening[0] + evening[1]))
    },
    corrected.mistake("the finds are noted for the district where they were made") {
      record, visited, incidents in
      let share = record[1 - visited] / (record[0] + record[1])
      return changed(record, 1 - visited, to: record[1 - visited] + incidents[visited] * share)
    },
    corrected.mistake("the incidents of the visited district count, not those of the other") {
      record, visited, incidents in
      let share = record[1 - visited] / (record[0] + record[1])
      return changed(record, visited, to: record[visited] + incidents[1 - visited] * share)
    },
    corrected.mistake("the count of the other district is no share: divide by both together") {
      record, visited, incidents in weighed(record, visited, incidents, record[1 - visited])
    },
    corrected.mistake("the whole record was weighed: only the new incidents are") {
      record, visited, incidents in
      let share = record[1 - visited] / (record[0] + record[1])
      return changed(record, visited, to: (record[visited] + incidents[visited]) * share)
    },
    corrected.mistake("each of the districts counts a half in yours: it is the other's share") {
      record, visited, incidents in weighed(record, visited, incidents, 0.5)
    },
  ]

  // MARK: - The functions

  private static let place = Function("district(record:chance:)") {
    (record: [Float], draw: Float) -> Int in walk(record, draw) { $0 * $2 < $1 }
  }

  private static let day = Function("dayOfPatrol(record:visited:incidents:)") {
    (record: [Float], visited: Int, incidents: [Float]) -> [Float] in
    changed(record, visited, to: record[visited] + incidents[visited])
  }

  private static let corrected = Function("correctedDay(record:visited:incidents:)") {
    (record: [Float], visited: Int, incidents: [Float]) -> [Float] in
    weighed(record, visited, incidents, record[1 - visited] / (record[0] + record[1]))
  }

  private static func walk(
    _ record: [Float], _ draw: Float, _ isBefore: (Float, Float, Float) -> Bool
  ) -> Int {
    let total = record.reduce(0, +)
    var end: Float = 0
    for (index, count) in record.enumerated() {
      end += count
      if isBefore(draw, end, total) { return index }
    }
    return record.count - 1
  }

  private static func changed(_ record: [Float], _ place: Int, to value: Float) -> [Float] {
    var record = record
    record[place] = value
    return record
  }

  private static func weighed(
    _ record: [Float], _ visited: Int, _ incidents: [Float], _ weight: Float
  ) -> [Float] {
    changed(record, visited, to: record[visited] + incidents[visited] * weight)
  }

  /// A draw that is clear of the ends of stretches.
  private static func askPlace(_ judge: Judge) {
    let record = judge.generator.floats(judge.generator.count(2...5), in: 1...6)
    let visited = judge.generator.count(0...(record.count - 1))
    let inside = Float.random(in: 0.1...0.9, using: &judge.generator)
    let before = record[..<visited].reduce(0, +)
    judge.ask(place, record, (before + inside * record[visited]) / record.reduce(0, +))
  }
}
