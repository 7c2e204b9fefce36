import Datasets
import Foundation
import LessonKit
import MiniTensor

extension Lesson08 {
  /// Overfitting, seen twice: a curve through ten points, a network on a thousand digits.
  static func learnByHeart(_ board: Board) throws {
    board.section("Learning by heart")
    board.say(
      """
      Ten points of a sine wave, with noise. Draw a polynomial through them. Degree 1 is too stiff \
      to follow. Degree 3 is about right. Degree 9 has ten numbers for ten points: it hits every \
      one of them, noise included, and swings wildly in between.
      """)
    let noise = board.setting("noise")
    var generator = RandomGenerator(seed: board.seed)
    let points = Wave(count: 10, noise: noise, using: &generator)
    let grid = (0...100).map { Double($0) / 100 }
    board.draw(
      Figure("Too stiff, about right, by heart", name: "polynomials") {
        for degree in [1, 3, 9] {
          let curve = Polynomial(degree: degree, points)
          Panel("degree \(degree)", x: "x", y: Axis("y", range: -2...2)) {
            Lines(x: grid, y: grid.map { sin(2 * .pi * $0) }, name: "the wave", style: .dashed)
            Lines(x: grid, y: grid.map(curve.callAsFunction), name: "the fit")
            Points(points)
          }
        }
      })
    try rateDegrees(board, &generator)
    try watchDigits(board)
  }

  private static func rateDegrees(_ board: Board, _ generator: inout RandomGenerator) throws {
    let noise = board.setting("noise")
    let degrees = Array(0...9)
    let draws = 100
    var training = [Double](repeating: 0, count: degrees.count)
    var fresh = training
    for _ in 0..<draws {
      let points = Wave(count: 10, noise: noise, using: &generator)
      let others = Wave(count: 100, noise: noise, using: &generator)
      for degree in degrees {
        let curve = Polynomial(degree: degree, points)
        training[degree] += curve.error(on: points) / Double(draws)
        fresh[degree] += curve.error(on: others) / Double(draws)
      }
    }
    board.draw(
      Figure(
        "The two errors part", caption: "Mean of \(draws) draws of ten points.", x: "degree",
        y: Axis("root mean squared error", range: 0...1), name: "degrees"
      ) {
        Lines(x: degrees, y: training, name: "on the ten points")
        Lines(x: degrees, y: fresh, name: "on a hundred new ones")
        Lines.horizontal(at: noise, name: "the noise", style: .dotted)
      })
    let best = degrees.min { fresh[$0] < fresh[$1] }!
    board.say(
      """
      The error on the ten points only falls; it ends at 0. The error on new points is least at \
      degree \(best): \(fresh[best], decimals: 2) there, \(fresh.last!, decimals: 2) at degree \(degrees.last!). The first curve says how well the points were learned, the \
      second what that is worth. Only the second matters, and one cannot see it without points \
      that were kept away.
      """)
    board.claim(
      "ten-points", "degree 9 on ten points: error there, and on new points",
      source: "Bishop, Pattern Recognition and Machine Learning (2006), sec. 1.1, fig. 1.5",
      published: "zero, and very large",
      measured: "\(training[9], significant: 1); \(fresh[9] / fresh[best], decimals: 1) x the best",
      gate: "below 1e-6; at least 1.5 x the best degree's",
      holds: training[9] < 1e-6 && fresh[9] >= 1.5 * fresh[best])
  }

  /// A network with many more weights than digits, nothing done against it.
  private static func watchDigits(_ board: Board) throws {
    board.say(
      """
      A network does the same, more politely. One thousand digits, 784-100-10, 79,510 weights, \
      nothing to hold it back; after each epoch we ask it about 4,000 digits that it never saw.
      """)
    var generator = RandomGenerator(seed: board.seed)
    let digits = ThousandDigits(try MNIST.load(), using: &generator)
    let learner = DigitLearner(Remedies(), using: &generator)
    let epochs = board.isQuick ? 25 : 40
    var seen: [Score] = []
    var fresh: [Score] = []
    board.progress("learning by heart", total: epochs, unit: "epochs") { tick in
      for _ in 0..<epochs {
        learner.epoch(digits.train, using: &generator)
        for (set, keep) in [(digits.train, true), (digits.test, false)] {
          let score = Score(probabilities: learner(set.images).softmax(), set.labels)
          if keep { seen.append(score) } else { fresh.append(score) }
        }
        tick()
      }
    }
    board.draw(
      Figure("A thousand digits by heart", name: "by-heart") {
        Panel("loss", x: "epoch", y: "cross-entropy") {
          Lines(x: 1...epochs, y: seen.map(\.loss), name: "training digits")
          Lines(x: 1...epochs, y: fresh.map(\.loss), name: "new digits")
        }
        Panel("metric", x: "epoch", y: "read wrongly (%)") {
          Lines(x: 1...epochs, y: seen.map { 100 * $0.error }, name: "training digits")
          Lines(x: 1...epochs, y: fresh.map { 100 * $0.error }, name: "new digits")
        }
      })
    let lowest = fresh.indices.min { fresh[$0].loss < fresh[$1].loss }!
    board.say(
      """
      The loss on new digits is least after epoch \(lowest + 1) \
      (\(fresh[lowest].loss, decimals: 3)) and then climbs to \(fresh.last!.loss, decimals: 3). \
      The share of misread digits does not climb with it: \(fresh[lowest].error, percent: 1) \
      there, \(fresh.last!.error, percent: 1) at the end. Metric and loss disagree, because the \
      network does not err more often. It only becomes too sure of its errors.
      """)
  }
}

extension Points {
  /// The points of a wave.
  fileprivate init(_ wave: Wave) { self.init(x: wave.x, y: wave.y) }
}
