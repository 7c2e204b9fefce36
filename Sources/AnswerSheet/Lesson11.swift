// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 11: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises11
import MiniTensor

/// Where a judge's calls meet the answers of lesson 11.
let answers11: [Offer] = [
  Offer("backThroughTime(inputs:states:stateWeights:stateGradients:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    return Value(Exercises11.backThroughTime(inputs: a0, states: a1, stateWeights: a2, stateGradients: a3))
  },
  Offer("clipped(_:toNorm:)") { call in
    let a0: [Tensor] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises11.clipped(a0, toNorm: a1))
  },
  Offer("recurrentStep(input:state:inputWeights:stateWeights:bias:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    return Value(Exercises11.recurrentStep(input: a0, state: a1, inputWeights: a2, stateWeights: a3, bias: a4))
  },
  Offer("chances(_:temperature:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises11.chances(a0, temperature: a1))
  },
  Offer("drawn(_:draw:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises11.drawn(a0, draw: a1))
  },
  Offer("unroll(inputs:from:step:)") { call in
    let a0: [Tensor] = try call.next()
    let a1: Tensor = try call.next()
    let a2Number = try call.function()
    let a2: (Tensor, Tensor) -> Tensor = { b0, b1 in call.back(a2Number, [Value(b0), Value(b1)]) }
    return Value(Exercises11.unroll(inputs: a0, from: a1, step: a2))
  },
  Offer("finalStates(_:lengths:)") { call in
    let a0: [Tensor] = try call.next()
    let a1: [Int] = try call.next()
    return Value(Exercises11.finalStates(a0, lengths: a1))
  },
]
