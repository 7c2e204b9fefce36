import ExerciseKit

extension Checks20 {
  /// Exercise 20.5.
  static let replayBuffer = Check(
    "20.5", "The replay buffer", difficulty: 2, minutes: 30,
    file: "ReplayBuffer.swift", chapter: chapter, section: "Replay and target",
    hints: [
      "Experience number n, counted from 0, belongs into place n modulo the capacity.",
      "A pick times the number of places, rounded down, is a place.",
      "The goal of an experience that ended its game is its reward and nothing else.",
    ],
    parts: [
      Part("remember", points: 1) { judge in
        judge.ask(remember, [7, 8, 9, 5, 6], 3)
        judge.ask(remember, [4, 2], 5)
        judge.ask(remember, [], 2)
        judge.ask(remember, [3, 1, 2], 3)
        judge.ask(remember, [3, 9, 4], 1)
        for _ in 0..<3 {
          let numbers = (0..<judge.generator.count(7...15)).map { _ in
            judge.generator.count(10...99)
          }
          judge.ask(remember, numbers, judge.generator.count(2...5))
        }
      },
      Part("draw a batch", points: 1) { judge in
        judge.ask(draw, [5, 6, 9], [0.1, 0.9, 0.5, 0.95])
        judge.ask(draw, [4], [0, 0.5, 0.99])
        judge.ask(draw, [4, 7], [])
        for _ in 0..<3 {
          let memory = (0..<judge.generator.count(3...8)).map { _ in judge.generator.count(10...99)
          }
          judge.ask(
            draw, memory, judge.generator.floats(judge.generator.count(4...9), in: 0.01...0.99))
        }
      },
      Part("goals", points: 1) { judge in
        judge.ask(goals, [0, 1], [[0.5, 2], [3, 4]], [false, true], 0.5)
        judge.ask(goals, [-1, -1], [[-3, -2, -4], [-1, -5, -6]], [false, false], 0.75)
        for _ in 0..<3 {
          let (count, actions) = (judge.generator.count(3...6), judge.generator.count(2...4))
          let next = (0..<count).map { _ in judge.generator.floats(actions, in: -4...4) }
          let isLast = (0..<count).map { $0 == 1 || judge.generator.count(0...2) == 0 }
          let rewards = judge.generator.floats(count, in: -2...2)
          judge.ask(goals, rewards, next, isLast, judge.generator.floats(1, in: 0.3...0.9)[0])
        }
        judge.ask(goals, [], [], [], 0.5)
      },
    ],
    mistakes: [
      remember.mistake("what is new takes the place of the oldest; yours keeps the first ones") {
        Array($0.prefix($1))
      },
      remember.mistake("the places do not move: the new one takes the oldest one's very place") {
        Array($0.suffix($1))
      },
      remember.mistake("the newest is overwritten; the oldest has to go") { experiences, capacity in
        Array(experiences.prefix(capacity - 1) + experiences.dropFirst(capacity - 1).suffix(1))
      },
      remember.mistake(
        "after the first round it goes on at place 0 again, and so on round and round"
      ) { experiences, capacity in
        filled(experiences, capacity) { number in min(number - capacity, capacity - 1) }
      },
      remember.mistake("the first place to be overwritten is 0; yours begins with 1") {
        experiences, capacity in
        filled(experiences, capacity) { number in (number + 1) % capacity }
      },
      remember.mistake("it goes round through all places; yours leaves the last one out") {
        experiences, capacity in
        filled(experiences, capacity) { number in
          (number - capacity) % max(1, capacity - 1)
        }
      },
      remember.mistake("it remembers nothing more once it is full, and then forgets all at once") {
        experiences, capacity in
        let rest = experiences.count % capacity
        return Array(experiences.suffix(rest == 0 ? min(capacity, experiences.count) : rest))
      },
      remember.mistake("one place too few: capacity is how many there are") {
        $1 == 1 ? [] : ring($0, $1 - 1)
      },
      remember.mistake("one place too many: capacity is how many there are") { ring($0, $1 + 1) },
      remember.mistake("everything is kept: the memory has only so many places") { numbers, _ in
        numbers
      },
      remember.mistake("the newest belongs to the memory, too") { ring(Array($0.dropLast()), $1) },
      draw.mistake("the place is rounded down, not to the nearest") { memory, picks in
        picks.map {
          memory[min(Int(($0 * Float(memory.count)).rounded()), memory.count - 1)]
        }
      },
      draw.mistake("yours never draws the last place: the shares are one for each place") {
        memory, picks in picks.map { memory[Int($0 * Float(memory.count - 1))] }
      },
      draw.mistake("a place may come twice; yours draws each only once") { memory, picks in
        var left = memory
        return picks.compactMap { pick in
          left.isEmpty ? nil : left.remove(at: min(Int(pick * Float(left.count)), left.count - 1))
        }
      },
      draw.mistake("the order is that of the picks") { memory, picks in
        picks.map { picked(memory, $0) }.sorted()
      },
      draw.mistake("what lies there is wanted, not the place") { memory, picks in
        picks.map { min(Int($0 * Float(memory.count)), memory.count - 1) }
      },
      draw.mistake("the places are counted from the front") { memory, picks in
        picks.map { picked(memory.reversed(), $0) }
      },
      draw.mistake("every pick has its own place; yours uses the first pick for all") {
        memory, picks in picks.map { _ in picked(memory, picks[0]) }
      },
      goals.mistake("where the game ended nothing comes after: only the reward counts") {
        rewards, next, _, gamma in goal(rewards, next, next.map { _ in false }, gamma)
      },
      goals.mistake("the flags are read the wrong way round") { rewards, next, isLast, gamma in
        goal(rewards, next, isLast.map { !$0 }, gamma)
      },
      goals.mistake("the discount is missing") { rewards, next, isLast, _ in
        goal(rewards, next, isLast, 1)
      },
      goals.mistake("the greatest of the next values is wanted, not their mean") {
        rewards, next, isLast, gamma in
        let means = next.map { [$0.reduce(0, +) / Float($0.count)] }
        return goal(rewards, means, isLast, gamma)
      },
      goals.mistake("the greatest of the next values is wanted, not the first") {
        rewards, next, isLast, gamma in goal(rewards, next.map { [$0[0]] }, isLast, gamma)
      },
      goals.mistake("the greatest is not less than 0 for you; all values may be negative") {
        rewards, next, isLast, gamma in goal(rewards, next.map { $0 + [0] }, isLast, gamma)
      },
      goals.mistake("where the game ended the goal is the reward, not 0") {
        rewards, next, isLast, gamma in
        zip(goal(rewards, next, isLast, gamma), isLast).map { $1 ? 0 : $0 }
      },
      goals.mistake("the reward is missing") { rewards, next, isLast, gamma in
        zip(goal(rewards, next, isLast, gamma), rewards).map { $0 - $1 }
      },
      goals.mistake("the reward is discounted, too: gamma belongs to what comes later") {
        rewards, next, isLast, gamma in goal(rewards.map { $0 * gamma }, next, isLast, gamma)
      },
      goals.mistake("the greatest of its own row, not of all experiences") {
        rewards, next, isLast, gamma in
        let all = Array(next.joined())
        return goal(rewards, next.map { _ in all }, isLast, gamma)
      },
    ])

