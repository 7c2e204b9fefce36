import MiniTensor

/// A machine with several arms, each paying around a mean of its own that nobody tells.
///
/// Source: R. Sutton and A. Barto, Reinforcement Learning, 2nd edition (2018), section 2.3.
struct Bandit {
  let means: [Float]

  /// Means from N(0, 1).
  init(arms: Int, using random: inout RandomGenerator) {
    means = (0..<arms).map { _ in random.normal() }
  }

  var bestArm: Int { means.indices.max { means[$0] < means[$1] }! }

  /// What an arm pays this time: N(mean, 1).
  func pull(_ arm: Int, using random: inout RandomGenerator) -> Float {
    means[arm] + random.normal()
  }
}

/// A player who remembers the mean of what each arm has paid.
struct Gambler {
  private(set) var estimates: [Float]
  private var pulls: [Float]

  init(arms: Int) {
    estimates = Array(repeating: 0, count: arms)
    pulls = estimates
  }

  /// Epsilon-greedy: now and then any arm, else the best so far.
  func choose(epsilon: Float, using random: inout RandomGenerator) -> Int {
    if random.chance(epsilon) { return random.integer(below: estimates.count) }
    return estimates.firstGreatest
  }

  /// The mean moves towards the reward by its share: Q <- Q + (r - Q) / n.
  mutating func learn(_ arm: Int, _ reward: Float) {
    pulls[arm] += 1
    estimates[arm] += (reward - estimates[arm]) / pulls[arm]
  }
}

/// What many players got in each step, as sums over the players.
struct Testbed: Sendable {
  private(set) var rewards: [Double]
  private(set) var hits: [Double]
  private(set) var best = 0.0
  private(set) var runs = 0.0

  init(steps: Int) {
    rewards = Array(repeating: 0, count: steps)
    hits = rewards
  }

  /// A new machine and a new player.
  mutating func play(epsilon: Float, using random: inout RandomGenerator) {
    let bandit = Bandit(arms: 10, using: &random)
    let bestArm = bandit.bestArm
    var gambler = Gambler(arms: 10)
    for step in rewards.indices {
      let arm = gambler.choose(epsilon: epsilon, using: &random)
      let reward = bandit.pull(arm, using: &random)
      gambler.learn(arm, reward)
      rewards[step] += Double(reward)
      if arm == bestArm { hits[step] += 1 }
    }
    best += Double(bandit.means[bestArm])
    runs += 1
  }

  mutating func add(_ other: Testbed) {
    for step in rewards.indices {
      rewards[step] += other.rewards[step]
      hits[step] += other.hits[step]
    }
    best += other.best
    runs += other.runs
  }
}

extension [Float] {
  /// The place of the greatest number; of several the first.
  var firstGreatest: Int {
    var place = 0
    for index in indices where self[index] > self[place] { place = index }
    return place
  }
}
