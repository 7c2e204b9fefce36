/// A neuron as Warren McCulloch and Walter Pitts drew it in 1943.
///
/// It has two kinds of synapses. Excitatory ones are counted; inhibitory ones forbid.
///
///     silent   when any inhibitory input is active
///     fires    otherwise, when the active excitatory inputs number at least the threshold
///
/// Source: *A logical calculus of the ideas immanent in nervous activity* (1943), section II.
struct Neuron {
  /// The cells that excite this one.
  ///
  /// A cell named twice makes two synapses and counts twice.
  var excitatory: [Cell] = []

  /// The cells that can forbid this one to fire; one active cell is enough.
  var inhibitory: [Cell] = []

  /// How many excitatory inputs must be active together.
  var threshold = 1

  /// The answer to what the cells of a net are doing now.
  func fires(on activity: [Bool]) -> Bool {
    for cell in inhibitory where activity[cell] {
      return false
    }
    var excitation = 0
    for cell in excitatory where activity[cell] {
      excitation += 1
    }
    return excitation >= threshold
  }
}

/// The place of a cell in a net: an index into the list of who is active.
typealias Cell = Int
