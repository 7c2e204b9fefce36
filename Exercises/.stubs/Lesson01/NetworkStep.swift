import ExerciseKit

/// Exercise 1.4 - One step of a network.                                  ** 25 minutes
///
/// A net has cells 0, 1, 2, ... The first ones are receptors: the world excites them. The others
/// are neurons: cells excite or inhibit them. A synapse takes one tick, so one step of the clock is
///
///     new activity of a receptor = its stimulus
///     new activity of a neuron   = neuron(its excitatory inputs, its inhibitory inputs, threshold)
///
/// where the inputs of a neuron are read from the activity *before* the step, for all of them.
///
/// Example: cell 0 is a receptor, cell 1 copies cell 0, cell 2 copies cell 1.
///
///     let chain = [
///       (excitatory: [0], inhibitory: [], threshold: 1),
///       (excitatory: [1], inhibitory: [], threshold: 1),
///     ]
///     step([true, false, false], stimulus: [false], wiring: chain, neuron: ...)
///     // [false, true, false]: the pulse moved by one cell, not by two
///
/// - Parameters:
///   - activity: what all cells are doing now: first the receptors, then the neurons.
///   - stimulus: what the world does to the receptors at the next tick, one value a receptor.
///   - wiring: for each neuron, in order: which cells excite it, which inhibit it (numbers of cells
///     in `activity`; a cell may be named twice), and its threshold.
///   - neuron: a McCulloch-Pitts neuron: `neuron(excitatory, inhibitory, threshold)`, as in 1.1.
/// - Returns: what all cells are doing one tick later, in the same order.
public func step(
  _ activity: [Bool],
  stimulus: [Bool],
  wiring: [(excitatory: [Int], inhibitory: [Int], threshold: Int)],
  neuron: (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool
) -> [Bool] {
  todo()
}
