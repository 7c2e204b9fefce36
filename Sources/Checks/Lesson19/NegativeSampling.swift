import ExerciseKit
import Foundation

extension Checks19 {
  /// Exercise 19.3.
  static let negativeSampling = Check(
    "19.3", "A step of negative sampling", difficulty: 3, minutes: 30,
    file: "NegativeSampling.swift", chapter: chapter, section: "A step of negative sampling",
    hints: [
      "Every pair of the step does the same; only what is wanted differs, 1 for seen and 0 for drawn.",
      "The error of a pair is sigmoid(w . c) less what is wanted; both vectors move by it.",
      "Read from the old vectors and write into copies, so that no change is seen too early.",
    ],
    parts: [
      Part("the word and what was seen", points: 2) { judge in
        judge.ask(step, [1, 0], [[0, 0], [0, 2], [0, 0]], 0, [], 0.5)
        judge.ask(step, [2, -1], [[1, 1], [0.5, -2]], 1, [], 0.25)
        for _ in 0..<2 { askRandomly(judge, drawn: 0...0) }
      },
      Part("with drawn contexts", points: 2) { judge in
        judge.ask(step, [1, 0], [[0, 0], [0, 2], [0, 0]], 0, [1], 0.5)
        judge.ask(
          step, [1, -2, 0.5], [[1, 1, 1], [-1, 0.5, 2], [2, 1, 0], [0, 1, 1]], 2, [0, 3], 0.5)
        // One of them twice.
        judge.ask(step, [1, 0.5], [[1, 2], [-1, 1], [0.5, 3]], 1, [2, 2], 0.25)
        for _ in 0..<3 { askRandomly(judge, drawn: 1...3) }
      },
    ],
    mistakes: [
      step.mistake("the sign: the slope is subtracted") { moved($0, $1, $2, $3, -$4) },
      step.mistake("what was seen is pushed apart and what was drawn pulled together") {
        moved($0, $1, $2, $3, $4, wanted: (0, 1))
      },
      step.mistake("drawn contexts are pulled together, too: they have to be pushed apart") {
        moved($0, $1, $2, $3, $4, wanted: (1, 1))
      },
      step.mistake("the contexts move, too, not only the word") {
        (moved($0, $1, $2, $3, $4).word, $1)
      },
      step.mistake("the word moves, too, not only the contexts") {
        ($0, moved($0, $1, $2, $3, $4).contexts)
      },
      step.mistake("all slopes are taken at the old word: yours uses the one just moved") {
        moved($0, $1, $2, $3, $4, reading: .newWord)
      },
      step.mistake("all slopes are taken at the old contexts: yours moves them before the word") {
        moved($0, $1, $2, $3, $4, reading: .newContexts)
      },
      step.mistake("the drawn contexts are missing") { moved($0, $1, $2, [], $4) },
      step.mistake("the pair that was seen is missing") { word, contexts, seen, drawn, rate in
        moved(word, contexts, nil, drawn, rate)
      },
      step.mistake("each drawn one counts whole: yours takes their mean") {
        word, contexts, seen, drawn, rate in
        let one = moved(word, contexts, seen, [], rate)
        guard !drawn.isEmpty else { return one }
        let other = moved(word, contexts, nil, drawn, rate / Float(drawn.count))
        return (
          zip(zip(one.word, other.word), word).map { $0.0 + $0.1 - $1 },
          contexts.indices.map { place in
            contexts[place].indices.map {
              one.contexts[place][$0] + other.contexts[place][$0] - contexts[place][$0]
            }
          }
        )
      },
      step.mistake("a context that was drawn twice is pushed twice") {
        word, contexts, seen, drawn, rate in
        moved(word, contexts, seen, Array(Set(drawn)).sorted(), rate)
      },
      step.mistake("the learning rate is missing") { word, contexts, seen, drawn, _ in
        moved(word, contexts, seen, drawn, 1)
      },
      step.mistake("the error is sigmoid less what is wanted; yours has no sigmoid") {
        moved($0, $1, $2, $3, $4) { score in score }
      },
      step.mistake("the slope of -log sigmoid is p - 1; yours multiplies by p (1 - p) once more") {
        word, contexts, seen, drawn, rate in
        moved(word, contexts, seen, drawn, rate, squared: true)
      },
      step.mistake("all other contexts stay as they are: only those drawn are pushed") {
        word, contexts, seen, drawn, rate in
        moved(word, contexts, seen, contexts.indices.filter { $0 != seen }, rate)
      },
    ])

  private enum Reading { case old, newWord, newContexts }

  private static let step = Function(
    "negativeSamplingStep(word:contexts:seen:drawn:learningRate:)",
    reading: { try $0.tuple(of: [Float].self, [[Float]].self) }
  ) {
    (word: [Float], contexts: [[Float]], seen: Int, drawn: [Int], rate: Float) in
    moved(word, contexts, seen, drawn, rate)
  }

  private static func moved(
    _ word: [Float], _ contexts: [[Float]], _ seen: Int?, _ drawn: [Int], _ rate: Float,
    wanted: (seen: Float, drawn: Float) = (1, 0), reading: Reading = .old, squared: Bool = false,
    _ probability: (Float) -> Float = { 1 / (1 + exp(-$0)) }
  ) -> (word: [Float], contexts: [[Float]]) {
    var result = (word: word, contexts: contexts)
    let pairs = (seen.map { [($0, wanted.seen)] } ?? []) + drawn.map { ($0, wanted.drawn) }
    for (place, goal) in pairs {
      let w = reading == .newWord ? result.word : word
      let p = probability(dot(w, contexts[place]))
      let error = (p - goal) * (squared ? p * (1 - p) : 1)
      for i in word.indices { result.contexts[place][i] -= rate * error * w[i] }
      let c = reading == .newContexts ? result.contexts[place] : contexts[place]
      for i in word.indices { result.word[i] -= rate * error * c[i] }
    }
    return result
  }

  private static func askRandomly(_ judge: Judge, drawn range: ClosedRange<Int>) {
    let (length, count) = (judge.generator.count(2...4), judge.generator.count(4...6))
    let contexts = (0..<count).map { _ in judge.generator.floats(length, in: -1.5...1.5) }
    let seen = judge.generator.count(0...(count - 1))
    let drawn = (0..<judge.generator.count(range)).map { _ in
      (seen + judge.generator.count(1...(count - 1))) % count
    }
    let rate = judge.generator.floats(1, in: 0.2...0.9)[0]
    judge.ask(step, judge.generator.floats(length, in: -1.5...1.5), contexts, seen, drawn, rate)
  }
}
