import ExerciseKit

extension Checks20 {
  /// Exercise 20.3.
  static let qLearning = Check(
    "20.3", "The update of Q-learning", difficulty: 2, minutes: 20,
    file: "QLearning.swift", chapter: chapter, section: "Two ways to learn from a step",
    hints: [
      "What was expected: the value in the table. What came: the reward, and the best of the next row.",
      "Of the difference only the share eta is taken over; one number of the table changes.",
      "Without a next state the second term of what came is 0.",
    ],
    parts: [
      Part("a step on the way", points: 2) { judge in
        judge.ask(update, [[0, 2], [1, 3]], 0, 1, 4, 1, 0.5, 0.5)
        judge.ask(update, [[-4, -2, -6], [-5, -3, -8]], 1, 0, -1, 0, 0.25, 1)
        for _ in 0..<3 {
          let (table, state, next, action) = drawn(judge)
          let numbers = judge.generator.floats(3, in: 0.1...0.9)
          judge.ask(update, table, state, action, 5 * numbers[0], next, numbers[1], numbers[2])
        }
        // A step that stays where it is.
        judge.ask(update, [[1, 5, 2], [7, 0, 3]], 0, 2, -1, 0, 0.5, 0.75)
      },
      Part("the last step", points: 1) { judge in
        judge.ask(update, [[0, 2], [1, 3]], 1, 0, 4, nil, 0.5, 0.5)
        for _ in 0..<2 {
          let (table, state, _, action) = drawn(judge)
          let numbers = judge.generator.floats(3, in: 0.1...0.9)
          judge.ask(update, table, state, action, 5 * numbers[0], nil, numbers[1], numbers[2])
        }
      },
    ],
    mistakes: [
      update.mistake("the discount is missing: what comes later counts gamma times") {
        values, state, action, reward, next, eta, _ in
        changed(values, state, action, reward, next, eta, 1)
      },
      update.mistake("the best of the next state is wanted; yours takes the same action there") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, reward, next, eta, gamma) { row in row[action] }
      },
      update.mistake("yours takes the mean of the next state's actions; the greatest is wanted") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, reward, next, eta, gamma) { row in
          row.reduce(0, +) / Float(row.count)
        }
      },
      update.mistake("yours takes the least of the next state's actions; the greatest is wanted") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, reward, next, eta, gamma) { $0.min()! }
      },
      update.mistake("the best action of the state that was left; the next state's is wanted") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, reward, next == nil ? nil : state, eta, gamma)
      },
      update.mistake("the old value is missing in the brackets: only the error is taken over") {
        values, state, action, reward, next, eta, gamma in
        var values = values
        let expected = next.map { values[$0].max()! } ?? 0
        values[state][action] += eta * (reward + gamma * expected)
        return values
      },
      update.mistake("the value jumps to what came: eta says how far it goes") {
        values, state, action, reward, next, _, gamma in
        changed(values, state, action, reward, next, 1, gamma)
      },
      update.mistake("the sign: the value moves towards what came") {
        changed($0, $1, $2, $3, $4, -$5, $6)
      },
      update.mistake("the reward is missing") { changed($0, $1, $2, 0, $4, $5, $6) },
      update.mistake("the reward is discounted, too: gamma belongs to what comes later") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, gamma * reward, next, eta, gamma)
      },
      update.mistake("after the last step there is nothing to expect; yours counts on state 0") {
        changed($0, $1, $2, $3, $4 ?? 0, $5, $6)
      },
      update.mistake("after the last step, too, the value moves: towards the reward alone") {
        values, state, action, reward, next, eta, gamma in
        next == nil ? values : changed(values, state, action, reward, next, eta, gamma)
      },
      update.mistake("the greatest is not less than 0 for you; all values may be negative") {
        values, state, action, reward, next, eta, gamma in
        changed(values, state, action, reward, next, eta, gamma) { max(0, $0.max()!) }
      },
      update.mistake("only the action that was done changes; yours changes its whole row") {
        values, state, action, reward, next, eta, gamma in
        values[state].indices.reduce(into: values) { result, other in
          result[state][other] =
            changed(values, state, other, reward, next, eta, gamma)[state][other]
        }
      },
      update.mistake("row and column are exchanged: states are rows, actions columns") {
        values, state, action, reward, next, eta, gamma in
        guard action < values.count, state < values[0].count else {
          throw Trap("Index out of range")
        }
        return changed(values, action, state, reward, next, eta, gamma)
      },
    ])

  private typealias Table = [[Float]]

  private static let update = Function(
    "qUpdated(values:state:action:reward:next:learningRate:discount:)"
  ) {
    (
      values: [[Float]], state: Int, action: Int, reward: Float, next: Int?, eta: Float,
      gamma: Float
    ) -> [[Float]] in changed(values, state, action, reward, next, eta, gamma)
  }

  private static func changed(
    _ values: Table, _ state: Int, _ action: Int, _ reward: Float, _ next: Int?, _ eta: Float,
    _ gamma: Float, _ join: (_ row: [Float]) -> Float = { $0.max()! }
  ) -> Table {
    var values = values
    let expected = next.map { join(values[$0]) } ?? 0
    values[state][action] += eta * (reward + gamma * expected - values[state][action])
    return values
  }

  /// A table of any size, two states of it that differ, and an action that is not the next state's
  /// best.
  private static func drawn(
    _ judge: Judge
  ) -> (table: Table, state: Int, next: Int, action: Int) {
    let (states, actions) = (judge.generator.count(3...5), judge.generator.count(2...4))
    let table = (0..<states).map { _ in judge.generator.floats(actions, in: -5...5) }
    let state = judge.generator.count(0...(states - 1))
    let next = (state + judge.generator.count(1...(states - 1))) % states
    let action = (firstGreatest(table[next]) + 1) % actions
    return (table, state, next, action)
  }
}
