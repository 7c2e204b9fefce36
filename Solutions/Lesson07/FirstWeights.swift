import MiniTensor

/// He's rule, normally distributed: for layers with ReLU.
public func heNormal(
  inputs: Int, outputs: Int, using generator: inout RandomGenerator
) -> Tensor {
  let deviation = (2 / Float(inputs)).squareRoot()
  return .normal([inputs, outputs], standardDeviation: deviation, using: &generator)
}

/// Glorot's rule, evenly distributed: for layers with tanh or without activation.
public func glorotUniform(
  inputs: Int, outputs: Int, using generator: inout RandomGenerator
) -> Tensor {
  // limit^2 / 3 = 2 / (inputs + outputs)
  let limit = (6 / Float(inputs + outputs)).squareRoot()
  return .uniform([inputs, outputs], in: -limit...limit, using: &generator)
}