  // MARK: - The functions

  private static let remember = Function("remembered(_:capacity:)") {
    (experiences: [Int], capacity: Int) -> [Int] in ring(experiences, capacity)
  }

  private static let draw = Function("replayBatch(memory:picks:)") {
    (memory: [Int], picks: [Float]) -> [Int] in picks.map { picked(memory, $0) }
  }

  private static let goals = Function("replayGoals(rewards:nextValues:isLast:discount:)") {
    (rewards: [Float], next: [[Float]], isLast: [Bool], gamma: Float) -> [Float] in
    goal(rewards, next, isLast, gamma)
  }

  private static func ring(_ experiences: [Int], _ capacity: Int) -> [Int] {
    filled(experiences, capacity) { $0 % capacity }
  }

  private static func filled(
    _ experiences: [Int], _ capacity: Int, _ place: (_ number: Int) -> Int
  ) -> [Int] {
    var memory = Array(experiences.prefix(capacity))
    for number in experiences.indices.dropFirst(capacity) {
      memory[place(number)] = experiences[number]
    }
    return memory
  }

  private static func picked(_ memory: [Int], _ pick: Float) -> Int {
    memory[min(Int(pick * Float(memory.count)), memory.count - 1)]
  }

  private static func goal(
    _ rewards: [Float], _ next: [[Float]], _ isLast: [Bool], _ gamma: Float
  ) -> [Float] {
    rewards.indices.map { rewards[$0] + (isLast[$0] ? 0 : gamma * next[$0].max()!) }
  }
}
