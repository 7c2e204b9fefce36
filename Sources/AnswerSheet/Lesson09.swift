// swift-format-ignore-file
// Made by `swift run Course seal` from the stubs of lesson 09: do not edit.

import AnswerProtocol
import AnswerServer
import Exercises09
import MiniTensor

/// Where a judge's calls meet the answers of lesson 09.
let answers09: [Offer] = [
  Offer("convolved(_:kernel:bias:)") { call in
    let a0: [Float] = try call.next()
    let a1: [Float] = try call.next()
    let a2: Float = try call.next()
    return Value(Exercises09.convolved(a0, kernel: a1, bias: a2))
  },
  Offer("convolvedChannels(_:kernels:biases:)") { call in
    let a0: [[Float]] = try call.next()
    let a1: [[[Float]]] = try call.next()
    let a2: [Float] = try call.next()
    return Value(Exercises09.convolvedChannels(a0, kernels: a1, biases: a2))
  },
  Offer("convolved2D(_:kernels:biases:stride:padding:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: [Float] = try call.next()
    let a3: Int = try call.next()
    let a4: Int = try call.next()
    return Value(Exercises09.convolved2D(a0, kernels: a1, biases: a2, stride: a3, padding: a4))
  },
  Offer("convolutionGradients(image:kernel:gradient:stride:padding:)") { call in
    let a0: Tensor = try call.next()
    let a1: Tensor = try call.next()
    let a2: Tensor = try call.next()
    let a3: Int = try call.next()
    let a4: Int = try call.next()
    return Value(Exercises09.convolutionGradients(image: a0, kernel: a1, gradient: a2, stride: a3, padding: a4))
  },
  Offer("maxPooled(_:size:stride:)") { call in
    let a0: Tensor = try call.next()
    let a1: Int = try call.next()
    let a2: Int = try call.next()
    return Value(Exercises09.maxPooled(a0, size: a1, stride: a2))
  },
  Offer("maxPoolingGradient(_:places:mapShape:)") { call in
    let a0: Tensor = try call.next()
    let a1: [Int] = try call.next()
    let a2: [Int] = try call.next()
    return Value(Exercises09.maxPoolingGradient(a0, places: a1, mapShape: a2))
  },
  Offer("outputSize(inputSize:kernelSize:stride:padding:)") { call in
    let a0: Int = try call.next()
    let a1: Int = try call.next()
    let a2: Int = try call.next()
    let a3: Int = try call.next()
    return Value(Exercises09.outputSize(inputSize: a0, kernelSize: a1, stride: a2, padding: a3))
  },
  Offer("receptiveField(kernelSizes:strides:)") { call in
    let a0: [Int] = try call.next()
    let a1: [Int] = try call.next()
    return Value(Exercises09.receptiveField(kernelSizes: a0, strides: a1))
  },
]
