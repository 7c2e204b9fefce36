import ExerciseKit
import MiniTensor

/// Exercise 10.4 - Shift and flip, first half.                                       * 20 minutes
///
/// A new picture out of an old one: everything moves `down` rows down and `right` columns to the
/// right. Negative numbers move it up and to the left. What leaves the picture is lost, and what
/// comes in is `empty`. The picture keeps its size. It may move out altogether.
///
///     shifted(Tensor([[1, 2, 3], [4, 5, 6]]), down: 1, right: -1, empty: 0)
///     // [[0, 0, 0], [2, 3, 0]]
///
/// - Parameters:
///   - image: `[height, width]`.
///   - down: how many rows it moves down.
///   - right: how many columns it moves to the right.
///   - empty: what an empty pixel is.
/// - Returns: the moved picture, `[height, width]`.
public func shifted(_ image: Tensor, down: Int, right: Int, empty: Float) -> Tensor {
  todo()
}

/// Exercise 10.4 - Shift and flip, second half.
///
/// The picture as a mirror at its side shows it: left and right change places, up stays up. A shoe
/// remains a shoe; a 3 does not remain a 3. Which changes keep the label, only you can know.
///
///     flipped(Tensor([[1, 2, 3], [4, 5, 6]]))        // [[3, 2, 1], [6, 5, 4]]
///
/// - Parameter image: `[height, width]`.
/// - Returns: the flipped picture, `[height, width]`.
public func flipped(_ image: Tensor) -> Tensor {
  todo()
}
