import ExerciseKit

/// Exercise 1.1 - The threshold unit.                                      * 10 minutes
///
/// Write the neuron of McCulloch and Pitts. It follows two rules, in this order:
///
/// 1. When any inhibitory input is active, the neuron stays silent. One is enough.
/// 2. Otherwise it fires when the number of active excitatory inputs is at least the threshold.
///
/// Three examples:
///
///     fires(excitatory: [true, true, false], inhibitory: [], threshold: 2)         // true
///     fires(excitatory: [true, false, false], inhibitory: [], threshold: 2)        // false
///     fires(excitatory: [true, true, true], inhibitory: [false, true], threshold: 1)  // false
///
/// `true` means active, `false` means silent. Either list may be empty. A threshold of 0 is legal:
/// such a neuron fires whenever nothing forbids it.
///
/// Your first exercise: delete the line `todo()` below, write your code in its place, and ask
///
///     swift test --filter Lesson01/e1_1
///
/// - Parameters:
///   - excitatory: what the excitatory inputs are doing now.
///   - inhibitory: what the inhibitory inputs are doing now.
///   - threshold: how many excitatory inputs it takes.
/// - Returns: whether the neuron fires.
public func fires(excitatory: [Bool], inhibitory: [Bool], threshold: Int) -> Bool {
  todo()
}
