/// The checks of lesson 01, The McCulloch-Pitts neuron.
public enum Checks01 {
  /// Every exercise of the lesson, in order.
  static let all: [any AnyCheck] = [
    thresholdUnit, gateWeights, fullAdder, networkStep, heatCircuit,
  ]

  static let chapter = "01-mcculloch-pitts-neuron.md"

  /// One neuron's synapses and threshold, as exercises 1.4 and 1.5 write them.
  public typealias Wiring = (excitatory: [Int], inhibitory: [Int], threshold: Int)

  /// A neuron of 1943, as exercise 1.4 hands it to the student.
  public typealias Neuron =
    (_ excitatory: [Bool], _ inhibitory: [Bool], _ threshold: Int) -> Bool

  static func count(_ values: [Bool]) -> Int { values.filter { $0 }.count }

  /// The neuron itself, right.
  static let neuron: @Sendable ([Bool], [Bool], Int) -> Bool = {
    excitatory, inhibitory, threshold in
    !inhibitory.contains(true) && count(excitatory) >= threshold
  }

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
