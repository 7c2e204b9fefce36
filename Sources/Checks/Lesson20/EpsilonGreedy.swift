import ExerciseKit

extension Checks20 {
  /// Exercise 20.1.
  static let epsilonGreedy = Check(
    "20.1", "Epsilon-greedy", difficulty: 1, minutes: 10,
    file: "EpsilonGreedy.swift", chapter: chapter, section: "Epsilon-greedy",
    hints: [
      "Compare chance with epsilon first: that decides between two ways, each a line or two.",
      "Exploring: pick times the number of actions, rounded down, is a place from 0 to the last.",
      "Exploiting: begin with place 0 and go on only to a value that is truly greater.",
    ],
    parts: [
      Part("exploit", points: 1) { judge in
        judge.ask(choose, [0.5, 2, 1], 0.1, 0.7, 0.9)
        judge.ask(choose, [-3, -2.5, -4, -2.75], 0.2, 0.9, 0.1)
        judge.ask(choose, [1, 4, 4, 2, 4], 0.1, 0.5, 0.99)
        judge.ask(choose, [0.5, 1, 2], 0.1, 0.7, 0.25)
        judge.ask(choose, [7], 0, 0.5, 0.5)
        // Once the other way: who never explores errs here alone, and who exchanges the two errs
        // everywhere. Each way to explore wrongly gets a place of its own.
        judge.ask(choose, [1, 9, 2, 0, 3, 5, 4, 6], 0.4, 0.3, 0.7)
        for _ in 0..<3 {
          let values = judge.generator.floats(judge.generator.count(3...8), in: -5...5)
          let chance = judge.generator.floats(2, in: 0.4...0.99)
          judge.ask(choose, values, 0.3, chance[0], chance[1])
        }
        // At chance = epsilon it exploits; at epsilon 0 always.
        judge.ask(choose, [2, 0.5, 1], 0.25, 0.25, 0.75)
        judge.ask(choose, [0.5, 3, 1], 0, 0, 0.9)
      },
      Part("explore", points: 1) { judge in
        judge.ask(choose, [0.5, 2, 1], 0.1, 0.05, 0.9)
        judge.ask(choose, [5, 1, 2, 0], 0.5, 0.125, 0.3)
        judge.ask(choose, [5, 1, 2, 0, 3], 1, 0.75, 0.99)
        judge.ask(choose, [9, 1, 2, 0], 0.5, 0.25, 0)
        for _ in 0..<4 {
          let values = judge.generator.floats(judge.generator.count(3...9), in: -5...5)
          let chance = judge.generator.floats(1, in: 0...0.39)[0]
          let pick = judge.generator.floats(1, in: 0.01...0.99)[0]
          judge.ask(choose, values, 0.4, chance, pick)
        }
      },
    ],
    mistakes: [
      choose.mistake("the two ways are exchanged: chance below epsilon means to explore") {
        values, epsilon, chance, pick in
        chance < epsilon ? firstGreatest(values) : explored(values, pick)
      },
      choose.mistake("at chance = epsilon it exploits already: below epsilon it explores") {
        values, epsilon, chance, pick in
        chance <= epsilon ? explored(values, pick) : firstGreatest(values)
      },
      choose.mistake("of several greatest values the first is wanted, not the last") {
        values, epsilon, chance, pick in
        let last = values.lastIndex(of: values.max()!)!
        return chance < epsilon ? explored(values, pick) : last
      },
      choose.mistake("the greatest so far begins with 0: all values may be negative") {
        values, epsilon, chance, pick in
        guard chance >= epsilon else { return explored(values, pick) }
        var (place, best) = (0, Float(0))
        for index in values.indices where values[index] > best {
          (place, best) = (index, values[index])
        }
        return place
      },
      choose.mistake("exploring, chance was used again: pick says which action") {
        values, epsilon, chance, _ in
        chance < epsilon ? explored(values, chance) : firstGreatest(values)
      },
      choose.mistake("exploring picks among all actions; yours never picks the last") {
        values, epsilon, chance, pick in
        guard chance < epsilon else { return firstGreatest(values) }
        return Int(pick * Float(values.count - 1))
      },
      choose.mistake("the place is rounded down, not to the nearest: the shares must be equal") {
        values, epsilon, chance, pick in
        let place = Int((pick * Float(values.count)).rounded())
        return chance < epsilon ? min(place, values.count - 1) : firstGreatest(values)
      },
      choose.mistake("exploring picks among all actions, the best one included") {
        values, epsilon, chance, pick in
        guard chance < epsilon, values.count > 1 else { return firstGreatest(values) }
        let others = values.indices.filter { $0 != firstGreatest(values) }
        return others[min(Int(pick * Float(others.count)), others.count - 1)]
      },
      choose.mistake("that is the smallest value, not the greatest") {
        values, epsilon, chance, pick in
        chance < epsilon ? explored(values, pick) : firstGreatest(values.map { -$0 })
      },
      choose.mistake("it never explores: epsilon and chance decide about that") {
        values, _, _, _ in firstGreatest(values)
      },
      choose.mistake("it always explores: with chance at or above epsilon the best is taken") {
        values, _, _, pick in explored(values, pick)
      },
      choose.mistake("places are counted from 0") { values, epsilon, chance, pick in
        let place = chance < epsilon ? explored(values, pick) : firstGreatest(values)
        return place + 1
      },
    ])

  private static let choose = Function("epsilonGreedy(values:epsilon:chance:pick:)") {
    (values: [Float], epsilon: Float, chance: Float, pick: Float) -> Int in
    chance < epsilon ? explored(values, pick) : firstGreatest(values)
  }

  private static func explored(_ values: [Float], _ pick: Float) -> Int {
    min(Int(pick * Float(values.count)), values.count - 1)
  }
}
