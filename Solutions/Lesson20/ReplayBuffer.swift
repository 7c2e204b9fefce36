/// Exercise 20.5 - The replay buffer, first part: remember.
public func remembered(_ experiences: [Int], capacity: Int) -> [Int] {
  var memory: [Int] = []
  for (count, experience) in experiences.enumerated() {
    if memory.count < capacity {
      memory.append(experience)
    } else {
      memory[count % capacity] = experience
    }
  }
  return memory
}

/// Exercise 20.5 - The replay buffer, second part: draw a batch.
public func replayBatch(memory: [Int], picks: [Float]) -> [Int] {
  picks.map { memory[min(Int($0 * Float(memory.count)), memory.count - 1)] }
}

/// Exercise 20.5 - The replay buffer, third part: what the network should say.
public func replayGoals(
  rewards: [Float], nextValues: [[Float]], isLast: [Bool], discount: Float
) -> [Float] {
  rewards.indices.map { index in
    rewards[index] + (isLast[index] ? 0 : discount * nextValues[index].max()!)
  }
}
