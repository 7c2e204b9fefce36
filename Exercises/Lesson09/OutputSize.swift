import ExerciseKit

/// Exercise 9.1 - How large is what comes out?, first half.            * 15 minutes
///
/// A window of `kernelSize` points slides over a line of `inputSize` points, which has been
/// lengthened by `padding` zeros at both ends. It begins at the very left and moves by `stride`
/// points at a time. At how many places does it lie wholly inside?
///
///     floor((inputSize + 2 padding - kernelSize) / stride) + 1
///
/// A window that is wider than the lengthened line fits nowhere: 0.
///
///     outputSize(inputSize: 40, kernelSize: 5, stride: 2, padding: 1)   // 19
///     outputSize(inputSize: 2, kernelSize: 5, stride: 2, padding: 0)    // 0
///
/// - Parameters:
///   - inputSize: the points of the line, at least 1.
///   - kernelSize: the points of the window, at least 1.
///   - stride: how far the window moves, at least 1.
///   - padding: the zeros at each end, at least 0.
/// - Returns: how many numbers come out.
public func outputSize(inputSize: Int, kernelSize: Int, stride: Int, padding: Int) -> Int {
  todo()
}

/// Exercise 9.1 - How large is what comes out?, second half.
///
/// Convolutions stand one on the other. A number of the last one was computed from
/// `kernelSizes.last` numbers of the layer before it, each of those from several of the layer
/// before that, and so on down. How many neighbouring points of the input does it see? That is its
/// *receptive field*.
///
/// Walk up from the input. At first one number sees 1 point, and neighbouring numbers are 1 point
/// apart. A layer with kernel k and stride s makes
///
///     field  <- field + (k - 1) * distance
///     distance <- distance * s
///
///     receptiveField(kernelSizes: [3, 3], strides: [1, 1])   // 5
///     receptiveField(kernelSizes: [3, 3], strides: [2, 1])   // 7
///
/// - Parameters:
///   - kernelSizes: the window of each layer, first to last.
///   - strides: the stride of each layer, as many.
/// - Returns: how many points of the input; 1 when there is no layer.
public func receptiveField(kernelSizes: [Int], strides: [Int]) -> Int {
  todo()
}
