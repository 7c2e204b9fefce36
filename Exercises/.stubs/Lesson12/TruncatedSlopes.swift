import ExerciseKit
import Foundation

/// Exercise 12.5 - Truncated backpropagation through time.             *** 35 minutes
///
/// A network of one unit and one weight hears a long sequence, and each of its states should be
/// like a target:
///
///     h_t = tanh(u h_(t-1) + x_t)        L = sum over all t of (h_t - y_t)^2
///
/// Learn from it piece by piece. A piece has `pieceLength` moments; the last one has what is left.
/// The state goes on from piece to piece. The gradient does not: for each piece take the loss of
/// its own moments, and the state at its beginning as a given number. Within the piece walk back as
/// in lesson 11, from the last moment to the first, with nothing coming from later at the last one:
///
///     d_t = 2 (h_t - y_t) + u s_(t+1)        s_t = d_t (1 - h_t^2)
///     slope of the piece = sum of s_t h_(t-1)
///
/// The weight stays the same throughout; whoever trains would change it after each piece.
///
///     truncatedSlopes(inputs: [1, 0], targets: [0, 0], weight: 1, start: 0, pieceLength: 1)
///     // slopes [0, 0.5748], end 0.6420: h is tanh(1) = 0.7616, then tanh(0.7616) = 0.6420
///
/// - Parameters:
///   - inputs: x_1 ... x_T.
///   - targets: y_1 ... y_T.
///   - weight: u.
///   - start: h_0.
///   - pieceLength: how many moments a piece has, at least 1.
/// - Returns: dL/du of each piece, in order, and the last state; without inputs no slopes and h_0.
public func truncatedSlopes(
  inputs: [Float], targets: [Float], weight: Float, start: Float, pieceLength: Int
) -> (slopes: [Float], end: Float) {
  todo()
}
