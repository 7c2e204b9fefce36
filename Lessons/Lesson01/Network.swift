import LessonKit

/// Neurons wired together, with a clock.
///
/// A synapse takes one tick. So what a neuron does at time t depends on what the others did
/// at time t - 1, and all neurons decide at the same moment.
///
///     activity(t) = stimulus(t) for the receptors,  the answer to activity(t - 1) for the neurons
///
/// Receptors are the cells that the world excites. They come first.
struct Network {
  private(set) var names: [Text] = []
  private(set) var neurons: [Neuron] = []

  var receptorCount: Int { names.count - neurons.count }

  /// Adds a cell that only the world excites.
  mutating func receptor(_ name: Text) -> Cell {
    precondition(neurons.isEmpty, "Network.receptor(\(name)): add the receptors before the neurons")
    names.append(name)
    return names.count - 1
  }

  /// Adds a neuron and its synapses, and returns its place, for others to connect to.
  mutating func neuron(
    _ name: Text, excitedBy excitatory: Cell..., inhibitedBy inhibitory: [Cell] = [],
    threshold: Int = 1
  ) -> Cell {
    add(name, Neuron(excitatory: excitatory, inhibitory: inhibitory, threshold: threshold))
  }

  /// Adds a neuron that is already made.
  mutating func add(_ name: Text, _ neuron: Neuron) -> Cell {
    names.append(name)
    neurons.append(neuron)
    return names.count - 1
  }

  /// Adds one more excitatory synapse; from a neuron to itself it closes a circle.
  mutating func connect(_ source: Cell, to target: Cell) {
    neurons[target - receptorCount].excitatory.append(source)
  }

  /// What all cells do one tick later.
  ///
  /// Every neuron reads the *old* activity. Were the new values written into the same list, a
  /// signal could race through several neurons in one tick.
  func step(_ activity: [Bool], stimulus: [Bool]) -> [Bool] {
    stimulus + neurons.map { $0.fires(on: activity) }
  }

  /// The activity of all cells at every tick: one row a tick, `[time][cell]`.
  ///
  /// At tick 0 the neurons are silent. Afterwards the world falls silent for `extra` ticks.
  func run(_ stimuli: [[Bool]], thenSilentFor extra: Int = 0) -> [[Bool]] {
    let silence = [Bool](repeating: false, count: receptorCount)
    var activity = [Bool](repeating: false, count: names.count)
    var history: [[Bool]] = []
    for (tick, stimulus) in (stimuli + Array(repeating: silence, count: extra)).enumerated() {
      activity =
        tick == 0
        ? stimulus + activity.dropFirst(receptorCount)
        : step(activity, stimulus: stimulus)
      history.append(activity)
    }
    return history
  }

  /// The activity once the net has had time to answer: the stimulus is held for `ticks` synapses.
  func answer(to stimulus: [Bool], after ticks: Int) -> [Bool] {
    var activity = stimulus + [Bool](repeating: false, count: neurons.count)
    for _ in 0..<ticks {
      activity = step(activity, stimulus: stimulus)
    }
    return activity
  }
}
