// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 15: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises15
import MiniTensor

/// Where a judge's calls meet the answers of lesson 15.
let answers15: [Offer] = [
  Offer("alternateSteps(theta:psi:learningRate:rounds:discriminatorSteps:discriminatorGradient:generatorGradient:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    let a3: Int = try call.next()
    let a4: Int = try call.next()
    let a5Number = try call.function()
    let a5: (Float, Float) -> Float = { b0, b1 in call.back(a5Number, [Value(b0), Value(b1)]) }
    let a6Number = try call.function()
    let a6: (Float, Float) -> Float = { b0, b1 in call.back(a6Number, [Value(b0), Value(b1)]) }
    return Value(Exercises15.alternateSteps(theta: a0, psi: a1, learningRate: a2, rounds: a3, discriminatorSteps: a4, discriminatorGradient: a5, generatorGradient: a6))
  },
  Offer("simultaneousSteps(theta:psi:learningRate:rounds:penalty:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    let a3: Int = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises15.simultaneousSteps(theta: a0, psi: a1, learningRate: a2, rounds: a3, penalty: a4))
  },
  Offer("discriminatorLoss(realLogits:forgedLogits:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises15.discriminatorLoss(realLogits: a0, forgedLogits: a1))
  },
  Offer("discriminatorSlopes(realLogits:forgedLogits:realLabel:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises15.discriminatorSlopes(realLogits: a0, forgedLogits: a1, realLabel: a2))
  },
  Offer("generatorLoss(forgedLogits:)") { call in
    let a0: [Float] = try call.next()
    return Value(Exercises15.generatorLoss(forgedLogits: a0))
  },
  Offer("generatorLossGradient(forgedLogits:)") { call in
    let a0: [Float] = try call.next()
    return Value(Exercises15.generatorLossGradient(forgedLogits: a0))
  },
  Offer("countModes(points:centres:deviation:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises15.countModes(points: a0, centres: a1, deviation: a2))
  },
  Offer("optimalDiscriminator(real:forged:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises15.optimalDiscriminator(real: a0, forged: a1))
  },
  Offer("gameValue(real:forged:discriminator:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises15.gameValue(real: a0, forged: a1, discriminator: a2))
  },
]
