/// Exercise 9.2 - Convolution in one dimension, first half.
public func convolved(_ signal: [Float], kernel: [Float], bias: Float) -> [Float] {
  convolvedChannels([signal], kernels: [[kernel]], biases: [bias])[0]
}

/// Exercise 9.2 - Convolution in one dimension, second half.
public func convolvedChannels(
  _ channels: [[Float]], kernels: [[[Float]]], biases: [Float]
) -> [[Float]] {
  zip(kernels, biases).map { kernel, bias in
    let width = kernel[0].count
    let places = max(0, channels[0].count - width + 1)
    return (0..<places).map { start in
      var sum = bias
      for (signal, weights) in zip(channels, kernel) {
        for (offset, weight) in weights.enumerated() { sum += weight * signal[start + offset] }
      }
      return sum
    }
  }
}
