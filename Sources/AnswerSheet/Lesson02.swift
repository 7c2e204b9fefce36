// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 02: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises02
import MiniTensor

/// Where a judge's calls meet the answers of lesson 02.
let answers02: [Offer] = [
  Offer("winningClass(weights:biases:x:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises02.winningClass(weights: a0, biases: a1, x: a2))
  },
  Offer("corrected(weights:biases:x:label:predicted:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: Int = try call.next()
    let a4: Int = try call.next()
    return Value(Exercises02.corrected(weights: a0, biases: a1, x: a2, label: a3, predicted: a4))
  },
  Offer("margin(weights:bias:x:labels:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [[Float]] = try call.next()
    let a3: [Float] = try call.next()
    return Value(Exercises02.margin(weights: a0, bias: a1, x: a2, labels: a3))
  },
  Offer("mistakeBound(x:margin:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises02.mistakeBound(x: a0, margin: a1) as Any)
  },
  Offer("predicted(weights:bias:x:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises02.predicted(weights: a0, bias: a1, x: a2))
  },
  Offer("trained(on:labels:epochLimit:predict:update:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Int = try call.next()
    let a3Number = try call.function()
    let a3: ([Float], Float, [Float]) -> Float = { b0, b1, b2 in call.back(a3Number, [Value(b0), Value(b1), Value(b2)]) }
    let a4Number = try call.function()
    let a4: ([Float], Float, [Float], Float, Float) -> (weights: [Float], bias: Float) = { b0, b1, b2, b3, b4 in call.back(a4Number, [Value(b0), Value(b1), Value(b2), Value(b3), Value(b4)], as: [Float].self, Float.self) }
    return Value(Exercises02.trained(on: a0, labels: a1, epochLimit: a2, predict: a3, update: a4))
  },
  Offer("updated(weights:bias:x:label:predicted:learningRate:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    let a4: Float = try call.next()
    let a5: Float = try call.next()
    return Value(Exercises02.updated(weights: a0, bias: a1, x: a2, label: a3, predicted: a4, learningRate: a5))
  },
]
