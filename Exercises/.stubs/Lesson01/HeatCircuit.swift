import ExerciseKit

/// Exercise 1.5 - The heat circuit.                                      *** 30 minutes
///
/// Wire the net of McCulloch and Pitts that feels heat when something cold touches it for a moment.
/// Its two sensations are
///
///     heat felt(t)  =  heat(t-1)  or  [ cold(t-3) and not cold(t-2) ]
///     cold felt(t)  =  cold(t-2)  and  cold(t-1)
///
/// The cells have fixed places:
///
///     0  receptor of heat       2  heat felt
///     1  receptor of cold       3  cold felt        4, 5, ...  helpers, as many as you need
///
/// Every synapse takes one tick. So what happened two ticks ago must be handed on by a helper. For
/// example, a helper `(excitatory: [1], inhibitory: [], threshold: 1)` says at time t what cold was
/// doing at t-1, and whoever listens to it hears at time t what cold was doing at t-2.
///
/// - Returns: the wiring of the neurons 2, 3, 4, ... in this order: the cells that excite each one,
///   the cells that inhibit it (one active is enough to forbid), and its threshold.
public func heatCircuit() -> [(excitatory: [Int], inhibitory: [Int], threshold: Int)] {
  todo()
}
