// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 06: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises06
import MiniTensor

/// Where a judge's calls meet the answers of lesson 06.
let answers06: [Offer] = [
  Offer("topologicalOrder(endingAt:parents:)") { call in
    let a0: Int = try call.next()
    let a1: [[Int]] = try call.next()
    return Value(Exercises06.topologicalOrder(endingAt: a0, parents: a1))
  },
  Offer("gradients(order:parents:slopes:)") { call in
    let a0: [Int] = try call.next()
    let a1: [[Int]] = try call.next()
    let a2: [[Double]] = try call.next()
    return Value(Exercises06.gradients(order: a0, parents: a1, slopes: a2))
  },
  Offer("squareRootByAveraging(_:steps:)") { call in
    let a0: Double = try call.next()
    let a1: Int = try call.next()
    return Value(Exercises06.squareRootByAveraging(a0, steps: a1))
  },
  Offer("Dual") { call in
    let program: NumberProgram = try call.next()
    return Value(program.run(with: Exercises06.Dual.self))
  },
  Offer("logisticLoss(features:targets:weights:bias:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2 = try call.variable()
    let a3 = try call.variable()
    return call.gradients(of: Exercises06.logisticLoss(features: a0, targets: a1, weights: a2, bias: a3))
  },
  Offer("trained(features:targets:steps:learningRate:loss:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Int = try call.next()
    let a3: Float = try call.next()
    let a4Number = try call.function()
    let a4: (Tensor, Tensor, Variable, Variable) -> Variable = { b0, b1, b2, b3 in call.back(a4Number, [Value(b0), Value(b1), Value(b2.value), Value(b3.value)], by: [b2, b3]) }
    return Value(Exercises06.trained(features: a0, targets: a1, steps: a2, learningRate: a3, loss: a4))
  },
  Offer("exponential(_:)") { call in
    let a0: Double = try call.next()
    return Value(Exercises06.exponential(a0))
  },
  Offer("hyperbolicTangent(_:)") { call in
    let a0: Double = try call.next()
    return Value(Exercises06.hyperbolicTangent(a0))
  },
  Offer("relu(_:)") { call in
    let a0: Double = try call.next()
    return Value(Exercises06.relu(a0))
  },
  Offer("power(_:exponent:)") { call in
    let a0: Double = try call.next()
    let a1: Double = try call.next()
    return Value(Exercises06.power(a0, exponent: a1))
  },
  Offer("quotient(_:_:)") { call in
    let a0: Double = try call.next()
    let a1: Double = try call.next()
    return Value(Exercises06.quotient(a0, a1))
  },
  Offer("smoothMaximum(_:_:)") { call in
    let a0: Double = try call.next()
    let a1: Double = try call.next()
    return Value(Exercises06.smoothMaximum(a0, a1))
  },
  Offer("Scalar") { call in
    let program: NumberProgram = try call.next()
    return Value(program.run(with: Exercises06.Scalar.self))
  },
]
