import ExerciseKit

extension Checks20 {
  /// Exercise 20.4.
  static let sarsa = Check(
    "20.4", "The update of Sarsa", difficulty: 2, minutes: 25,
    file: "Sarsa.swift", chapter: chapter, section: "Two ways to learn from a step",
    hints: [
      "A loop over the steps, in order; the table is a variable that each step changes.",
      "What comes after step t is Q of the state and the action that stand at t + 1 in the lists.",
      "At the last step there is no t + 1: what comes after it is 0.",
    ],
    parts: [
      Part("a walk of one step", points: 1) { judge in
        judge.ask(update, [[0, 2], [1, 3]], [1], [0], [4], 0.5, 0.5)
        judge.ask(update, [[0, 2], [1, 3]], [], [], [], 0.5, 0.5)
        let table = (0..<3).map { _ in judge.generator.floats(3, in: -5...5) }
        let (state, action) = (judge.generator.count(0...2), judge.generator.count(0...2))
        judge.ask(update, table, [state], [action], judge.generator.floats(1, in: 1...5), 0.25, 0.5)
      },
      Part("longer walks", points: 2) { judge in
        judge.ask(update, [[0, 2], [1, 3]], [0, 1], [1, 0], [4, -1], 0.5, 0.5)
        judge.ask(
          update, [[3, -2, 1], [-4, 5, 2]], [0, 1, 0], [1, 0, 2], [1, -2, 3], 0.25, 0.75)
        // A place that is come back to: the later step sees what the earlier one has learned.
        judge.ask(
          update, [[2, 0], [4, 1], [8, 3]], [0, 1, 0, 2], [0, 1, 0, 1], [-1, 2, -3, 5], 0.5, 0.5)
        for _ in 0..<3 { askRandomly(judge) }
      },
    ],
    mistakes: [
      update.mistake("that is Q-learning: Sarsa takes the action that was done, not the best one") {
        walked($0, $1, $2, $3, $4, $5) { values, state, _ in values[state].max()! }
      },
      update.mistake("the discount is missing: what comes later counts gamma times") {
        values, states, actions, rewards, eta, _ in
        walked(values, states, actions, rewards, eta, 1)
      },
      update.mistake("all updates use the old table: each has to see what those before have left") {
        old, states, actions, rewards, eta, gamma in
        walked(old, states, actions, rewards, eta, gamma) { _, state, action in
          old[state][action]
        }
      },
      update.mistake("the last step teaches, too: its goal is the reward alone") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards, eta, gamma, leavingOut: 1)
      },
      update.mistake("the walk is learned from in its order, not from the end") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards, eta, gamma, backwards: true)
      },
      update.mistake("the old value is missing in the brackets: only the error is taken over") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards, eta, gamma, keepingOld: true)
      },
      update.mistake("the value jumps to what came: eta says how far it goes") {
        values, states, actions, rewards, _, gamma in
        walked(values, states, actions, rewards, 1, gamma)
      },
      update.mistake("the sign: the value moves towards what came") {
        walked($0, $1, $2, $3, -$4, $5)
      },
      update.mistake("the reward belongs to its own step; yours takes that of the next one") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards.dropFirst() + rewards.suffix(1), eta, gamma)
      },
      update.mistake("after the last step there is nothing; yours expects its own value again") {
        values, states, actions, rewards, eta, gamma in
        guard let state = states.last, let action = actions.last else { return values }
        let before = walked(values, states, actions, rewards, eta, gamma, leavingOut: 1)
        var result = before
        let old = before[state][action]
        result[state][action] = old + eta * (rewards.last! + gamma * old - old)
        return result
      },
      update.mistake("the next action is done in the next state; yours looks it up in this one") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards, eta, gamma, shifted: (0, 1))
      },
      update.mistake("in the next state the next action is done; yours takes this one again") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards, eta, gamma, shifted: (1, 0))
      },
      update.mistake("the reward is missing") { values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards.map { _ in 0 }, eta, gamma)
      },
      update.mistake("the reward is discounted, too: gamma belongs to what comes later") {
        values, states, actions, rewards, eta, gamma in
        walked(values, states, actions, rewards.map { $0 * gamma }, eta, gamma)
      },
      update.mistake("only the first step is learned from: the whole walk is") {
        values, states, actions, rewards, eta, gamma in
        walked(
          values, states, actions, rewards, eta, gamma, leavingOut: max(0, states.count - 1))
      },
    ])

  private typealias Table = [[Float]]

  private static let update = Function(
    "sarsaUpdated(values:states:actions:rewards:learningRate:discount:)"
  ) {
    (
      values: [[Float]], states: [Int], actions: [Int], rewards: [Float], eta: Float, gamma: Float
    ) -> [[Float]] in walked(values, states, actions, rewards, eta, gamma)
  }

  private static func walked(
    _ start: Table, _ states: [Int], _ actions: [Int], _ rewards: [Float], _ eta: Float,
    _ gamma: Float, leavingOut: Int = 0, backwards: Bool = false, keepingOld: Bool = false,
    shifted: (state: Int, action: Int) = (1, 1),
    _ expected: (_ values: Table, _ state: Int, _ action: Int) -> Float = { $0[$1][$2] }
  ) -> Table {
    var values = start
    let steps = Array(states.indices.dropLast(leavingOut))
    for step in backwards ? steps.reversed() : steps {
      let future =
        step + 1 < states.count
        ? expected(values, states[step + shifted.state], actions[step + shifted.action]) : 0
      let old = values[states[step]][actions[step]]
      values[states[step]][actions[step]] +=
        eta * (rewards[step] + gamma * future - (keepingOld ? 0 : old))
    }
    return values
  }

  private static func askRandomly(_ judge: Judge) {
    let (count, choices) = (judge.generator.count(2...4), judge.generator.count(2...3))
    let table = (0..<count).map { _ in judge.generator.floats(choices, in: -5...5) }
    let length = judge.generator.count(4...8)
    let states = (0..<length).map { _ in judge.generator.count(0...(count - 1)) }
    let actions = (0..<length).map { _ in judge.generator.count(0...(choices - 1)) }
    let numbers = judge.generator.floats(2, in: 0.2...0.9)
    let rewards = judge.generator.floats(length, in: -3...3)
    judge.ask(update, table, states, actions, rewards, numbers[0], numbers[1])
  }
}
