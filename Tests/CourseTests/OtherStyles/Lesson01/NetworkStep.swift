import ExerciseKit

/// A copy that is changed place by place, with the old activity beside it.
public func step(
  _ activity: [Bool],
  stimulus: [Bool],
  wiring: [(excitatory: [Int], inhibitory: [Int], threshold: Int)],
  neuron: (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool
) -> [Bool] {
  var activity = activity
  let old = activity
  for i in stimulus.indices { activity[i] = stimulus[i] }
  var place = stimulus.count
  while place < activity.count {
    let (excitatory, inhibitory, threshold) = wiring[place - stimulus.count]
    var lists: ([Bool], [Bool]) = ([], [])
    for cell in excitatory { lists.0.append(old[cell]) }
    for cell in inhibitory { lists.1.append(old[cell]) }
    activity[place] = neuron(lists.0, lists.1, threshold)
    place += 1
  }
  return activity
}
