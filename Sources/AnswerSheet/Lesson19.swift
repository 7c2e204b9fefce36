// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 19: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises19
import MiniTensor

/// Where a judge's calls meet the answers of lesson 19.
let answers19: [Offer] = [
  Offer("company(text:words:window:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises19.company(text: a0, words: a1, window: a2))
  },
  Offer("positivePMI(_:)") { call in
    let a0: [[Float]] = try call.next()
    return Value(Exercises19.positivePMI(a0))
  },
  Offer("cosine(_:_:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises19.cosine(a0, a1))
  },
  Offer("nearest(to:among:count:except:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: Int = try call.next()
    let a3: [Int] = try call.next()
    return Value(Exercises19.nearest(to: a0, among: a1, count: a2, except: a3))
  },
  Offer("negativeSamplingStep(word:contexts:seen:drawn:learningRate:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: Int = try call.next()
    let a3: [Int] = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises19.negativeSamplingStep(word: a0, contexts: a1, seen: a2, drawn: a3, learningRate: a4))
  },
  Offer("neighbourProbabilities(word:contexts:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    return Value(Exercises19.neighbourProbabilities(word: a0, contexts: a1))
  },
  Offer("windows(around:width:)") { call in
    let a0: String = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises19.windows(around: a0, width: a1))
  },
  Offer("oneHot(_:symbols:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises19.oneHot(a0, symbols: a1))
  },
]
