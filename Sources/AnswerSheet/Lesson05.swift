// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 05: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises05
import MiniTensor

/// Where a judge's calls meet the answers of lesson 05.
let answers05: [Offer] = [
  Offer("sigmoidBackward(answers:slopes:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises05.sigmoidBackward(answers: a0, slopes: a1))
  },
  Offer("tanhBackward(answers:slopes:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises05.tanhBackward(answers: a0, slopes: a1))
  },
  Offer("reluBackward(sums:slopes:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises05.reluBackward(sums: a0, slopes: a1))
  },
  Offer("numericalSlopes(of:at:step:)") { call in
    let a0Number = try call.function()
    let a0: ([Double]) -> Double = { b0 in call.back(a0Number, [Value(b0)]) }
    let a1: [Double] = try call.next()
    let a2: Double = try call.next()
    return Value(Exercises05.numericalSlopes(of: a0, at: a1, step: a2))
  },
  Offer("relativeDifference(_:_:)") { call in
    let a0: [Double] = try call.next()
    let a1: [Double] = try call.next()
    return Value(Exercises05.relativeDifference(a0, a1))
  },
  Offer("linearBackward(input:weights:blame:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    return Value(Exercises05.linearBackward(input: a0, weights: a1, blame: a2))
  },
  Offer("lossBackward(logits:labels:)") { call in
    let a0: Tensor = try call.next()
    let a1: [Int] = try call.next()
    return Value(Exercises05.lossBackward(logits: a0, labels: a1))
  },
  Offer("trainingStep(input:labels:hiddenWeights:hiddenBias:outputWeights:outputBias:learningRate:)") { call in
    let a0: Tensor = try call.next()
    let a1: [Int] = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor = try call.next()
    let a6: Float = try call.next()
    return Value(Exercises05.trainingStep(input: a0, labels: a1, hiddenWeights: a2, hiddenBias: a3, outputWeights: a4, outputBias: a5, learningRate: a6))
  },
]
