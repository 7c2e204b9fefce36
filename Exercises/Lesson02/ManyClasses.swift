import ExerciseKit

/// Exercise 2.5 - Many classes, first half.                            *** 30 minutes
///
/// One neuron a class: class c has the weights `weights[c]` and the bias `biases[c]`. All of them
/// score the example, and the class with the highest score wins; among equals the first.
///
///     y^ = the class c with the highest  w_c . x + b_c
///
/// - Parameters:
///   - weights: for each class one weight a feature. `[classes][features]`
///   - biases: one bias a class.
///   - x: one example.
/// - Returns: the number of the winning class, from 0.
public func winningClass(weights: [[Float]], biases: [Float], x: [Float]) -> Int {
  todo()
}

/// Exercise 2.5 - Many classes, second half.
///
/// Move the neurons after one answer. The class that should have won moves towards the example, the
/// class that won instead moves away; all others stay. After a right answer nothing moves.
///
///     w_y  <- w_y  + x        b_y  <- b_y  + 1        y:  the right class
///     w_y^ <- w_y^ - x        b_y^ <- b_y^ - 1        y^: the class that won
///
/// - Parameters:
///   - weights: for each class one weight a feature. `[classes][features]`
///   - biases: one bias a class.
///   - x: one example.
///   - label: y, the right class.
///   - predicted: y^, the class that won.
/// - Returns: the new weights and biases of all classes.
public func corrected(
  weights: [[Float]], biases: [Float], x: [Float], label: Int, predicted: Int
) -> (weights: [[Float]], biases: [Float]) {
  todo()
}
