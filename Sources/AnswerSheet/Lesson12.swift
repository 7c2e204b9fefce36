// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 12: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises12
import MiniTensor

/// Where a judge's calls meet the answers of lesson 12.
let answers12: [Offer] = [
  Offer("gatedStep(input:state:inputWeights:stateWeights:bias:stateBias:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor = try call.next()
    return Value(Exercises12.gatedStep(input: a0, state: a1, inputWeights: a2, stateWeights: a3, bias: a4, stateBias: a5))
  },
  Offer("lastMarked()") { call in
    return Value(Exercises12.lastMarked())
  },
  Offer("memoryStep(input:hidden:cell:inputWeights:stateWeights:bias:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    let a5: Tensor = try call.next()
    return Value(Exercises12.memoryStep(input: a0, hidden: a1, cell: a2, inputWeights: a3, stateWeights: a4, bias: a5))
  },
  Offer("latch()") { call in
    return Value(Exercises12.latch())
  },
  Offer("memoryStepBackward(gates:oldCell:newCell:hiddenGradient:cellGradient:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Tensor = try call.next()
    let a4: Tensor = try call.next()
    return Value(Exercises12.memoryStepBackward(gates: a0, oldCell: a1, newCell: a2, hiddenGradient: a3, cellGradient: a4))
  },
  Offer("embeddedRide(tracks:choose:)") { call in
    let a0: [[(letter: Character, to: Int)]] = try call.value().elements.map { try $0.elements.map { try $0.tuple(of: Character.self, Int.self) } }
    let a1Number = try call.function()
    let a1: (Int) -> Int = { b0 in call.back(a1Number, [Value(b0)]) }
    return Value(Exercises12.embeddedRide(tracks: a0, choose: a1))
  },
  Offer("isEmbeddedRide(_:tracks:)") { call in
    let a0: String = try call.next()
    let a1: [[(letter: Character, to: Int)]] = try call.value().elements.map { try $0.elements.map { try $0.tuple(of: Character.self, Int.self) } }
    return Value(Exercises12.isEmbeddedRide(a0, tracks: a1))
  },
  Offer("truncatedSlopes(inputs:targets:weight:start:pieceLength:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    let a3: Float = try call.next()
    let a4: Int = try call.next()
    return Value(Exercises12.truncatedSlopes(inputs: a0, targets: a1, weight: a2, start: a3, pieceLength: a4))
  },
]
