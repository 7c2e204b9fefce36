// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 04: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises04
import MiniTensor

/// Where a judge's calls meet the answers of lesson 04.
let answers04: [Offer] = [
  Offer("sigmoid(_:)") { call in
    let a0: Float = try call.next()
    return Value(Exercises04.sigmoid(a0))
  },
  Offer("hyperbolicTangent(_:)") { call in
    let a0: Float = try call.next()
    return Value(Exercises04.hyperbolicTangent(a0))
  },
  Offer("relu(_:)") { call in
    let a0: Float = try call.next()
    return Value(Exercises04.relu(a0))
  },
  Offer("leakyReLU(_:slope:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises04.leakyReLU(a0, slope: a1))
  },
  Offer("elu(_:scale:)") { call in
    let a0: Float = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises04.elu(a0, scale: a1))
  },
  Offer("crossEntropy(logits:labels:)") { call in
    let a0: Tensor = try call.next()
    let a1: [Int] = try call.next()
    return Value(Exercises04.crossEntropy(logits: a0, labels: a1))
  },
  Offer("dense(_:weights:bias:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises04.dense(a0, weights: a1, bias: a2))
  },
  Offer("softmax(_:)") { call in
    let a0: Tensor = try call.next()
    return Value(Exercises04.softmax(a0))
  },
  Offer("tentNetwork(folds:)") { call in
    let a0: Int = try call.next()
    return Value(Exercises04.tentNetwork(folds: a0))
  },
]
