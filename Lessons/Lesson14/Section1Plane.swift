import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// A straight autoencoder finds the plane of the principal components, whatever its seed.
  static func findThePlane(_ board: Board) throws {
    board.section("A narrow door")
    board.say(
      """
      An autoencoder learns without labels. It reads a row, squeezes it into a code of a few \
      numbers, and must rebuild the row from the code alone. Whatever the code forgets is lost; so \
      it had better keep what matters most. The smallest one has two matrices and no bend:
      """)
    board.formula(
      """
      code = x E      x^ = code D      L = mean of |x^ - x|^2 over the rows
      """)
    board.say(
      """
      Statistics has known the best straight code since 1901. Principal component analysis (PCA) \
      looks for the directions in which the rows vary most: the eigenvectors of their covariance. \
      What it loses is the sum of the eigenvalues it leaves out. Pierre Baldi and Kurt Hornik \
      proved in 1989 that the network has this one minimum and no other; every other flat place \
      is a saddle. Two tables, standardised column by column, ten random beginnings each:
      """)
    let wine = try Wine.load()
    let cancer = try BreastCancer.load()
    let trials = [
      try straightTrial("wine", wine, board), try straightTrial("breast cancer", cancer, board),
    ]
    show(trials, board)
    claimPlane(trials, board)
  }

  /// Ten straight autoencoders on one table.
  struct StraightTrial: Sendable {
    let name: Text
    /// The sum of the eigenvalues that are left out: no straight code loses less.
    let floor: Double
    let leftOut: Int
    /// For each seed L after each step that is shown.
    var curves: [[Double]] = []
    /// One that begins on a saddle: on directions 1 and 3.
    var saddle: [Double] = []
    var saddleLoss: Double
    var angles: [Double] = []
    var firstAxes: [[Float]] = []

    var excesses: [Double] { curves.map { $0.last! / floor - 1 } }
    var converged: Int { excesses.count { abs($0) <= 1e-3 } }
  }

  private static let codeSize = 2
  private static let steps = 4000
  private static let interval = 20

  private static func straightTrial(
    _ name: Text, _ table: LabelledSet, _ board: Board
  ) throws -> StraightTrial {
    let x = Standardizer(fitting: table.features)(table.features)  // [rows, columns]
    let columns = x.shape[1]
    let pca = PrincipalComponents(fitting: x)
    let variances = pca.variances.scalars.map(Double.init)
    var trial = StraightTrial(
      name: name, floor: variances[codeSize...].reduce(0, +), leftOut: columns - codeSize,
      saddleLoss: variances[1] + variances[3...].reduce(0, +))
    let rate = 0.1 / Float(columns)

    /// Trains one and notes its loss.
    @Sendable func train(_ network: LinearAutoencoder) -> (LinearAutoencoder, [Double]) {
      var network = network
      var curve: [Double] = []
      for step in 0...steps {
        if step % interval == 0 { curve.append(network.loss(x)) }
        network.step(x, learningRate: rate)
      }
      return (network, curve)
    }
    let results = board.progress("ten seeds", total: 11, unit: "networks") { tick in
      concurrently(11, seed: board.seed, tick: { tick() }) { number, generator, tick in
        defer { tick() }
        if number == 10 {
          // Begins on directions 1 and 3, a millionth beside the saddle.
          let axes = pca.directions.rows([0, 2])
          let nudge = Tensor.normal(axes.shape, standardDeviation: 1e-6, using: &generator)
          return train(LinearAutoencoder(encoder: axes.transposed(), decoder: axes + nudge))
        }
        return train(
          LinearAutoencoder(columns: columns, codeSize: codeSize, using: &generator))
      }
    }
    for (network, curve) in results[..<10] {
      trial.curves.append(curve)
      trial.angles.append(network.angle(to: pca))
      trial.firstAxes.append(network.decoder.row(0).scalars)
    }
    trial.saddle = results[10].1
    return trial
  }

  private static func show(_ trials: [StraightTrial], _ board: Board) {
    let shown = stride(from: 0, through: steps, by: interval)
    board.draw(
      Figure(
        "Ten beginnings, one end",
        caption: "Loss above the floor, as a share of it; the dashed line is the gate.",
        name: "floor"
      ) {
        for trial in trials {
          Panel(
            trial.name, x: Axis("step", range: 0...2000),
            y: Axis("L / floor - 1", range: 1e-7...10, isLogarithmic: true)
          ) {
            for curve in trial.curves {
              Lines(x: shown, y: curve.map { above($0, trial) }, style: .faint, colour: 0)
            }
            Lines(
              x: shown, y: trial.saddle.map { above($0, trial) }, name: "from a saddle", colour: 1)
            Lines.horizontal(at: 1e-3, colour: 2)
          }
        }
      })
    board.table(
      ["table", "left out", "their eigenvalues", "ten networks", "angle to the plane"],
      trials.map { trial in
        let last = trial.curves.map { $0.last! }
        return [
          trial.name, "\(trial.leftOut) directions", "\(trial.floor, decimals: 4)",
          "\(last.min()!, decimals: 4) to \(last.max()!, decimals: 4)",
          "at most \(trial.angles.max()!, decimals: 2) degrees",
        ]
      })
    let wine = trials[0]
    board.say(
      """
      All ends are alike, and the floor is where the eigenvalues say. The orange run began on the \
      principal directions 1 and 3, where the gradient is zero and the loss \
      \(wine.saddleLoss, decimals: 2) for wine; beside it by a millionth, it stayed for a while \
      and then slid down. One thing is not decided: the network finds the *plane*, not the axes in \
      it. Turn and stretch the code by any matrix A, undo it in the decoder, and nothing has \
      changed. Section 5 comes back to that.
      """)
  }

  /// How far above the floor; rounding decides below a ten-millionth.
  private static func above(_ loss: Double, _ trial: StraightTrial) -> Double {
    Swift.max(loss / trial.floor - 1, 1e-7)
  }

  private static func claimPlane(_ trials: [StraightTrial], _ board: Board) {
    let worst = trials.map { $0.excesses.map(abs).max()! }
    board.claim(
      "linear-is-pca", "linear autoencoder: its loss against the discarded eigenvalues",
      source: "Baldi and Hornik, Neural Networks 2 (1989)", published: "equal: the theorem",
      measured: """
        wine \(trials[0].converged) of 10, farthest \(worst[0], significant: 1); \
        cancer \(trials[1].converged) of 10, \(worst[1], significant: 1)
        """,
      gate: "relative 1e-3, 10 of 10 seeds", holds: trials.allSatisfy { $0.converged == 10 })
    let angle = trials.flatMap(\.angles).max()!
    board.claim(
      "same-plane", "and the plane it draws on is that of the first two components",
      source: "Baldi and Hornik, Neural Networks 2 (1989)", published: "the same plane",
      measured: "at most \(angle, decimals: 2) degrees apart", gate: "within 1 degree",
      holds: angle <= 1)
  }
}
