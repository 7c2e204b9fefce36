import LessonKit
import MiniTensor

/// Lesson 10 - Going deeper: why depth failed, and what fixed it.
@main
struct Lesson10: Lesson {
  static let card = LessonCard(
    number: 10, title: "Going deeper", years: "2015",
    people: """
      Kaiming He, Xiangyu Zhang, Shaoqing Ren and Jian Sun; Sergey Ioffe and Christian Szegedy; \
      Rupesh Srivastava, Klaus Greff and Jürgen Schmidhuber; Andrej Karpathy
      """,
    summary: """
      A deeper network can do all that a shallow one can, and for twenty years it did worse. \
      Thirty layers that learn nothing, and three cures; then what else made networks of 2015 \
      better than those of 1989: a better loss, more pictures out of the same pictures, and \
      features learned on one task that serve another.
      """,
    options: [
      .flag("full", "five networks on every rung of section 4 instead of two (about 15 s more)")
    ],
    settings: [
      .number("depth-rate", default: 0.001, in: 0...1, "step of the stacks of sections 1 and 2"),
      .number("batch-norm-rate", default: 0.1, in: 0...100, "step of the networks of section 3"),
      .number("transfer-rate", default: 0.002, in: 0...1, "step of the three ways of section 5"),
    ],
    exercises: 5, chapter: "10-going-deeper.md")

  static func teach(on board: Board) throws {
    try letDepthDie(board)
    try cureDepth(board)
    try normaliseBatches(board)
    try climbTheLadder(board)
    try transferFeatures(board)
  }
}
