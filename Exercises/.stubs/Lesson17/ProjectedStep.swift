import ExerciseKit

/// Exercise 17.2 - A projected step.                                   ** 20 minutes
///
/// Many small steps find a worse place than one large step. But their sum must not become a larger
/// change than was allowed. So after each step every pixel is brought back to within epsilon of the
/// *original* picture, and to between 0 and 1:
///
///     moved = x + stepSize sign(gradient)
///     the result is the nearest number to it
///     that is at most epsilon away from the original, and in 0...1
///
///     projectedStep(
///       [0.6, 0.35, 0.95], original: [0.5, 0.5, 0.9], gradient: [2, -5, 1],
///       stepSize: 0.25, epsilon: 0.3)
///     // moved [0.85, 0.1, 1.2], brought back: [0.8, 0.2, 1]
///
/// A pixel with slope 0 takes no step.
///
/// - Parameters:
///   - x: the picture so far, after some steps.
///   - original: the picture at the very beginning, all pixels between 0 and 1.
///   - gradient: the slope of the loss by each pixel of x.
///   - stepSize: how far one step goes.
///   - epsilon: how far from the original a pixel may be in the end.
/// - Returns: the picture after one more step.
public func projectedStep(
  _ x: [Float], original: [Float], gradient: [Float], stepSize: Float, epsilon: Float
) -> [Float] {
  todo()
}
