import ExerciseKit
import Foundation

/// Exercise 11.5 - Sample with temperature, first half.                ** 25 minutes
///
/// A network gave each symbol a score. The temperature decides how daring we are: below 1 the
/// likely symbols become likelier still, above 1 all come closer together.
///
///     p_k = e^(z_k / T) / sum over j of e^(z_j / T)
///
/// Scores may be in the thousands, and e^1000 is more than a Float can hold: take the largest score
/// away from all of them first. That changes no chance. At T = 0 the formula has no meaning, but
/// its limit has: all chance goes to the largest score, to the first of them if several are equal.
///
///     chances([1, 3, 2], temperature: 1)      // [0.0900, 0.6652, 0.2447]
///     chances([1, 3, 2], temperature: 0.5)    // [0.0159, 0.8668, 0.1173]
///     chances([1, 3, 2], temperature: 0)      // [0, 1, 0]
///
/// Write both halves yourself: the library's `softmax`, `logSoftmax`, `logSumExp` and `choice` earn
/// nothing here.
///
/// - Parameters:
///   - scores: z, one for each symbol, at least one.
///   - temperature: T, 0 or more.
/// - Returns: p, as many numbers, which add up to 1.
public func chances(_ scores: [Float], temperature: Float) -> [Float] {
  todo()
}

/// Exercise 11.5 - Sample with temperature, second half.
///
/// Draw a symbol by its chance. Lay the chances end to end on a line from 0 to 1; `draw` is a place
/// on that line, and the symbol whose piece it falls into is drawn. A piece has its lower end and
/// not its upper one, so a symbol of chance 0 is never drawn.
///
///     drawn([0.2, 0.5, 0.3], draw: 0.1)    // 0
///     drawn([0.2, 0.5, 0.3], draw: 0.6)    // 1
///     drawn([0.2, 0.5, 0.3], draw: 0.9)    // 2
///
/// Rounding may leave the sum a hair below 1, and a draw may fall into the hair: then return the
/// last symbol whose chance is not 0.
///
/// - Parameters:
///   - chances: one for each symbol; they add up to about 1.
///   - draw: a random number from 0 up to, not including, 1.
/// - Returns: the number of the symbol, from 0.
public func drawn(_ chances: [Float], draw: Float) -> Int {
  todo()
}
