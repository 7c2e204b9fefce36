import LessonKit
import MiniTensor

extension Lesson12 {
  /// Two gates instead of three, no separate cell, and much the same power.
  static func halveTheGates(_ adders: [AddingProblem.Run], _ railway: [Trials], _ board: Board) {
    board.section("Two gates are enough")
    board.say(
      """
      In 2014 Kyunghyun Cho and his colleagues asked what could be left away. Their gated recurrent \
      unit has no cell beside its output. One gate z does the work of two: what is not kept is \
      overwritten. Another, r, decides how much of the past the candidate may see.
      """)
    board.formula(
      """
      r, z = sigmoid of  x(t) W + b + h(t-1) U + c
      n    = tanh of     x(t) W + b + r (h(t-1) U + c)
      h(t) = (1 - z) n + z h(t-1)
      """)
    let gru = reberTrials(.gru, board.isQuick ? 4 : 10, "GRU", board)
    func reached(_ run: AddingProblem.Run) -> Text {
      run.last < 0.01
        ? "\(run.steps.last ?? 0, grouped: true)"
        : "not after \(run.steps.last ?? 0, grouped: true)"
    }
    board.table(
      ["layer", "weights, 32 units", "adding: batches until 0.01", "Reber: strings until solved"],
      [
        [
          "plain", "\(adders[1].reader.weightCount, grouped: true)", reached(adders[1]),
          railway[1].summary,
        ],
        [
          "LSTM", "\(adders[0].reader.weightCount, grouped: true)", reached(adders[0]),
          "\(railway[0].summary) (1997)",
        ],
        ["GRU", "\(adders[2].reader.weightCount, grouped: true)", reached(adders[2]), gru.summary],
      ])
    board.say(
      """
      The GRU's layer has three quarters of the LSTM's weights. Which one learns sooner depends \
      on the task: compare the columns. Large comparisons (Jozefowicz 2015, Greff 2017) found no winner \
      for all tasks, and two parts of the LSTM that one must not leave away: the forget gate, and \
      the squashing of the output.
      """)
  }
}
