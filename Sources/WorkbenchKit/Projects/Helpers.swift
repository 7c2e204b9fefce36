import Datasets
import ExerciseKit
import LessonKit
import MiniTensor

// What several programs of the workbench share.

extension Tensor {
  /// The rows of a matrix as lists: `[rows, columns]`.
  public var lists: [[Float]] {
    let width = shape.last ?? 1
    return (0..<shape[0]).map { Array(scalars[($0 * width)..<(($0 + 1) * width)]) }
  }
}

/// The share of answers that are right.
public func accuracy(_ answers: [Int], _ labels: [Int]) -> Double {
  Double(zip(answers, labels).count { $0 == $1 }) / Double(max(1, labels.count))
}

/// Draws the first pictures that were read wrongly, and says what for.
///
/// - Parameters:
///   - answers: the class that was read, one a picture.
///   - sure: how sure the reader was of its answer, from 0 to 1, where it says so.
public func showMistakes(
  of answers: [Int], on set: ImageSet, sure: ((_ row: Int) -> Float)? = nil, _ board: Board
) {
  let wrong = answers.indices.filter { answers[$0] != set.labels[$0] }
  let shown = wrong.prefix(10)
  guard !shown.isEmpty else { return }
  board.draw(
    Figure("Misread: \(wrong.count) of \(answers.count)", name: "misread") {
      ImageGrid(
        shown.map { set.images.row($0).scalars }, width: set.width,
        captions: shown.map { row -> Text in
          let (right, read) = (set.classNames[set.labels[row]], set.classNames[answers[row]])
          guard let sure else { return "\(right) as \(read)" }
          return "\(right) as \(read), \(sure(row), percent: 0)"
        }, columns: 5)
    })
}
