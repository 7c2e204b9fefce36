import LessonKit
import MiniTensor

extension Lesson11 {
  /// A landscape with a cliff, and why one takes short steps there.
  static func fallOffTheCliff(_ board: Board) {
    board.section("The cliff, and a leash")
    board.say(
      """
      How does an exploding gradient look? Take one unit with two weights: h <- tanh(u h + b), \
      thirty times, from 0.5. It shall end at 0.4. Two weights make a landscape that one can draw.
      """)
    board.formula(
      """
      clip:   g <- g * limit / |g|     if |g| > limit
      """)
    let free = Cliff.walk(fromU: 1.6, b: 0, clippedTo: nil)
    let leash = Float(board.setting("leash"))
    let leashed = Cliff.walk(fromU: 1.6, b: 0, clippedTo: leash)
    board.draw(
      Figure(
        "Thirty steps of one unit, and two walks downhill",
        caption: """
          Small losses are blue, large ones orange. The walk without a leash ends far above the \
          picture.
          """,
        x: Axis("u", range: 0.5...1.8), y: Axis("b", range: -0.4...0.6), name: "cliff"
      ) {
        Region(values: { u, b in Cliff.loss(u: u, b: b).loss.squareRoot() }, range: 0...1)
        Lines(path: free.places, name: "as the gradient says", style: .dashed, colour: 1)
        Lines(path: leashed.places, name: "clipped to length \(leash)", colour: 2)
      })
    board.say(
      """
      There is a cliff: on one side the unit settles high, on the other it falls to minus 1, and \
      thirty steps make the passage from one to the other as steep as a wall. The first walk meets it, gets a gradient of \
      \(10 * free.longestStep, decimals: 0), and is thrown to u = \(free.places.last![0], decimals: 1), \
      b = \(free.places.last![1], decimals: 1): a plain where tanh is flat and no slope leads back. Its loss stays \
      \(free.losses.last!, decimals: 2). The second walk has a leash: a gradient longer than \(leash) keeps its direction, \
      but counts as \(leash). It ends at \(leashed.losses.last!, significant: 1).
      """)
    var generator = RandomGenerator(seed: board.seed(of: "cliff"))
    let starts = (0..<200).map { _ in
      (u: generator.uniform(in: 1.2...2), b: generator.uniform(in: -0.1...0.1))
    }
    let arrivals = [nil, leash].map { (limit: Float?) in
      starts.count { Cliff.walk(fromU: $0.u, b: $0.b, clippedTo: limit).arrives }
    }
    board.table(
      ["200 walks from random starts near the cliff", "arrive at 0.4 +- 0.1"],
      [
        ["as the gradient says", "\(arrivals[0])"],
        ["clipped to length \(leash)", "\(arrivals[1])"],
      ])
    board.say(
      """
      That is all that clipping is: a leash. It does not find a better direction, it only refuses \
      to believe in steep places farther than they reach. It helps against exploding gradients. \
      Against vanishing ones it does nothing; for those lesson 12 has another idea.
      """)
    board.claim(
      "clipping", "near a cliff more walks arrive when gradients are clipped",
      source: "Pascanu, Mikolov, Bengio, ICML 2013, the idea; this example is ours",
      published: "clipping helps",
      measured: "\(arrivals[1]) against \(arrivals[0]) of 200", gate: "at least 20 more",
      holds: arrivals[1] >= arrivals[0] + 20)
  }
}
