import Experiments
import Foundation
import LessonKit
import MiniTensor

extension Lesson11 {
  /// The same matrix a hundred times: what it does to a gradient.
  static func followTheGradient(_ board: Board) {
    board.section("A gradient on its way back in time")
    board.say(
      """
      Lay the loop out in time, and it is a feed-forward network with a layer for every moment \
      and the same weights in each. So backpropagation does it: walk from the last step to the \
      first and add up what each step says about W, U and b. That is backpropagation through \
      time. But look at what the walk does to the gradient:
      """)
    board.formula(
      """
      dL/dh_(t-1) = (dL/dh_t * (1 - h_t^2)) U'
      without tanh, k steps back:
      dL/dh_(t-k) = dL/dh_t (U')^k           its length goes like rho^k
      """)
    board.say(
      """
      rho is the size of the largest eigenvalue of U. Below 1 the gradient dies out, above 1 it \
      explodes, both as fast as money earns interest. We build symmetric matrices whose rho we know, \
      32 by 32, and measure the gradient of a linear network at every step of the way.
      """)
    var generator = RandomGenerator(seed: board.seed(of: "gradients"))
    let steps = 100
    let rates: [Float] = [0.9, 1, 1.1]
    let linear = rates.map { rate in
      let matrix = GradientWalk.matrix(size: 32, largest: rate, using: &generator)
      return GradientWalk.lengths(
        stateWeights: matrix, steps: steps, inputSize: 0.1, isLinear: true, using: &generator)
    }
    let radii: [Float] = [0.5, 1, 1.5, 3]
    // With tanh no formula says what comes out: many matrices, and none of them symmetric.
    let draws = 20
    let saturating = radii.map { rate in
      (0..<draws).map { _ in
        let matrix = GradientWalk.unsymmetricMatrix(size: 32, largest: rate, using: &generator)
        return GradientWalk.lengths(
          stateWeights: matrix, steps: steps, inputSize: 0.5, isLinear: false, using: &generator)
      }
    }
    board.draw(
      Figure("What arrives of a gradient of length 1", name: "gradients") {
        Panel(
          "linear", x: "steps back in time",
          y: Axis("length of dL/dh", range: 1e-6...1e5, isLogarithmic: true)
        ) {
          for (rate, lengths) in zip(rates, linear) {
            Lines(x: 0..<steps, y: lengths, name: "rho = \(rate)")
          }
        }
        Panel(
          "with tanh, median of \(draws) matrices", x: "steps back in time",
          y: Axis("length of dL/dh", range: 1e-30...1e10, isLogarithmic: true)
        ) {
          for (rate, walks) in zip(radii, saturating) {
            let medians = (0..<steps).map { step in walks.map { $0[step] }.median }
            Lines(x: 0..<steps, y: medians, name: "rho = \(rate)")
          }
        }
      })
    // After 50 steps the smaller eigenvalues have died out: 0.8^50 is 0.00001.
    let measured = linear.map { exp(log($0[99] / $0[50]) / 49) }
    board.table(
      ["rho", "measured rate a step", "in 49 steps", "rho^49"],
      zip(zip(rates, measured), linear).map { pair, lengths in
        [
          "\(pair.0)", "\(pair.1, decimals: 5)", "\(lengths[99] / lengths[50], significant: 3)",
          "\(pow(Double(pair.0), 49), significant: 3)",
        ]
      })
    board.say(
      """
      A gradient that has shrunk to a ten-thousandth says: what happened a hundred steps ago does \
      not matter. That may be wrong, but the network cannot know. tanh changes the sum: its slope \
      1 - h^2 is never above 1, and near 0 when a unit is sure. Here are \(draws) random matrices \
      for each rho, not symmetric ones, and inputs of size 0.5:
      """)
    func power(_ length: Double) -> Text { "10^\(Int(log10(length).rounded()))" }
    board.table(
      ["rho", "least", "median", "largest", "longer than at first"],
      zip(radii, saturating).map { rate, walks in
        let ends = walks.map { $0[steps - 1] }
        return [
          "\(rate)", power(ends.min()!), power(ends.median), power(ends.max()!),
          "\(ends.count { $0 > 1 }) of \(draws)",
        ]
      }, title: "What 99 steps leave of a length of 1, to the nearest power of ten")
    board.say(
      """
      Even rho = 1 dies out now. And larger weights are no cure: between dying and exploding lies \
      a narrow ridge, and every matrix has it somewhere else. Bengio, Simard and Frasconi \
      showed in 1994 that it is a dilemma: whatever stores a bit safely against noise lets \
      gradients vanish.
      """)
    let worst = zip(rates, measured).map { abs($1 / Double($0) - 1) }.max()!
    board.claim(
      "vanishing", "a linear network's gradient shrinks or grows by rho at every step",
      source: "Bengio, Simard, Frasconi, IEEE Trans. Neural Networks 5 (1994)",
      published: "geometrically; 0.9, 1, 1.1",
      measured: measured.list(decimals: 4), gate: "each within 0.1 %", holds: worst <= 1e-3)
  }
}
