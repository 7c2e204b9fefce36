// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 14: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises14
import MiniTensor

/// Where a judge's calls meet the answers of lesson 14.
let answers14: [Offer] = [
  Offer("masked(_:rate:draws:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises14.masked(a0, rate: a1, draws: a2))
  },
  Offer("saltAndPepper(_:rate:draws:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises14.saltAndPepper(a0, rate: a1, draws: a2))
  },
  Offer("denoisingLoss(_:spoil:rebuild:)") { call in
    let a0: [Float] = try call.next()
    let a1Number = try call.function()
    let a1: ([Float]) -> [Float] = { b0 in call.back(a1Number, [Value(b0)]) }
    let a2Number = try call.function()
    let a2: ([Float]) -> [Float] = { b0 in call.back(a2Number, [Value(b0)]) }
    return Value(Exercises14.denoisingLoss(a0, spoil: a1, rebuild: a2))
  },
  Offer("klTerm(mean:logVariance:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises14.klTerm(mean: a0, logVariance: a1))
  },
  Offer("klGradient(mean:logVariance:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises14.klGradient(mean: a0, logVariance: a1))
  },
  Offer("powerIteration(_:start:steps:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises14.powerIteration(a0, start: a1, steps: a2))
  },
  Offer("deflated(_:direction:variance:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises14.deflated(a0, direction: a1, variance: a2))
  },
  Offer("drawnCode(mean:logVariance:noise:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises14.drawnCode(mean: a0, logVariance: a1, noise: a2))
  },
  Offer("drawnCodeGradient(_:logVariance:noise:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises14.drawnCodeGradient(a0, logVariance: a1, noise: a2))
  },
  Offer("tiedForward(_:weights:codeBias:outputBias:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    return Value(Exercises14.tiedForward(a0, weights: a1, codeBias: a2, outputBias: a3))
  },
  Offer("tiedGradient(_:weights:code:rebuilt:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    return Value(Exercises14.tiedGradient(a0, weights: a1, code: a2, rebuilt: a3))
  },
]
