/// The checks of lesson 01, The McCulloch-Pitts neuron.
public enum Checks01 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    thresholdUnit, gateWeights, adder, networkStep, heatIllusion,
  ]

  static let chapter = "01-mcculloch-pitts-neuron.md"

  /// One neuron's synapses and threshold, as exercises 1.4 and 1.5 write them.
  typealias Wiring = (excitatory: [Int], inhibitory: [Int], threshold: Int)

  /// A neuron of 1943, as exercise 1.4 hands it to the student.
  typealias Neuron = Callback<[Bool], [Bool], Int, Bool>

  static func count(_ values: [Bool]) -> Int { values.filter { $0 }.count }

  /// The neuron itself, right.
  @Sendable static func fires(_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool
  {
    !inhibitory.contains(true) && count(excitatory) >= threshold
  }

  static var neuron: Neuron { Neuron("neuron", fires) }

  /// One tick of a net, right.
  static func step(
    _ activity: [Bool], _ stimulus: [Bool], _ wiring: [Wiring], _ neuron: Neuron
  ) -> [Bool] {
    var next = stimulus
    for wire in wiring {
      let excitatory = wire.excitatory.map { activity[$0] }
      let inhibitory = wire.inhibitory.map { activity[$0] }
      next.append(neuron(excitatory, inhibitory, wire.threshold))
    }
    return next
  }
}
