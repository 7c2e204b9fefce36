import Foundation
import LessonKit

extension Lesson03 {
  /// The plane on its way from the inputs to the hidden units.
  ///
  /// A threshold tears the plane at once; with soft thresholds one sees how it folds.
  static func unfolding(_ network: ThresholdNetwork) -> Film {
    let inputs = TruthTable.inputs(2).map { $0.map(Double.init) }
    /// Where a point stands when so much of the way is behind it.
    func place(_ point: [Double], share: Double) -> [Double] {
      let inputs = point.map(Float.init)
      return zip(point, network.hidden).map { x, unit in
        let soft = 1 / (1 + exp(-9 * Double(unit.sum(inputs))))
        return (1 - share) * x + share * soft
      }
    }
    let ticks = stride(from: 0.0, through: 1, by: 0.125).map { $0 }
    let fine = stride(from: 0.0, through: 1, by: 0.025).map { $0 }
    let lines = ticks.flatMap { tick in
      [fine.map { [tick, $0] }, fine.map { [$0, tick] }]
    }
    return Film(
      "The plane unfolds",
      caption: """
        A net over the square of the inputs on its way to the square of the hidden units, which have soft thresholds here. \
        01 and 10 walk to the same corner, and at the end one straight line parts the answers.
        """,
      over: 0...16, label: { "\(Double($0) / 16, percent: 0) of the way" },
      x: Axis("x1, then h1", range: -0.3...1.4, ticks: [0, 1]),
      y: Axis("x2, then h2", range: -0.3...1.4, ticks: [0, 1]), aspect: .equal,
      name: "film-unfolding"
    ) { step in
      let share = Double(step) / 16
      for line in lines {
        Lines(path: line.map { place($0, share: share) }, style: .faint, colour: 6)
      }
      if step == 16 { Lines(path: [[0.2, -0.3], [1.4, 0.9]], style: .dashed, colour: 2) }
      let corners = inputs.map { place($0, share: share) }
      Points(
        corners, group: TruthTable.xor.answers, names: ["answer 0", "answer 1"],
        labels: ["00", "01", "10", "11"])
    }
  }
}
