import LessonKit

extension Lesson07 {
  /// Eight rules, three landscapes, and the best rate for each.
  static func race(_ board: Board) {
    board.section("The race")
    board.say(
      """
      Backpropagation gives the slope g of the loss for every weight. The oldest rule takes a \
      step against it, and the learning rate eta says how long. In a ditch that rule zigzags: the \
      rate that suits the steep walls is far too small for the gentle floor. Two ideas help. \
      Remember where you were going: momentum. Remember how steep it was: divide by it. Adam does \
      both.
      """)
    board.formula(
      """
      SGD        w <- w - eta g
      momentum   v <- 0.9 v + g               w <- w - eta v
      Nesterov   v <- 0.9 v + g               w <- w - eta (g + 0.9 v)
      Adagrad    s <- s + g^2                 w <- w - eta g / sqrt(s)
      RMSProp    s <- 0.99 s + 0.01 g^2       w <- w - eta g / sqrt(s)
      Adadelta   as RMSProp; eta is the running size of its own steps
      Adam       m <- 0.9 m + 0.1 g           m^ = m / (1 - 0.9^t)
                 v <- 0.999 v + 0.001 g^2     v^ = v / (1 - 0.999^t)
                                              w <- w - eta m^ / sqrt(v^)
      AdamW      as Adam, and also            w <- w - eta 0.01 w
      """)

    let steps = 2000
    let surfaces: [Surface] = [.ditch, .pass, .beale, .turnedDitch]
    let runs = surfaces.map { surface in Racer.all.map { $0.best(on: surface, steps: steps) } }
    for (surface, runs) in zip(surfaces, runs).prefix(3) { draw(surface, runs, board) }
    board.draw(film(surfaces[0], runs[0]))
    board.table(
      ["rule"] + surfaces.map(\.title),
      Racer.all.indices.map { place -> [Text] in
        [Racer.all[place].name] + runs.map { Racer.all[place].result($0[place]) }
      },
      title: """
        Steps until the point stays within 0.05 of the valley, each rule with the best of \
        \(Racer.rates.count) rates:
        """)
    let (descent, momentum, adam) = (runs[0][0], runs[0][1], runs[0][6])
    board.say(
      """
      Nobody wins everywhere. Along the ditch momentum needs \(momentum.steps) steps where plain \
      descent needs \(descent.steps). On the saddle the start is almost level sideways: who \
      divides by the steepness leaves at once. Adam rolls far past the valley and back \
      (\(adam.steps) steps), for it is a ball too. AdamW never quite arrives at Beale's valley: its \
      decay pulls it towards zero. That is its task.
      """)
    board.say(
      """
      Two things to be careful with. In a ditch along an axis, Adagrad and RMSProp look like \
      magic: each weight has its own rate, and so the ditch becomes a bowl. Turn the ditch by 45 \
      degrees (last column) and the magic is gone. And every rule got the best of its rates, on \
      landscapes where a try costs nothing.
      """)
    claimSamePaths(surfaces, runs, board)
  }

  private static func draw(_ surface: Surface, _ runs: [Racer.Run], _ board: Board) {
    let shown = 300
    func panel(_ title: Text, _ racers: Range<Int>) -> Panel {
      Panel(
        title, x: Axis("w1", range: surface.x), y: Axis("w2", range: surface.y)
      ) {
        Contours(count: 9, surface.height)
        for racer in racers {
          Lines(
            path: Array(runs[racer].path.prefix(shown)),
            name: Racer.all[racer].name)
        }
        Points(
          [surface.start] + surface.valleys,
          labels: ["start"] + surface.valleys.map { _ -> Text in "valley" })
      }
    }
    board.draw(
      Figure(
        "The race: \(surface.title)", caption: "The first \(shown) steps on the level lines.",
        name: "race-\(surface.title.english)"
      ) {
        panel("no memory of steepness", 0..<3)
        panel("divided by steepness", 3..<8)
      })
  }

  /// Four of the rules on the level lines, step by step.
  private static func film(_ surface: Surface, _ runs: [Racer.Run]) -> Film {
    let racers = [0, 1, 5, 6]  // SGD, momentum, RMSProp, Adam
    // Half of the race is over after twenty steps.
    let steps = [
      0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22, 26, 30, 36, 42, 50, 60, 72, 86, 104, 128, 160,
      200,
    ]
    return Film(
      "The race downhill: \(surface.title)",
      caption: "Each rule with the best of its rates; the mark is where it is.",
      over: steps, label: { "step \($0)" },
      x: Axis("w1", range: surface.x), y: Axis("w2", range: surface.y), name: "film-race"
    ) { step in
      Contours(count: 9, surface.height)
      for (hue, racer) in racers.enumerated() {
        Lines(
          path: Array(runs[racer].path.prefix(step + 1)),
          name: Racer.all[racer].name, colour: hue)
      }
      Points(
        surface.valleys, group: surface.valleys.map { _ in 6 },
        labels: surface.valleys.map { _ -> Text in "valley" })
      Points(racers.map { runs[$0].path[step] }, group: Array(racers.indices))
    }
  }

  /// The rules of this lesson against the library's, step by step.
  private static func claimSamePaths(
    _ surfaces: [Surface], _ runs: [[Racer.Run]], _ board: Board
  ) {
    let steps = 200
    var largest: Float = 0
    for (surface, runs) in zip(surfaces, runs) {
      for (racer, run) in zip(Racer.all, runs) {
        let path = racer.libraryPath(on: surface, learningRate: run.rate, steps: steps)
        for (own, library) in zip(run.path, path) {
          for i in 0..<2 {
            let gap = abs(own[i] - library[i])
            largest = gap.isNaN ? .infinity : max(largest, gap)
          }
        }
      }
    }
    board.claim(
      "same-path", "the few lines of each rule walk as the library's optimizers do",
      source: "the eight papers; MiniTensor with slopes from its engine",
      published: "the same path",
      measured: "at most \(largest, significant: 2) apart in \(steps) steps",
      gate: "all \(surfaces.count * Racer.all.count) paths within 0.001", holds: largest < 0.001)
  }
}
