import ExerciseKit
import MiniTensor

/// Exercise 9.4 - Max pooling, first half.                                  ** 25 minutes
///
/// A window of `size` x `size` pixels slides over one map, `stride` pixels at a time, and keeps the
/// largest number it sees. There is no padding; a rest at the right or below that no window reaches
/// is left out. Remember as well *where* each maximum stood: the way back needs it.
///
/// A place is the number of a pixel, counted row after row from 0: `row * width + column`. When the
/// largest number stands several times in a window, the first of them counts, in reading order.
///
///     let map = Tensor([[1, 5, 2, 0], [4, 3, 2, 7]])
///     maxPooled(map, size: 2, stride: 2)         // values [[5, 7]], places [1, 7]
///
/// Write it yourself: the library's `MaxPool1D`, `MaxPool2D` and `maxPool` earn nothing here.
///
/// - Parameters:
///   - map: `[height, width]`, neither smaller than `size`.
///   - size: the height and the width of the window, at least 1.
///   - stride: how far it moves; smaller than `size`, and windows overlap.
/// - Returns: the maxima, `[output height, output width]`, and the place of each, row after row.
public func maxPooled(
  _ map: Tensor, size: Int, stride: Int
) -> (values: Tensor, places: [Int]) {
  todo()
}

/// Exercise 9.4 - Max pooling, second half.
///
/// Back through the maximum: only the largest number of a window had a say, so it gets the window's
/// whole gradient, and the others get nothing. A pixel that was the maximum of several windows gets
/// the gradients of all of them, added up.
///
///     maxPoolingGradient(Tensor([[10, 20]]), places: [1, 7], mapShape: [2, 4])
///     // [[0, 10, 0, 0], [0, 0, 0, 20]]
///
/// - Parameters:
///   - gradient: the slope of the loss by each maximum, `[output height, output width]`.
///   - places: where each maximum stood, as the first half gives them.
///   - mapShape: `[height, width]` of the map.
/// - Returns: the slope by each pixel of the map, of shape `mapShape`.
public func maxPoolingGradient(
  _ gradient: Tensor, places: [Int], mapShape: [Int]
) -> Tensor {
  todo()
}
