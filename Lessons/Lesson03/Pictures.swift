import LessonKit

/// The pictures of the lesson.
extension Lesson03 {
  /// The four cases as corners of a square: "and" has a dividing line, XOR has crossing diagonals.
  static func twoQuestions() -> Figure {
    let and = ThresholdUnit(weights: [2, 2], bias: -3)
    return Figure(
      "One straight line",
      caption: """
        One line parts the answers of "and". With XOR, the line that joins the two 1s crosses the \
        line that joins the two 0s. The crossing would have to lie on both sides of any dividing \
        line.
        """, name: "one-straight-line"
    ) {
      Panel("and", x: square("x1"), y: square("x2"), aspect: .equal) {
        Region { x, y in Int(and([x, y])) }
        corners(answers: [0, 0, 0, 1])
      }
      Panel("xor", x: square("x1"), y: square("x2"), aspect: .equal) {
        Lines(path: [[0, 1], [1, 0]], style: .dashed, colour: 1)
        Lines(path: [[0, 0], [1, 1]], style: .dashed, colour: 0)
        corners(answers: TruthTable.xor.answers)
      }
    }
  }

  /// The way of the weights from a far start into the circle.
  static func pathOfWeights(_ cycle: Cycle) -> Figure {
    let rounds = (0..<4).flatMap { _ in cycle.path }
    let history = cycle.approach + rounds
    let circle = [cycle.path[cycle.path.count - 1]] + cycle.path
    return Figure(
      "Into the circle",
      caption: """
        XOR from the weights \(cycle.approach[0]). After \(cycle.epochsBefore) epochs and \
        \(cycle.approach.count - 1) corrections the perceptron is on a circle of \(cycle.path.count), \
        and stays there.
        """, name: "into-the-circle"
    ) {
      Panel(
        "the path of w1 and w2", x: .range(-1...10, "w1"), y: .range(-7...0, "w2"), aspect: .equal
      ) {
        Lines(
          path: cycle.approach.map { [$0[0], $0[1]] }, name: "the way", colour: 0)
        Lines(path: circle.map { [$0[0], $0[1]] }, name: "the circle", colour: 1)
      }
      Panel("correction by correction", x: "corrections", y: "weight") {
        Lines(
          x: history.indices, (0..<3).map { column in history.map { $0[column] } },
          names: ["w1", "w2", "b"])
        Lines.vertical(at: cycle.approach.count - 1, name: "the circle begins")
      }
    }
  }

  /// The four cases before the hidden layer and after it.
  static func twoPlanes(_ network: ThresholdNetwork) -> Figure {
    Figure(
      "The hidden layer folds the plane",
      caption: """
        In the plane of the inputs the output fires in a strip between two lines, one for each \
        hidden unit. In the plane of the hidden units 01 and 10 have become one point, and one \
        line is enough.
        """, name: "two-planes"
    ) {
      Panel("the inputs", x: square("x1"), y: square("x2"), aspect: .equal) {
        Region { x, y in Int(network([x, y])) }
        corners(answers: TruthTable.xor.answers)
      }
      Panel("the hidden units", x: square("h1"), y: square("h2"), aspect: .equal) {
        Region { x, y in Int(network.output([x, y])) }
        Points(
          x: [0, 1, 1], y: [0, 0, 1], group: [0, 1, 0], names: ["answer 0", "answer 1"],
          labels: ["00", "01 and 10", "11"])
      }
    }
  }

  /// What the hidden units of the parity network do for each number of ones.
  static func counters(inputCount: Int, missing: Int) -> Figure {
    let network = ThresholdNetwork.parity(inputCount, missing: missing)
    let codes = (0...inputCount).map { ones in
      let inputs = (0..<inputCount).map { $0 < ones ? Float(1) : 0 }
      return network.hiddenCode(inputs) + [network(inputs)]
    }
    let signs = network.output.weights.map { $0 > 0 ? "+" : "-" }
    return Figure(
      "A layer that counts",
      caption: """
        Each row is a number of ones among \(inputCount) inputs. The hidden units fill up like a \
        thermometer; the output adds them with the signs above, and fires in every second row.
        """, x: "the hidden units, then the output",
      y: "ones among the inputs", name: "a-layer-that-counts"
    ) {
      HeatMap(
        codes, rows: (0...inputCount).map { "\($0)" },
        columns: signs.enumerated().map { "\($0.element)h\($0.offset + 1)" } + ["y"],
        showsValues: true, range: 0...1)
    }
  }

  /// The four drawings that are XOR in ink.
  static func fourDrawings(_ drawings: [BarDrawing]) -> Figure {
    Figure(
      "In one piece?",
      caption: "The middle bar joins the upper or the lower one, at either end.",
      name: "in-one-piece"
    ) {
      ImageGrid(
        drawings.map { $0.pixels.flatMap { $0 } }, width: drawings[0].pixels[0].count,
        captions: drawings.map { $0.isConnected ? "one piece" : "two pieces" }, columns: 2)
    }
  }

  /// The corners of the square, marked with their answers.
  private static func corners(answers: [Int]) -> Points {
    let inputs = TruthTable.inputs(2)
    return Points(
      x: inputs.map { $0[0] }, y: inputs.map { $0[1] }, group: answers,
      names: ["answer 0", "answer 1"], labels: ["00", "01", "10", "11"])
  }

  private static func square(_ label: Text) -> Axis {
    Axis(label, range: -0.5...1.5, ticks: [0, 1])
  }
}
