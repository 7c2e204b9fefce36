import Foundation
import LessonKit
import MiniTensor

extension Lesson04 {
  /// Hundreds of coin flips, learned by heart: 2n + d weights, built and not trained.
  static func memoriseNoise(_ board: Board) {
    board.section("Any labels can be memorised")
    let (n, d) = (board.wholeSetting("points"), 20)
    board.say(
      """
      Here are \(n) random points of \(d) numbers each, with labels from a coin: +1 or -1, and \
      nothing to understand. A network with 2n + d weights gets them all right. Lay the points \
      out on a line, set one hinge between each two neighbours, and the weights follow one after \
      the other: each point has one hinge that no point before it has woken.
      """)
    board.formula(
      """
      c(x) = sum_j w_j relu(a . x - b_j)     z_i = a . x_i
      w_i  = (y_i - sum_{j < i} w_j (z_i - b_j)) / (z_i - b_i)
      with  b_1 < z_1 < b_2 < z_2 < b_3 < ...
      """)

    var generator = RandomGenerator(seed: board.seed)
    let points = (0..<n).map { _ in (0..<d).map { _ in Double(generator.uniform(in: -1...1)) } }
    let labels = (0..<n).map { _ in generator.integer(below: 2) == 0 ? -1.0 : 1.0 }
    let direction = (0..<d).map { _ in Double(generator.normal(mean: 0, standardDeviation: 1)) }
    func network(_ clearance: Double) -> Memorizer<Double> {
      Memorizer(points: points, targets: labels, direction: direction, clearance: clearance)
    }
    let (near, middle, far) = (network(0.25), network(0.5), network(0.6))

    board.draw(zigzag(near, middle, points: points, labels: labels))
    let error = largestError(middle, points, labels)
    let errorInFloat = largestError(middle.rounded(to: Float.self), points, labels)
    let rows: [(Text, Memorizer<Double>)] = [
      ("1/4 of the gap", near), ("1/2, the middle", middle), ("6/10", far),
    ]
    board.table(
      ["hinges stand at", "largest weight", "error in Double", "error in Float"],
      rows.map { place, network in
        [
          place, largestWeight(network),
          "\(largestError(network, points, labels), significant: 2)",
          "\(largestError(network.rounded(to: Float.self), points, labels), significant: 2)",
        ]
      },
      title: "\(near.weightCount, grouped: true) weights, \(n) answers: the largest error")
    board.say(
      """
      The theorem is exact; the arithmetic is not. Between two points the line may swing: set the \
      hinge at a fraction p of the gap and each slope drags -p / (1 - p) times the one before \
      along. At p = 1/4 old slopes fade; at 1/2 they march on for ever; at 6/10 they grow by half \
      at every point. Large weights must then cancel to the last digit, and a Float has seven. \
      This is called bad conditioning: the answer is right and the way to it is not.
      """)
    board.say(
      """
      And note what was learned: nothing. On a new point this network tosses a coin. Being able \
      to fit everything explains no success; lesson 08 asks what does.
      """)

    board.claim(
      "memorise", "a ReLU network with 2n + d weights gives n = \(n) coin flips, d = \(d)",
      source: "Zhang et al., Understanding deep learning ..., ICLR 2017, theorem 1",
      published: "exact fit",
      measured: "\(middle.weightCount, grouped: true) weights, off by \(error, significant: 2)",
      gate: "\(2 * n + d, grouped: true) weights, error below 1e-6 in Double",
      holds: middle.weightCount == 2 * n + d && error < 1e-6)
    board.ungatedClaim(
      "memorise-float", "the same network, its numbers rounded to Float",
      source: "Zhang et al. 2017, theorem 1", published: "exact fit",
      measured: "off by \(errorInFloat, significant: 2)",
      reason: "conditioning: large weights cancel, and a Float keeps seven digits")
  }

  private static func largestWeight(_ network: Memorizer<Double>) -> Text {
    let largest = network.weights.map(abs).max()!
    return largest < 1e9 ? "\(Int(largest), grouped: true)" : "\(largest, significant: 2)"
  }

  /// The largest distance between an answer and its label.
  private static func largestError<Number: BinaryFloatingPoint>(
    _ network: Memorizer<Number>, _ points: [[Double]], _ labels: [Double]
  ) -> Double {
    zip(points, labels).map { point, label in
      abs(Double(network(point.map(Number.init))) - label)
    }.max()!
  }

  /// The network along its line, zoomed to a dozen neighbours in the middle.
  private static func zigzag(
    _ near: Memorizer<Double>, _ middle: Memorizer<Double>, points: [[Double]], labels: [Double]
  ) -> Figure {
    let places = points.map { projection($0, on: near.direction) }
    let order = places.indices.sorted { places[$0] < places[$1] }.dropFirst(places.count / 2 - 10)
      .prefix(12)
    let (z, y) = (order.map { places[$0] }, order.map { labels[$0] })
    func line(_ network: Memorizer<Double>) -> (x: [Double], y: [Double]) {
      let corners = (z + network.hinges.filter { (z.first!...z.last!).contains($0) }).sorted()
      return (corners, corners.map(network.answer(at:)))
    }
    let (calm, wild) = (line(near), line(middle))
    return Figure(
      "A dozen of the \(points.count) points, learned by heart",
      caption: "Both lines go through every point; between the points they do as they please.",
      x: "place on the line, a . x", y: Axis("answer", range: -4...4), name: "memorise"
    ) {
      Lines(x: wild.x, y: wild.y, name: "hinges in the middle", style: .dotted)
      Lines(x: calm.x, y: calm.y, name: "hinges at 1/4")
      Points(x: z, y: y, group: y.map { $0 > 0 ? 1 : 0 }, names: ["label -1", "label +1"])
    }
  }
}
