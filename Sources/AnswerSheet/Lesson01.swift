// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 01: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises01
import MiniTensor

/// Where a judge's calls meet the answers of lesson 01.
let answers01: [Offer] = [
  Offer("fullAdder(_:_:_:unit:)") { call in
    let a0: Bool = try call.next()
    let a1: Bool = try call.next()
    let a2: Bool = try call.next()
    let a3Number = try call.function()
    let a3: ([Bool], [Int], Int) -> Bool = { b0, b1, b2 in call.back(a3Number, [Value(b0), Value(b1), Value(b2)]) }
    return Value(Exercises01.fullAdder(a0, a1, a2, unit: a3))
  },
  Offer("unit(for:)") { call in
    let a0: Gate = try call.next()
    return Value(Exercises01.unit(for: a0))
  },
  Offer("heatCircuit()") { call in
    return Value(Exercises01.heatCircuit())
  },
  Offer("step(_:stimulus:wiring:neuron:)") { call in
    let a0: [Bool] = try call.next()
    let a1: [Bool] = try call.next()
    let a2: [(excitatory: [Int], inhibitory: [Int], threshold: Int)] = try call.value().elements.map { try $0.tuple(of: [Int].self, [Int].self, Int.self) }
    let a3Number = try call.function()
    let a3: ([Bool], [Bool], Int) -> Bool = { b0, b1, b2 in call.back(a3Number, [Value(b0), Value(b1), Value(b2)]) }
    return Value(Exercises01.step(a0, stimulus: a1, wiring: a2, neuron: a3))
  },
  Offer("fires(excitatory:inhibitory:threshold:)") { call in
    let a0: [Bool] = try call.next()
    let a1: [Bool] = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises01.fires(excitatory: a0, inhibitory: a1, threshold: a2))
  },
]
