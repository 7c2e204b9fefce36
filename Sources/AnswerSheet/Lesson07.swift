// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 07: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises07
import MiniTensor

/// Where a judge's calls meet the answers of lesson 07.
let answers07: [Offer] = [
  Offer("adamStep(weights:mean:squares:gradient:step:learningRate:beta1:beta2:epsilon:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    let a4: Int = try call.next()
    let a5: Float = try call.next()
    let a6: Float = try call.next()
    let a7: Float = try call.next()
    let a8: Float = try call.next()
    return Value(Exercises07.adamStep(weights: a0, mean: a1, squares: a2, gradient: a3, step: a4, learningRate: a5, beta1: a6, beta2: a7, epsilon: a8))
  },
  Offer("heNormal(inputs:outputs:using:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    var a2: RandomGenerator = try call.next()
    let result = Exercises07.heNormal(inputs: a0, outputs: a1, using: &a2)
    return .record([.init("result", Value(result)), .init("generator", Value(a2))])
  },
  Offer("glorotUniform(inputs:outputs:using:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    var a2: RandomGenerator = try call.next()
    let result = Exercises07.glorotUniform(inputs: a0, outputs: a1, using: &a2)
    return .record([.init("result", Value(result)), .init("generator", Value(a2))])
  },
  Offer("momentumStep(weights:velocity:gradient:learningRate:momentum:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises07.momentumStep(weights: a0, velocity: a1, gradient: a2, learningRate: a3, momentum: a4))
  },
  Offer("rmsPropStep(weights:squares:gradient:learningRate:decay:epsilon:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    let a4: Float = try call.next()
    let a5: Float = try call.next()
    return Value(Exercises07.rmsPropStep(weights: a0, squares: a1, gradient: a2, learningRate: a3, decay: a4, epsilon: a5))
  },
  Offer("scheduledRate(step:peak:warmUpSteps:totalSteps:)") { call in
    let a0: Int = try call.next()
    let a1: Float = try call.next()
    let a2: Int = try call.next()
    let a3: Int = try call.next()
    return Value(Exercises07.scheduledRate(step: a0, peak: a1, warmUpSteps: a2, totalSteps: a3))
  },
]
