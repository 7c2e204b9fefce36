// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 18: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises18
import MiniTensor

/// Where a judge's calls meet the answers of lesson 18.
let answers18: [Offer] = [
  Offer("contrastiveDivergence(visible:hidden:dreamtVisible:dreamtHidden:learningRate:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [[Float]] = try call.next()
    let a3: [[Float]] = try call.next()
    let a4: Float = try call.next()
    return Value(Exercises18.contrastiveDivergence(visible: a0, hidden: a1, dreamtVisible: a2, dreamtHidden: a3, learningRate: a4))
  },
  Offer("energy(of:weights:biases:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises18.energy(of: a0, weights: a1, biases: a2))
  },
  Offer("energyChange(flipping:in:weights:biases:)") { call in
    let a0: Int = try call.next()
    let a1: [Float] = try call.next()
    let a2: [[Float]] = try call.next()
    let a3: [Float] = try call.next()
    return Value(Exercises18.energyChange(flipping: a0, in: a1, weights: a2, biases: a3))
  },
  Offer("freeEnergy(of:weights:visibleBiases:hiddenBiases:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    return Value(Exercises18.freeEnergy(of: a0, weights: a1, visibleBiases: a2, hiddenBiases: a3))
  },
  Offer("probabilities(freeEnergies:)") { call in
    let a0: [Float] = try call.next()
    return Value(Exercises18.probabilities(freeEnergies: a0))
  },
  Offer("hiddenChances(visible:weights:biases:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises18.hiddenChances(visible: a0, weights: a1, biases: a2))
  },
  Offer("gibbsStep(visible:weights:visibleBiases:hiddenBiases:hiddenNumbers:visibleNumbers:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Float] = try call.next()
    let a3: [Float] = try call.next()
    let a4: [Float] = try call.next()
    let a5: [Float] = try call.next()
    return Value(Exercises18.gibbsStep(visible: a0, weights: a1, visibleBiases: a2, hiddenBiases: a3, hiddenNumbers: a4, visibleNumbers: a5))
  },
  Offer("hebbianWeights(patterns:)") { call in
    let a0: [[Float]] = try call.next()
    return Value(Exercises18.hebbianWeights(patterns: a0))
  },
  Offer("recalled(_:weights:order:)") { call in
    let a0: [Float] = try call.next()
    let a1: [[Float]] = try call.next()
    let a2: [Int] = try call.next()
    return Value(Exercises18.recalled(a0, weights: a1, order: a2))
  },
]
