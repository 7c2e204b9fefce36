import Foundation
import LessonKit

extension Lesson15 {
  /// The Dirac-GAN: why gradient steps need not lead to the end of the game.
  static func goRoundInCircles(_ board: Board) {
    board.section("Round and round")
    board.say(
      """
      Two players who both walk downhill, each on its own hill: do they arrive? Take the smallest \
      GAN there is. All real numbers are 0. The forger has one number theta, its forgery. The \
      detective has one weight psi and says sigmoid(psi x). The end of the game is (0, 0).
      """)
    board.formula(
      """
      V     =  f(0) + f(-theta psi)        f(t) = log sigmoid(t)
      theta <- theta + h f'(-theta psi) psi
      psi   <- psi - h f'(-theta psi) theta
      """)
    board.say(
      """
      The detective wants a low score at the forgery, the forger a high one. \
      Near the end f' is a half, and the two lines are a rotation by about h / 2 with a stretch: \
      (theta, psi) is multiplied by the matrix (1, h/2; -h/2, 1), whose eigenvalues 1 +- i h/2 \
      have the size sqrt(1 + h^2 / 4). So steps taken at the same moment lead away from the end, \
      however small h is. In turns the determinant is 1: round and round for ever. Mescheder's \
      cure R1 wants the detective flat where the data are: it adds gamma / 2 psi^2 to its loss.
      """)
    drawSpirals(board)
    let growing = claimGrowth(board)
    claimTurns(board)
    claimPenalty(board)
    board.table(
      ["h", "a step, theory", "a step, here"],
      growing.map {
        ["\($0.rate)", "\($0.theory, decimals: 6)", "\($0.measured, decimals: 6)"]
      }, title: "Both at once, from very near the end:")
    board.say(
      """
      Real GANs have millions of weights, but near the end the same picture lies in them: a \
      rotation that no smaller learning rate removes. What helps in practice is friction: \
      penalties such as R1, a lower momentum, learning rates that fall.
      """)
  }

  private static func drawSpirals(_ board: Board) {
    let start = DiracGAN(theta: 1, psi: 0)
    let (rate, penalty) = (board.setting("rate"), board.setting("penalty"))
    let paths: [(Text, [DiracGAN])] = [
      ("at once", DiracGAN.path(from: start, steps: 200) { $0.stepTogether(rate: rate) }),
      ("in turn", DiracGAN.path(from: start, steps: 200) { $0.stepInTurn(rate: rate) }),
      (
        "at once, R1 with gamma = \(penalty)",
        DiracGAN.path(from: start, steps: 200) { $0.stepTogether(rate: rate, penalty: penalty) }
      ),
    ]
    board.draw(
      Figure(
        "The Dirac-GAN, h = \(rate), 200 steps from (1, 0)", x: "theta, the forgery",
        y: "psi, the detective", aspect: .equal, name: "dirac"
      ) {
        for (name, path) in paths {
          Lines(x: path.map(\.theta), y: path.map(\.psi), name: name)
        }
        Points(x: [0.0], y: [0.0])
      })
  }

  private static let mescheder: Text =
    "Mescheder, Geiger, Nowozin, ICML 2018, sec. 2-4 and appendix"

  /// So near the end that f' is a half to the last digit.
  private static let beginning = DiracGAN(theta: 1e-9, psi: 0)

  private static func claimGrowth(
    _ board: Board
  ) -> [(rate: Double, theory: Double, measured: Double)] {
    let growing = [0.05, 0.2, 0.5, 1].map { rate in
      let path = DiracGAN.path(from: beginning, steps: 80) { $0.stepTogether(rate: rate) }
      return (
        rate: rate, theory: (1 + rate * rate / 4).squareRoot(),
        measured: DiracGAN.growth(of: path)
      )
    }
    let worst = growing.map { abs($0.measured - $0.theory) }.max()!
    board.claim(
      "dirac-grows", "Dirac-GAN, both at once: the distance grows in each step, h = 0.05 to 1",
      source: mescheder, published: "sqrt(1 + h^2 / 4): 1.1180 at h = 1",
      measured: "\(growing.last!.measured, decimals: 4) at h = 1; off by \(worst, significant: 1)",
      gate: "within 1e-3 at every h", holds: worst <= 1e-3)
    return growing
  }

  private static func claimTurns(_ board: Board) {
    let path = DiracGAN.path(from: beginning, steps: 20_000) { $0.stepInTurn(rate: 0.2) }
    let growth = DiracGAN.growth(of: path)
    let range = (path.map(\.radius).min()! / 1e-9, path.map(\.radius).max()! / 1e-9)
    board.claim(
      "dirac-turns", "Dirac-GAN, in turn, 20,000 steps: neither nearer nor farther",
      source: mescheder, published: "1 a step",
      measured: """
        \(growth, decimals: 4) a step, between \(range.0, decimals: 2) and \
        \(range.1, decimals: 2) of the start
        """,
      gate: "within 1e-3, never beyond 0.9 to 1.1",
      holds: abs(growth - 1) <= 1e-3 && range.0 >= 0.9 && range.1 <= 1.1)
  }

  private static func claimPenalty(_ board: Board) {
    let (rate, gamma) = (0.2, 0.5)
    let theory = (1 - rate * gamma + rate * rate / 4).squareRoot()
    let near = DiracGAN.path(from: beginning, steps: 2000) {
      $0.stepTogether(rate: rate, penalty: gamma)
    }
    let far = DiracGAN.path(from: DiracGAN(theta: 3, psi: 3), steps: 2000) {
      $0.stepTogether(rate: rate, penalty: gamma)
    }
    let shrinkage = DiracGAN.growth(of: near)
    board.claim(
      "dirac-r1", "Dirac-GAN with R1, h = 0.2, gamma = 0.5: it converges", source: mescheder,
      published: "sqrt(1 - h gamma + h^2 / 4) = \(theory, decimals: 4) a step",
      measured: """
        \(shrinkage, decimals: 4); from (3, 3) to \(far.last!.radius, significant: 1) in 2,000 steps
        """,
      gate: "within 1e-3, and from (3, 3) to less than 1e-3",
      holds: abs(shrinkage - theory) <= 1e-3 && far.last!.radius < 1e-3)
  }
}
