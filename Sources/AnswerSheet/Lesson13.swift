// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 13: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises13
import MiniTensor

/// Where a judge's calls meet the answers of lesson 13.
let answers13: [Offer] = [
  Offer("causalShares(scores:)") { call in
    let a0: Tensor = try call.next()
    return Value(Exercises13.causalShares(scores: a0))
  },
  Offer("layerNorm(_:scale:shift:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises13.layerNorm(a0, scale: a1, shift: a2, epsilon: a3))
  },
  Offer("layerNormGradient(_:x:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises13.layerNormGradient(a0, x: a1, epsilon: a2))
  },
  Offer("layerNormBackward(_:x:scale:epsilon:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Float = try call.next()
    return Value(Exercises13.layerNormBackward(a0, x: a1, scale: a2, epsilon: a3))
  },
  Offer("splitHeads(_:headCount:)") { call in
    let a0: Tensor = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises13.splitHeads(a0, headCount: a1))
  },
  Offer("joinHeads(_:)") { call in
    let a0: Tensor = try call.next()
    return Value(Exercises13.joinHeads(a0))
  },
  Offer("multiHead(queries:keys:values:headCount:attend:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Int = try call.next()
    let a4Number = try call.function()
    let a4: (Tensor, Tensor, Tensor) -> Tensor = { b0, b1, b2 in call.back(a4Number, [Value(b0), Value(b1), Value(b2)]) }
    return Value(Exercises13.multiHead(queries: a0, keys: a1, values: a2, headCount: a3, attend: a4))
  },
  Offer("positionVectors(count:size:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises13.positionVectors(count: a0, size: a1))
  },
  Offer("shiftMatrix(by:size:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises13.shiftMatrix(by: a0, size: a1))
  },
  Offer("attentionShares(queries:keys:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    return Value(Exercises13.attentionShares(queries: a0, keys: a1))
  },
  Offer("lookedUp(shares:values:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    return Value(Exercises13.lookedUp(shares: a0, values: a1))
  },
  Offer("inductionHead(tokens:vocabularySize:)") { call in
    let a0: [Int] = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises13.inductionHead(tokens: a0, vocabularySize: a1))
  },
]
