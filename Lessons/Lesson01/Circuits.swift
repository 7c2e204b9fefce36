/// The nets of this lesson, each a few neurons long.
enum Circuits {
  /// A net for any Boolean function: one neuron for each row that answers yes, and one for "or".
  ///
  /// The neuron of a row is excited by the inputs that are 1 there and inhibited by those that are
  /// 0. Its threshold is the number of the former, so it fires for that row alone. Answers after
  /// 2 ticks.
  static func lookUp(_ function: TruthTable, inputs: Int) -> (net: Network, output: Cell) {
    var net = Network()
    for input in 0..<inputs { _ = net.receptor("x\(input + 1)") }
    var detectors: [Cell] = []
    for (row, values) in truthTableRows(inputs: inputs).enumerated()
    where function.answer(toRow: row) {
      let ones = values.indices.filter { values[$0] }
      let zeros = values.indices.filter { !values[$0] }
      let detector = Neuron(excitatory: ones, inhibitory: zeros, threshold: ones.count)
      detectors.append(net.add("row \(row)", detector))
    }
    let output = net.add("or", Neuron(excitatory: detectors))
    return (net, output)
  }

  /// The cells of a full adder that the outside needs.
  struct FullAdder {
    var sum: Cell
    var carry: Cell
  }

  /// Five neurons that add three binary digits.
  ///
  /// Three of them count: at least one, at least two, at least three. "At least two" is the carry.
  /// The sum is 1 when the count is odd: exactly one, or three. The carry stands after 1 tick,
  /// the sum after 3.
  static func fullAdder(_ a: Cell, _ b: Cell, _ carryIn: Cell, in net: inout Network) -> FullAdder {
    let one = net.neuron("one", excitedBy: a, b, carryIn, threshold: 1)
    let two = net.neuron("two", excitedBy: a, b, carryIn, threshold: 2)
    let three = net.neuron("three", excitedBy: a, b, carryIn, threshold: 3)
    let exactlyOne = net.neuron("just one", excitedBy: one, inhibitedBy: [two])
    let sum = net.neuron("sum", excitedBy: exactlyOne, three)
    return FullAdder(sum: sum, carry: two)
  }

  /// One full adder a digit, each handing its carry to the next.
  ///
  /// The receptors are a0, a1, ..., then b0, b1, ..., then the carry that comes in.
  ///
  /// The carry ripples up one digit a tick; hold the inputs for `digits + 2` ticks.
  static func rippleAdder(digits: Int) -> (net: Network, sums: [Cell], carry: Cell) {
    var net = Network()
    let a = (0..<digits).map { net.receptor("a\($0)") }
    let b = (0..<digits).map { net.receptor("b\($0)") }
    var carry = net.receptor("carry in")
    var sums: [Cell] = []
    for digit in 0..<digits {
      let adder = fullAdder(a[digit], b[digit], carry, in: &net)
      sums.append(adder.sum)
      carry = adder.carry
    }
    return (net, sums, carry)
  }

  /// A neuron that excites itself: once it fires it goes on, until it is forbidden for one tick.
  static func latch() -> (net: Network, memory: Cell) {
    var net = Network()
    let set = net.receptor("set")
    let reset = net.receptor("reset")
    let memory = net.neuron("memory", excitedBy: set, inhibitedBy: [reset])
    net.connect(memory, to: memory)
    return (net, memory)
  }

  /// The heat illusion, page 106 of the reprint: two receptors, two helpers, two sensations.
  ///
  ///     heat felt(t)  =  heat(t-1)  or  [ cold(t-3) and not cold(t-2) ]
  ///     cold felt(t)  =  cold(t-2)  and  cold(t-1)
  ///
  /// - Parameter mended: whether "cold felt" also forbids "it ended", so that only a touch of one
  ///   tick is mistaken for heat.
  static func heatIllusion(
    mended: Bool = false
  ) -> (net: Network, heatFelt: Cell, coldFelt: Cell) {
    var net = Network()
    let heat = net.receptor("heat")
    let cold = net.receptor("cold")
    let before = net.neuron("cold before", excitedBy: cold)
    let coldFelt = net.neuron("cold felt", excitedBy: before, cold, threshold: 2)
    let ended = net.neuron(
      "it ended", excitedBy: before, inhibitedBy: mended ? [cold, coldFelt] : [cold])
    let heatFelt = net.neuron("heat felt", excitedBy: heat, ended)
    return (net, heatFelt, coldFelt)
  }
}
