// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 08: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises08
import MiniTensor

/// Where a judge's calls meet the answers of lesson 08.
let answers08: [Offer] = [
  Offer("trainWithEarlyStopping(epochLimit:patience:trainEpoch:validationLoss:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    let a2Number = try call.function()
    let a2: () -> [Float] = { call.back(a2Number, []) }
    let a3Number = try call.function()
    let a3: ([Float]) -> Float = { b0 in call.back(a3Number, [Value(b0)]) }
    return Value(Exercises08.trainWithEarlyStopping(epochLimit: a0, patience: a1, trainEpoch: a2, validationLoss: a3))
  },
  Offer("dropout(_:rate:draws:isTraining:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: Bool = try call.next()
    return Value(Exercises08.dropout(a0, rate: a1, draws: a2, isTraining: a3))
  },
  Offer("dropoutGradient(_:rate:draws:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises08.dropoutGradient(a0, rate: a1, draws: a2))
  },
  Offer("expectedSquaredError(inputs:weights:target:rate:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises08.expectedSquaredError(inputs: a0, weights: a1, target: a2, rate: a3))
  },
  Offer("normalised(training:test:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [[Float]] = try call.next()
    return Value(Exercises08.normalised(training: a0, test: a1))
  },
  Offer("splitRows(order:testCount:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises08.splitRows(order: a0, testCount: a1))
  },
  Offer("splitGroups(_:order:testCount:)") { call in
    let a0: [Int] = try call.next()
    let a1: [Int] = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises08.splitGroups(a0, order: a1, testCount: a2))
  },
  Offer("l2Penalty(weights:lambda:exampleCount:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises08.l2Penalty(weights: a0, lambda: a1, exampleCount: a2))
  },
  Offer("l2Step(weights:bias:weightGradient:biasGradient:learningRate:lambda:exampleCount:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    let a4: Float = try call.next()
    let a5: Float = try call.next()
    let a6: Int = try call.next()
    return Value(Exercises08.l2Step(weights: a0, bias: a1, weightGradient: a2, biasGradient: a3, learningRate: a4, lambda: a5, exampleCount: a6))
  },
  Offer("restingWeight(target:curvature:decay:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises08.restingWeight(target: a0, curvature: a1, decay: a2))
  },
  Offer("decayLike(stoppingAfter:learningRate:curvature:)") { call in
    let a0: Int = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises08.decayLike(stoppingAfter: a0, learningRate: a1, curvature: a2))
  },
]
