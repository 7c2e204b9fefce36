import ExerciseKit
import Foundation

extension Checks20 {
  /// Exercise 20.2.
  static let returns = Check(
    "20.2", "Return and discount", difficulty: 1, minutes: 15,
    file: "Returns.swift", chapter: chapter, section: "Return and discount",
    hints: [
      "Go from the last step to the first: each return is made of the one after it.",
      "G_t = r_t + gamma G_(t+1); after the last step there is nothing, so its return is its reward.",
      "For the second half begin with the value at the end in place of nothing.",
    ],
    parts: [
      Part("to the end of a game", points: 1) { judge in
        judge.ask(whole, [1, 0, 4], 0.5)
        judge.ask(whole, [3], 0.25)
        judge.ask(whole, [], 0.5)
        judge.ask(whole, [2, -1, 3, 5], 1)
        judge.ask(whole, [2, -1, 3, 5], 0)
        for _ in 0..<3 {
          let rewards = judge.generator.floats(judge.generator.count(3...9), in: -4...4)
          judge.ask(whole, rewards, judge.generator.floats(1, in: 0.5...0.95)[0])
        }
      },
      Part("of a game broken off", points: 1) { judge in
        judge.ask(broken, [1, 0, 4], 0.5, 8)
        judge.ask(broken, [3], 0.25, -2)
        judge.ask(broken, [], 0.5, 7)
        judge.ask(broken, [2, -1, 3], 1, 4)
        for _ in 0..<3 {
          let rewards = judge.generator.floats(judge.generator.count(2...8), in: -4...4)
          let value = judge.generator.floats(1, in: 2...9)[0]
          judge.ask(broken, rewards, judge.generator.floats(1, in: 0.5...0.95)[0], value)
        }
      },
    ],
    mistakes: [
      whole.mistake("the discount is missing: later rewards count less") { rewards, _ in
        summed(rewards, 1, 0)
      },
      whole.mistake("the first reward is discounted already: it counts whole") { rewards, gamma in
        summed(rewards, gamma, 0).map { gamma * $0 }
      },
      whole.mistake("all return to the first step: each step counts from itself on") {
        rewards, gamma in
        let first = summed(rewards, gamma, 0).first ?? 0
        return rewards.map { _ in first }
      },
      whole.mistake("that is what came before; a return is what is still to come") {
        rewards, gamma in Array(summed(rewards.reversed(), gamma, 0).reversed())
      },
      whole.mistake("each return has only the next reward; all later ones belong to it") {
        rewards, gamma in
        rewards.indices.map { rewards[$0] + ($0 + 1 < rewards.count ? gamma * rewards[$0 + 1] : 0) }
      },
      whole.mistake("the discount belongs to the later rewards, not to the step's own") {
        rewards, gamma in
        var result = rewards
        for step in rewards.indices.dropLast().reversed() {
          result[step] = gamma * rewards[step] + result[step + 1]
        }
        return result
      },
      whole.mistake("the discount counts from the step, not from the beginning of the game") {
        rewards, gamma in
        rewards.indices.map { step in
          rewards.indices.dropFirst(step).reduce(0) { $0 + pow(gamma, Float($1)) * rewards[$1] }
        }
      },
      whole.mistake("it begins at the end, and the answer has to be turned round again") {
        rewards, gamma in Array(summed(rewards, gamma, 0).reversed())
      },
      whole.mistake("the later part is weighted by gamma, the reward stays whole") {
        rewards, gamma in
        var following: Float = 0
        var result = rewards
        for step in rewards.indices.reversed() {
          following = (1 - gamma) * rewards[step] + gamma * following
          result[step] = following
        }
        return result
      },
      whole.mistake("the last reward belongs to every return, too") { rewards, gamma in
        Array(summed(Array(rewards.dropLast()) + (rewards.isEmpty ? [] : [0]), gamma, 0))
      },
      broken.mistake("the value at the end is missing") { rewards, gamma, _ in
        summed(rewards, gamma, 0)
      },
      broken.mistake("the value at the end comes after the last reward: it is discounted once more")
      { rewards, gamma, value in
        guard let last = rewards.last else { return [] }
        return summed(rewards.dropLast() + [last + value], gamma, 0)
      },
      broken.mistake("the value is added to every return undiscounted") { rewards, gamma, value in
        summed(rewards, gamma, 0).map { $0 + value }
      },
      broken.mistake("the value takes the place of the last reward: both count") {
        rewards, gamma, value in
        summed(rewards.dropLast() + (rewards.isEmpty ? [] : [value]), gamma, 0)
      },
      broken.mistake("as many returns as rewards: the value at the end is none of them") {
        rewards, gamma, value in summed(rewards + [value], gamma, 0)
      },
      broken.mistake("the value is discounted once only; it is as far away as there are steps") {
        rewards, gamma, value in summed(rewards, gamma, 0).map { $0 + gamma * value }
      },
      broken.mistake("the discount is missing: later rewards and the value count less") {
        rewards, _, value in summed(rewards, 1, value)
      },
      broken.mistake("the value is subtracted: it stands for what would have come") {
        rewards, gamma, value in summed(rewards, gamma, -value)
      },
    ])

  private static let whole = Function("returns(rewards:discount:)") {
    (rewards: [Float], gamma: Float) -> [Float] in summed(rewards, gamma, 0)
  }

  private static let broken = Function("bootstrappedReturns(rewards:discount:valueAtEnd:)") {
    (rewards: [Float], gamma: Float, value: Float) -> [Float] in summed(rewards, gamma, value)
  }

  private static func summed(_ rewards: [Float], _ gamma: Float, _ value: Float) -> [Float] {
    var following = value
    var result = rewards
    for step in rewards.indices.reversed() {
      following = rewards[step] + gamma * following
      result[step] = following
    }
    return result
  }
}
