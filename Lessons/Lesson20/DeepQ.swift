import MiniTensor

/// One step as it was lived.
struct Experience: Sendable {
  let pixels: [Float]
  let action: Int
  let reward: Float
  /// What was seen next; nil after the last step of a game.
  let next: [Float]?
}

/// The last experiences, the oldest overwritten first.
struct ReplayMemory: Sendable {
  let capacity: Int
  private(set) var experiences: [Experience] = []
  private var oldest = 0

  init(capacity: Int) { self.capacity = capacity }

  mutating func add(_ experience: Experience) {
    if experiences.count < capacity {
      experiences.append(experience)
    } else {
      experiences[oldest] = experience
      oldest = (oldest + 1) % capacity
    }
  }

  /// Some of them by chance; one may come twice.
  func batch(_ count: Int, using random: inout RandomGenerator) -> [Experience] {
    (0..<count).map { _ in experiences[random.integer(below: experiences.count)] }
  }
}

/// A network that looks at pixels and says what each action is worth.
///
/// Source: V. Mnih and others, Human-level control through deep reinforcement learning, Nature 518
/// (2015), 529-533; here 10 x 10 pixels and two layers.
struct DeepQ {
  struct Recipe: Sendable {
    /// Whether it learns from memories by chance, or from the last 32 steps as they came.
    var hasReplay: Bool
    /// Whether what is expected of the future comes from an older copy of the network.
    var hasTarget: Bool
    var discount: Float = 0.9
    var batchSize = 32
    var memory = 5000
    /// After how many steps the copy is made anew.
    var copyEvery = 100
  }

  let recipe: Recipe
  private let network: Sequential
  private let optimizer: Adam
  private var target: Sequential
  private var memory: ReplayMemory
  private var stepsTaken = 0

  init(_ recipe: Recipe, using random: inout RandomGenerator) {
    self.recipe = recipe
    network = Self.network(using: &random)
    target = network
    optimizer = Adam(network.parameters, learningRate: 0.001)
    memory = ReplayMemory(capacity: recipe.hasReplay ? recipe.memory : recipe.batchSize)
    if recipe.hasTarget {
      target = Self.network(using: &random)
      copy()
    }
  }

  private static func network(using random: inout RandomGenerator) -> Sequential {
    Sequential(
      Linear(inputSize: Catch.size * Catch.size, outputSize: 64, using: &random), Activation.relu,
      Linear(inputSize: 64, outputSize: Catch.actions, using: &random))
  }

  private func copy() {
    for (old, new) in zip(target.parameters, network.parameters) { old.value = new.value }
  }

  /// What each action is worth in these pixels.
  func values(_ pixels: [Float]) -> [Float] {
    withoutGradients {
      network(Variable(constant: Tensor(pixels, shape: [1, pixels.count]))).value.scalars
    }
  }

  /// Plays a game and learns in each of its steps; returns whether the ball was caught.
  mutating func play(
    epsilon: Float, learningRate: Float, using random: inout RandomGenerator
  ) -> Bool {
    optimizer.learningRate = learningRate
    var game = Catch(using: &random)
    var reward: Float = 0
    while !game.isOver {
      let pixels = game.pixels
      let action =
        random.chance(epsilon)
        ? random.integer(below: Catch.actions) : values(pixels).firstGreatest
      reward = game.step(action)
      memory.add(
        Experience(
          pixels: pixels, action: action, reward: reward, next: game.isOver ? nil : game.pixels))
      learn(using: &random)
    }
    return reward > 0
  }

  /// One step towards r + gamma max Q(next, a), the last term from the target network.
  private mutating func learn(using random: inout RandomGenerator) {
    guard memory.experiences.count >= recipe.batchSize else { return }
    let batch =
      recipe.hasReplay ? memory.batch(recipe.batchSize, using: &random) : memory.experiences
    let width = Catch.size * Catch.size
    let blank = Array(repeating: Float(0), count: width)
    let next = Tensor(
      batch.flatMap { $0.next ?? blank }, shape: [batch.count, width])
    let future = withoutGradients { target(Variable(constant: next)).value }.max(axis: 1).scalars
    let goals = zip(batch, future).map { experience, future in
      experience.reward + (experience.next == nil ? 0 : recipe.discount * future)
    }
    let seen = Tensor(batch.flatMap(\.pixels), shape: [batch.count, width])
    let values = network(Variable(constant: seen))  // [batch, actions]
    // Only the action that was taken is corrected: for the others the goal is what the network
    // says.
    var wanted = values.value.scalars
    for (row, experience) in batch.enumerated() {
      wanted[row * Catch.actions + experience.action] = goals[row]
    }
    optimizer.zeroGradients()
    meanSquaredError(values, Tensor(wanted, shape: [batch.count, Catch.actions]))
      .backward()
    optimizer.step()
    stepsTaken += 1
    if recipe.hasTarget, stepsTaken.isMultiple(of: recipe.copyEvery) { copy() }
  }

  /// The share of games caught without any chance, over all beginnings.
  func skill() -> Double {
    var caught = 0
    var games = 0
    for start in Catch.allBeginnings {
      var game = start
      var reward: Float = 0
      while !game.isOver { reward = game.step(values(game.pixels).firstGreatest) }
      caught += reward > 0 ? 1 : 0
      games += 1
    }
    return Double(caught) / Double(games)
  }
}
