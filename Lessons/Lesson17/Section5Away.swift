import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson17 {
  /// Far from every example: the farther, the surer.
  static func walkAway(_ board: Board) {
    board.section("Sure of everything")
    board.say(
      """
      A network 2-50-50-2 with ReLU units learns the two moons of lesson 02. Between the moons it \
      should doubt, and does. And where there never was an example? Walk away from the moons in some \
      direction. After the last bend of the last unit the network is a straight line in the distance, \
      and so is the difference of its logits: unless its slope happens to be 0, it grows without end.
      """)
    board.formula(
      """
      z(m + r u) = a + r b      for large r
      confidence -> 1           if the two numbers in b differ
      """)
    var random = RandomGenerator(seed: board.seed(of: "moons"))
    let moons = TwoMoons.points(count: 400, distance: 1, radius: 1, width: 0.6, using: &random)
    // Moved so that the middle of the examples is (0, 0); one unit stays one unit.
    let middle = moons.features.mean(axis: 0)
    let x = moons.features - middle
    let network = Sequential(
      Linear(inputSize: 2, outputSize: 50, initializer: .heNormal, using: &random),
      Activation.relu,
      Linear(inputSize: 50, outputSize: 50, initializer: .heNormal, using: &random),
      Activation.relu, Linear(inputSize: 50, outputSize: 2, using: &random))
    let optimizer = Adam(network.parameters, learningRate: 0.003)
    for _ in 0..<(board.isQuick ? 200 : 600) {
      optimizer.zeroGradients()
      softmaxCrossEntropy(logits: network(x), labels: moons.labels).backward()
      optimizer.step()
    }
    func probabilities(_ points: [[Float]]) -> Tensor {
      withoutGradients { network(Tensor(points)).softmax().value }
    }
    board.draw(
      Figure(
        "How sure the network is",
        caption: "Pale: it doubts. In colour: it is sure of the upper or of the lower moon.",
        name: "moons"
      ) {
        for reach in [2.5, 25.0] {
          Panel(
            reach < 10 ? "near" : "ten times as far", x: Axis("", range: -reach...reach),
            y: Axis("", range: -reach...reach), aspect: .equal
          ) {
            Region(
              batchValues: { points in probabilities(points).column(1).scalars }, range: 0...1)
            Points(x.scalarRows, group: moons.labels, names: ["upper", "lower"])
          }
        }
      })
    let directions = (0..<360).map { degree in
      let angle = Double(degree) * .pi / 180
      return [Float(cos(angle)), Float(sin(angle))]
    }
    let distances: [Float] = [1, 2, 5, 10, 20, 50, 100, 1000]
    let sure = distances.map { distance in
      probabilities(directions.map { $0.map { $0 * distance } }).max(axis: 1)
    }
    board.table(
      ["distance from the middle", "mean confidence", "directions with at least 99 %"],
      zip(distances, sure).map { distance, sure in
        [
          "\(distance)", "\(sure.mean(), percent: 1)",
          "\(sure.scalars.count { $0 >= 0.99 }) of 360",
        ]
      })
    let far = sure.last!.scalars.count { $0 >= 0.99 }
    board.say(
      """
      The moons lie within 2 units. At a distance of 100 no example of any kind was ever seen, and the \
      network is surer than among its examples. Softmax turns a difference of logits into a \
      confidence. It has no way to say that both were extrapolated.
      """)
    board.claim(
      "far-away", "ReLU network far from its data: directions with confidence of at least 99 %",
      source: "Hein, Andriushchenko, Bitterwolf, CVPR 2019",
      published: "almost all directions, in the end: a theorem",
      measured: "\(far) of 360 at distance 1,000", gate: "at least 350", holds: far >= 350)
  }
}
