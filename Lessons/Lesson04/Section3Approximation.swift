import Foundation
import LessonKit
import MiniTensor

extension Lesson04 {
  /// The curve that the hidden layers of this section follow: a slow wave with a fast one on top.
  private static func curve(_ x: Float) -> Float {
    sin(2 * .pi * x) + sin(6 * .pi * x) / 3
  }

  /// The largest |f''| of the curve: (2 pi)^2 + (6 pi)^2 / 3.
  private static let bend = 16 * Float.pi * Float.pi

  private static let widths = [4, 8, 16, 32, 64, 128, 256]

  /// One hidden layer follows any curve: its weights are read off, not learned.
  static func followACurve(_ board: Board) {
    board.section("One hidden layer follows any curve")
    board.say(
      """
      Take a ReLU that wakes at 1/m, another at 2/m, and so on. Each adds a slope from its place \
      onwards; choose the slopes so that the sum runs from point to point of a curve you like. \
      Or take sigmoids: each is a soft stair, and a staircase follows the curve too. In 1989 \
      Cybenko, and Hornik, Stinchcombe and White proved it for any continuous function of any \
      number of inputs: one hidden layer comes as close as you wish, if it is wide enough.
      """)
    board.formula(
      """
      f(x) ~ f(0) + sum_i w_i relu(x - i/m)           w_i: bend at i/m
      f(x) ~ f(0) + sum_i w_i sigmoid(6m (x - c_i))   w_i: climb of stair i
      """)

    let grid = Tensor.linspace(from: 0, through: 1, count: 2001)
    let truth = grid.map(curve)
    func answers(_ network: MultilayerPerceptron) -> Tensor {
      network(grid.reshaped(2001, 1)).flattened()
    }
    let hinges = widths.map { OneHiddenLayer.ofHinges(following: curve, width: $0) }
    let steps = widths.map { OneHiddenLayer.ofSteps(following: curve, width: $0) }
    let hingeErrors = hinges.map { (answers($0) - truth).abs().max() }
    let stepErrors = steps.map { (answers($0) - truth).abs().max() }
    let bounds = widths.map { bend / (8 * Float($0 * $0)) }

    board.draw(
      Figure("One hidden layer, wider and wider", name: "approximation") {
        Panel("hinges: a broken line", x: "x", y: "f(x)") {
          Lines(x: grid.scalars, y: truth.scalars, name: "the curve", style: .dotted)
          for (index, width) in widths.enumerated().prefix(2) {
            Lines(x: grid.scalars, y: answers(hinges[index]).scalars, name: "\(width) ReLUs")
          }
        }
        Panel("steps: a soft staircase", x: "x", y: "f(x)") {
          Lines(x: grid.scalars, y: truth.scalars, name: "the curve", style: .dotted)
          for index in [0, 2] {
            Lines(
              x: grid.scalars, y: answers(steps[index]).scalars, name: "\(widths[index]) sigmoids")
          }
        }
        Panel("eight stairs, one by one", x: "x", y: "w sigmoid(...)") {
          for (number, stair) in stairs(of: steps[1], on: grid).enumerated() {
            Lines(x: grid.scalars, y: stair, colour: number)
          }
        }
        Panel(
          "width against error", x: .logarithmic("hidden units"), y: .logarithmic("largest error")
        ) {
          Lines(x: widths, y: hingeErrors, name: "ReLUs")
          Lines(x: widths, y: stepErrors, name: "sigmoids")
          Lines(x: widths, y: bounds, name: "bound for ReLUs", style: .dotted)
        }
      })
    board.table(
      ["hidden units m", "ReLUs miss by", "at most M / (8 m^2)", "sigmoids miss by"],
      widths.indices.map { i in
        [
          "\(widths[i])", "\(hingeErrors[i], significant: 2)", "\(bounds[i], significant: 2)",
          "\(stepErrors[i], significant: 2)",
        ]
      })
    board.say(
      """
      M is the largest |f''|, the rate at which the slope of the curve changes; the chapter derives \
      the bound. Twice as many hinges make the error four times smaller; the staircase halves it. The theorem \
      says that such weights exist. It does not say how many it takes - in many dimensions \
      fearfully many - nor how to find them when nobody gives you the formula of the curve.
      """)

    let underBound = zip(hingeErrors, bounds).allSatisfy { $0 <= $1 }
    board.claim(
      "hinges-approximate", "m ReLUs follow a curve with |f''| <= M within M / (8 m^2)",
      source: "Cybenko 1989; Hornik, Stinchcombe and White 1989; bound: chapter",
      published: "as close as you wish",
      measured: "off by \(hingeErrors.last!, significant: 2) at m = \(widths.last!)",
      gate: "within the bound at every m", holds: underBound)
    let falling = zip(stepErrors, stepErrors.dropFirst()).allSatisfy { $1 < $0 }
    board.claim(
      "steps-approximate", "sigmoid stairs come closer with every doubling",
      source: "Cybenko, Math. of Control, Signals and Systems 2 (1989), theorem 2",
      published: "as close as you wish",
      measured: "off by \(stepErrors.last!, significant: 2) at m = \(widths.last!)",
      gate: "falling from each m to the next, below 0.01 at \(widths.last!)",
      holds: falling && stepErrors.last! < 0.01)
  }

  /// What each hidden neuron adds to the answer: its own answer times its output weight.
  private static func stairs(of network: MultilayerPerceptron, on grid: Tensor) -> [[Float]] {
    let hidden = network.layers[0](grid.reshaped(grid.count, 1))  // [points, neurons]
    let added = hidden * network.layers[1].weights.flattened()
    return (0..<added.shape[1]).map { added.column($0).scalars }
  }
}
