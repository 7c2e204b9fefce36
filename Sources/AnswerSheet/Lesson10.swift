// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 10: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises10
import MiniTensor

/// Where a judge's calls meet the answers of lesson 10.
let answers10: [Offer] = [
  Offer("batchNormGradients(normalized:variance:scale:gradient:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises10.batchNormGradients(normalized: a0, variance: a1, scale: a2, gradient: a3, epsilon: a4))
  },
  Offer("layerNormBackward(normalized:variance:scale:gradient:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises10.layerNormBackward(normalized: a0, variance: a1, scale: a2, gradient: a3, epsilon: a4))
  },
  Offer("batchNormalized(_:scale:shift:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises10.batchNormalized(a0, scale: a1, shift: a2, epsilon: a3))
  },
  Offer("movedRunningValues(mean:variance:batchMean:batchVariance:examples:momentum:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Int = try call.next()
    let a5: Float = try call.next()
    return Value(Exercises10.movedRunningValues(mean: a0, variance: a1, batchMean: a2, batchVariance: a3, examples: a4, momentum: a5))
  },
  Offer("normalizedInUse(_:mean:variance:scale:shift:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Float = try call.next()
    return Value(Exercises10.normalizedInUse(a0, mean: a1, variance: a2, scale: a3, shift: a4, epsilon: a5))
  },
  Offer("folded(weights:bias:mean:variance:scale:shift:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor = try call.next()
    let a6: Float = try call.next()
    return Value(Exercises10.folded(weights: a0, bias: a1, mean: a2, variance: a3, scale: a4, shift: a5, epsilon: a6))
  },
  Offer("residualBlock(_:first:firstBias:second:secondBias:shortcut:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor? = try call.next()
    return Value(Exercises10.residualBlock(a0, first: a1, firstBias: a2, second: a3, secondBias: a4, shortcut: a5))
  },
  Offer("residualBlockGradient(_:x:first:firstBias:second:shortcut:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor? = try call.next()
    return Value(Exercises10.residualBlockGradient(a0, x: a1, first: a2, firstBias: a3, second: a4, shortcut: a5))
  },
  Offer("shifted(_:down:right:empty:)") { call in
    let a0: Tensor = try call.next()
    let a1: Int = try call.next()
    let a2: Int = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises10.shifted(a0, down: a1, right: a2, empty: a3))
  },
  Offer("flipped(_:)") { call in
    let a0: Tensor = try call.next()
    return Value(Exercises10.flipped(a0))
  },
  Offer("withNewHead(_:classes:)") { call in
    let a0: [Tensor] = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises10.withNewHead(a0, classes: a1))
  },
  Offer("trainingStep(_:x:labels:learningRate:frozenLayers:)") { call in
    let a0: [Tensor] = try call.next()
    let a1: Tensor = try call.next()
    let a2: [Int] = try call.next()
    let a3: Float = try call.next()
    let a4: Int = try call.next()
    return Value(Exercises10.trainingStep(a0, x: a1, labels: a2, learningRate: a3, frozenLayers: a4))
  },
]
