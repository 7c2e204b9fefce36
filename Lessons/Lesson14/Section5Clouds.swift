import Datasets
import Experiments
import LessonKit
import MiniTensor

extension Lesson14 {
  /// The variational autoencoder, and the one case in which its bound is known exactly.
  static func makeClouds(_ board: Board) throws {
    board.section("Codes as clouds")
    board.say(
      """
      Could a decoder imagine? Throw dice for a code and decode it. But an autoencoder's codes lie \
      wherever training put them, with gaps between, and nobody knows what the decoder says in a \
      gap. In 2013 Diederik Kingma and Max Welling, and at the same time Danilo Rezende and his \
      colleagues, made the codes clouds. The encoder says a centre mu and a width s for each \
      number; the decoder gets a point of that cloud. And all clouds together are pulled towards \
      one place, the normal distribution N(0, 1):
      """)
    board.formula(
      """
      z    = mu + s e,  e ~ N(0, 1)      chance from outside: gradients pass
      KL   = 1/2 sum of (mu^2 + s^2 - 1 - log s^2)
      ELBO = E log p(x given z) - KL(N(mu, s^2), N(0, 1))  <=  log p(x)
      """)
    board.say(
      """
      The ELBO (evidence lower bound) is a floor under log p(x), the likelihood of the data. Is it \
      a good one? Take a straight encoder and a straight decoder. Then the model is probabilistic \
      PCA, whose best likelihood Tipping and Bishop wrote down in 1999. At its best the bound \
      must touch it. Wine, a code of 2, trained by drawing codes like any other:
      """)
    let wine = try Wine.load()
    let x = Standardizer(fitting: wine.features)(wine.features)
    let pca = PrincipalComponents(fitting: x)
    let ceiling = ProbabilisticPCA(pca, codeSize: 2)
    let epochs = board.isQuick ? 1500 : 4000
    let rate = Float(board.setting("cloud-rate"))
    let runs = board.progress("three linear VAEs", total: 3 * 10, unit: "looks") { tick in
      concurrently(3, seed: board.seed, tick: { tick() }) { _, generator, tick in
        linearRun(x, pca, epochs, learningRate: rate, using: &generator, tick: tick)
      }
    }
    show(runs, ceiling, board)
  }

  /// One linear VAE on its way up.
  struct LinearRun: Sendable {
    var epochs: [Int] = []
    var bounds: [Double] = []
    var noiseVariance = 0.0
    /// How nearly each decoded axis points along a principal direction, 1 when it does.
    var alignment: [Double] = []
  }

  private static func linearRun(
    _ x: Tensor, _ pca: PrincipalComponents, _ epochs: Int, learningRate: Float,
    using generator: inout RandomGenerator, tick: () -> Void
  ) -> LinearRun {
    let model = VariationalAutoencoder(
      columns: x.shape[1], codeSize: 2, hiddenSizes: [], .tanh, .linear, using: &generator)
    var run = LinearRun()
    model.learn(
      x, epochs: epochs, batchSize: x.shape[0], learningRate: learningRate, using: &generator
    ) { epoch in
      if epoch % (epochs / 100) == 0 || epoch == epochs - 1 {
        run.epochs.append(epoch + 1)
        run.bounds.append(model.exactLinearBound(x))
      }
      if epoch % (epochs / 10) == 0 { tick() }
    }
    run.noiseVariance = Double(model.logNoise.value.exp().scalar)
    let axes = model.decoder.parameters[0].value  // [2, columns]
    run.alignment = (0..<2).map { index in
      let axis = axes.row(index) / axes.row(index).squared().sum().squareRoot()
      return Double(matmul(pca.directions, axis).abs().max())
    }
    return run
  }

  private static func show(_ runs: [LinearRun], _ ceiling: ProbabilisticPCA, _ board: Board) {
    board.draw(
      Figure(
        "The bound climbs to the ceiling", x: .logarithmic("epoch"),
        y: Axis("nats a wine", range: (ceiling.logLikelihood - 6)...(ceiling.logLikelihood + 1)),
        name: "bound"
      ) {
        for run in runs { Lines(x: run.epochs, y: run.bounds, colour: 0) }
        Lines.horizontal(at: ceiling.logLikelihood, name: "log-likelihood of pPCA", colour: 1)
      })
    let worst = runs.map { abs($0.bounds.last! / ceiling.logLikelihood - 1) }.max()!
    let alignment = runs.flatMap(\.alignment).min()!
    let noises = runs.map(\.noiseVariance)
    board.say(
      """
      It does, to \(100 * worst, significant: 1) %. The learned noise sigma^2 is \(noises, decimals: 3); \
      theory says \(ceiling.noiseVariance, decimals: 3), the mean of the discarded eigenvalues. \
      And remember section 1: the straight autoencoder found the plane but no axes. A cloud whose \
      numbers are independent cannot be turned freely, so the axes matter now, and they are the \
      principal directions themselves (cosine at least \(alignment, decimals: 3)).
      """)
    let highest = runs.flatMap(\.bounds).max()!
    board.claim(
      "linear-vae", "linear VAE on wine: its ELBO against the log-likelihood of pPCA",
      source: "Lucas et al., NeurIPS 2019", published: "equal at the optimum",
      measured: """
        \(runs[0].bounds.last!, decimals: 3) against \(ceiling.logLikelihood, decimals: 3); \
        worst of 3 runs \(100 * worst, significant: 1) % off
        """,
      gate: "within 1 %", holds: worst <= 0.01)
    board.claim(
      "never-above", "and on the whole way up it is never above",
      source: "Kingma and Welling, ICLR 2014", published: "a lower bound",
      measured: "highest \(highest, decimals: 4), ceiling \(ceiling.logLikelihood, decimals: 4)",
      gate: "at most the ceiling (+ 1e-4 for rounding)",
      holds: highest <= ceiling.logLikelihood + 1e-4)
  }
}
