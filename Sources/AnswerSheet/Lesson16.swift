// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 16: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises16
import MiniTensor

/// Where a judge's calls meet the answers of lesson 16.
let answers16: [Offer] = [
  Offer("responsibilities(_:alphaBar:weights:means:deviations:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    let a4: [Float] = try call.next()
    return Value(Exercises16.responsibilities(a0, alphaBar: a1, weights: a2, means: a3, deviations: a4))
  },
  Offer("exactNoise(_:alphaBar:responsibilities:means:deviations:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    let a4: [Float] = try call.next()
    return Value(Exercises16.exactNoise(a0, alphaBar: a1, responsibilities: a2, means: a3, deviations: a4))
  },
  Offer("noised(_:alphaBar:noise:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises16.noised(a0, alphaBar: a1, noise: a2))
  },
  Offer("distribution(of:after:)") { call in
    let a0: Float = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises16.distribution(of: a0, after: a1))
  },
  Offer("noiseRates(stepCount:first:last:)") { call in
    let a0: Int = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises16.noiseRates(stepCount: a0, first: a1, last: a2))
  },
  Offer("remainingSignal(betas:)") { call in
    let a0: [Float] = try call.next()
    return Value(Exercises16.remainingSignal(betas: a0))
  },
  Offer("betas(forSurvival:)") { call in
    let a0: [Float] = try call.next()
    return Value(Exercises16.betas(forSurvival: a0))
  },
  Offer("cosineSignal(stepCount:)") { call in
    let a0: Int = try call.next()
    return Value(Exercises16.cosineSignal(stepCount: a0))
  },
  Offer("reverseStep(_:t:predictedNoise:betas:alphaBars:noise:)") { call in
    let a0: [Float] = try call.next()
    let a1: Int = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    let a4: [Float] = try call.next()
    let a5: [Float] = try call.next()
    return Value(Exercises16.reverseStep(a0, t: a1, predictedNoise: a2, betas: a3, alphaBars: a4, noise: a5))
  },
  Offer("ddimStep(_:predictedNoise:alphaBar:earlierAlphaBar:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises16.ddimStep(a0, predictedNoise: a1, alphaBar: a2, earlierAlphaBar: a3))
  },
  Offer("sampled(noises:betas:predictNoise:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Float] = try call.next()
    let a2Number = try call.function()
    let a2: ([Float], Int) -> [Float] = { b0, b1 in call.back(a2Number, [Value(b0), Value(b1)]) }
    return Value(Exercises16.sampled(noises: a0, betas: a1, predictNoise: a2))
  },
  Offer("trainingPairs(clean:timeDraws:noise:alphaBars:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    return Value(Exercises16.trainingPairs(clean: a0, timeDraws: a1, noise: a2, alphaBars: a3))
  },
  Offer("denoisingLoss(predicted:targets:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises16.denoisingLoss(predicted: a0, targets: a1))
  },
]
