import Foundation
import LessonKit
import MiniTensor

extension Lesson04 {
  /// A small network finds the border between two moons, from the first step to the last.
  static func watchTheMoons(_ board: Board) {
    var generator = RandomGenerator(seed: board.seed(of: "moons film"))
    let (points, labels) = moons(200, using: &generator)
    var box = ClosedBox(
      MultilayerPerceptron(
        sizes: [2, 24, 12, 2], hidden: .relu, gain: Float(2).squareRoot(), using: &generator))
    let input = Tensor(points)  // [200, 2]
    let moments = [0, 1, 2, 4, 6, 8, 11, 14, 18, 22, 27, 32, 40, 50, 60, 75, 95, 120, 150, 200]
    var networks: [MultilayerPerceptron] = []
    for step in 0...moments[moments.count - 1] {
      if moments.contains(step) { networks.append(box.network) }
      _ = box.step(input, labels: labels, learningRate: 0.1)
    }
    let last = networks[networks.count - 1]
    let wrong = zip(last(input).argmax(axis: 1), labels).count { $0 != $1 }
    board.say(
      """
      Here is the box at work where one can watch it: two moons of 100 points each, and a network with 24 and 12 ReLUs. \
      One straight line cannot part them (lesson 02). After \(moments[moments.count - 1]) steps \(wrong) of the 200 are \
      on the wrong side.
      """)
    board.draw(
      Film(
        "The border bends", caption: "All 200 points in every step.", over: zip(moments, networks),
        label: { "step \($0.0)" }, x: .range(-1.5...2.5), y: .range(-1.2...1.7),
        name: "film-moons"
      ) { moment in
        Region(batch: { moment.1(Tensor($0)).argmax(axis: 1) })
        Points(points, group: labels)
      })
  }

  /// Two half circles that reach into one another, blurred.
  private static func moons(_ count: Int, using generator: inout RandomGenerator)
    -> (points: [[Float]], labels: [Int])
  {
    let labels = (0..<count).map { $0 % 2 }
    let points = labels.map { label -> [Float] in
      let angle = generator.uniform(in: 0...Float.pi)
      let (x, y) = label == 0 ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
      return [x, y].map { $0 + generator.normal(mean: 0, standardDeviation: 0.12) }
    }
    return (points, labels)
  }
}
