import ExerciseKit
import Foundation
import MiniTensor

// Exercise 7.4 - The first weights.                                          ** 20 minutes
//
// `Tensor` in ten minutes: docs/en/tensors.md.
//
// Draw the weights of a layer before it has learned anything. The two rules are marked one by one.
// Take all chance from the generator that you are given, with `Tensor.normal` or `Tensor.uniform`.
//
// Write it yourself: the library's `Initializer`, `heNormal`, `heUniform`, `glorotNormal`,
// `glorotUniform` and `Linear` earn nothing here.

/// He's rule, normally distributed: for layers with ReLU.
///
///     mean 0        variance 2 / inputs
///
/// `Tensor.normal` asks for the standard deviation, which is the root of the variance.
///
/// - Parameters:
///   - inputs: how many numbers the layer reads.
///   - outputs: how many neurons it has.
///   - generator: where all chance comes from.
/// - Returns: the weights, [inputs, outputs].
public func heNormal(
  inputs: Int, outputs: Int, using generator: inout RandomGenerator
) -> Tensor {
  todo()
}

/// Glorot's rule, evenly distributed: for layers with tanh or without activation.
///
///     from -limit to +limit, with the limit that makes the variance 2 / (inputs + outputs)
///
/// Numbers drawn evenly from -limit to +limit have the variance limit^2 / 3. So which limit is it?
///
/// - Parameters:
///   - inputs: how many numbers the layer reads.
///   - outputs: how many neurons it has.
///   - generator: where all chance comes from.
/// - Returns: the weights, [inputs, outputs].
public func glorotUniform(
  inputs: Int, outputs: Int, using generator: inout RandomGenerator
) -> Tensor {
  todo()
}
