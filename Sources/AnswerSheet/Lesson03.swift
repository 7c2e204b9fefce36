// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 03: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises03
import MiniTensor

/// Where a judge's calls meet the answers of lesson 03.
let answers03: [Offer] = [
  Offer("isCertificate(multipliers:inputs:labels:)") { call in
    let a0: [Int] = try call.next()
    let a1: [[Int]] = try call.next()
    let a2: [Int] = try call.next()
    return Value(Exercises03.isCertificate(multipliers: a0, inputs: a1, labels: a2))
  },
  Offer("findCycle(from:limit:epoch:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    let a2Number = try call.function()
    let a2: ([Int]) -> [Int] = { b0 in call.back(a2Number, [Value(b0)]) }
    return Value(Exercises03.findCycle(from: a0, limit: a1, epoch: a2) as Any)
  },
  Offer("hiddenRepresentation(inputs:labels:weights:biases:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Int] = try call.next()
    let a2: [[Float]] = try call.next()
    let a3: [Float] = try call.next()
    return Value(Exercises03.hiddenRepresentation(inputs: a0, labels: a1, weights: a2, biases: a3))
  },
  Offer("parityNetwork(inputCount:)") { call in
    let a0: Int = try call.next()
    return Value(Exercises03.parityNetwork(inputCount: a0))
  },
  Offer("xorNetwork()") { call in
    return Value(Exercises03.xorNetwork())
  },
]
