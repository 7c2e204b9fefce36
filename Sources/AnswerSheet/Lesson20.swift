// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 20: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises20
import MiniTensor

/// Where a judge's calls meet the answers of lesson 20.
let answers20: [Offer] = [
  Offer("epsilonGreedy(values:epsilon:chance:pick:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises20.epsilonGreedy(values: a0, epsilon: a1, chance: a2, pick: a3))
  },
  Offer("qUpdated(values:state:action:reward:next:learningRate:discount:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: Int = try call.next()
    let a2: Int = try call.next()
    let a3: Float = try call.next()
    let a4: Int? = try call.next()
    let a5: Float = try call.next()
    let a6: Float = try call.next()
    return Value(Exercises20.qUpdated(values: a0, state: a1, action: a2, reward: a3, next: a4, learningRate: a5, discount: a6))
  },
  Offer("remembered(_:capacity:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises20.remembered(a0, capacity: a1))
  },
  Offer("replayBatch(memory:picks:)") { call in
    let a0: [Int] = try call.next()
    let a1: [Float] = try call.next()
    return Value(Exercises20.replayBatch(memory: a0, picks: a1))
  },
  Offer("replayGoals(rewards:nextValues:isLast:discount:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Bool] = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises20.replayGoals(rewards: a0, nextValues: a1, isLast: a2, discount: a3))
  },
  Offer("returns(rewards:discount:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    return Value(Exercises20.returns(rewards: a0, discount: a1))
  },
  Offer("bootstrappedReturns(rewards:discount:valueAtEnd:)") { call in
    let a0: [Float] = try call.next()
    let a1: Float = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises20.bootstrappedReturns(rewards: a0, discount: a1, valueAtEnd: a2))
  },
  Offer("sarsaUpdated(values:states:actions:rewards:learningRate:discount:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [Int] = try call.next()
    let a2: [Int] = try call.next()
    let a3: [Float] = try call.next()
    let a4: Float = try call.next()
    let a5: Float = try call.next()
    return Value(Exercises20.sarsaUpdated(values: a0, states: a1, actions: a2, rewards: a3, learningRate: a4, discount: a5))
  },
]
