// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 17: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises17
import MiniTensor

/// Where a judge's calls meet the answers of lesson 17.
let answers17: [Offer] = [
  Offer("expectedCalibrationError(confidences:isRight:binCount:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Bool] = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises17.expectedCalibrationError(confidences: a0, isRight: a1, binCount: a2))
  },
  Offer("district(record:chance:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises17.district(record: a0, chance: a1))
  },
  Offer("dayOfPatrol(record:visited:incidents:)") { call in
    let a0: [Float] = try call.next()
    let a1: Int = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises17.dayOfPatrol(record: a0, visited: a1, incidents: a2))
  },
  Offer("correctedDay(record:visited:incidents:)") { call in
    let a0: [Float] = try call.next()
    let a1: Int = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises17.correctedDay(record: a0, visited: a1, incidents: a2))
  },
  Offer("inputGradient(weights:bias:x:label:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises17.inputGradient(weights: a0, bias: a1, x: a2, label: a3))
  },
  Offer("fastGradientStep(_:gradient:epsilon:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises17.fastGradientStep(a0, gradient: a1, epsilon: a2))
  },
  Offer("projectedStep(_:original:gradient:stepSize:epsilon:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: [Float] = try call.next()
    let a3: Float = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises17.projectedStep(a0, original: a1, gradient: a2, stepSize: a3, epsilon: a4))
  },
  Offer("calibrationLoss(logits:labels:temperature:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Int] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises17.calibrationLoss(logits: a0, labels: a1, temperature: a2))
  },
  Offer("bestTemperature(candidates:loss:)") { call in
    let a0: [Float] = try call.next()
    let a1Number = try call.function()
    let a1: (Float) -> Float = { b0 in call.back(a1Number, [Value(b0)]) }
    return Value(Exercises17.bestTemperature(candidates: a0, loss: a1))
  },
]
