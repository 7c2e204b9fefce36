import Foundation

/// The smallest GAN: one real number, 0; one forgery, theta; a judge with one weight, psi.
///
/// The judge says sigmoid(psi x) for "real", so the value of the game is f(0) + f(-theta psi) with
/// f(t) = log sigmoid(t) = -log(1 + e^-t). The generator walks down in theta, the discriminator up
/// in psi.
///
/// Source: L. Mescheder, A. Geiger and S. Nowozin, Which training methods for GANs do actually
/// converge?, ICML 2018, section 2.
struct DiracGAN {
  var theta: Double
  var psi: Double

  /// How far the two are from their rest at (0, 0).
  var radius: Double { (theta * theta + psi * psi).squareRoot() }

  /// f'(-theta psi) = sigmoid(theta psi), a half near the rest.
  private var slope: Double { 1 / (1 + exp(-theta * psi)) }

  /// Both step at once, each by what it knew before.
  ///
  /// - Parameters:
  ///   - rate: h, the size of the step.
  ///   - penalty: gamma of R1, which asks the judge to be flat at the real data: it adds
  ///     gamma / 2 psi^2 to its loss.
  mutating func stepTogether(rate: Double, penalty: Double = 0) {
    let (g, oldTheta, oldPsi) = (slope, theta, psi)
    theta += rate * g * oldPsi
    psi -= rate * (g * oldTheta + penalty * oldPsi)
  }

  /// One after the other: the generator steps by the judge's new weight.
  mutating func stepInTurn(rate: Double) {
    psi -= rate * slope * theta
    theta += rate * slope * psi
  }
}

extension DiracGAN {
  /// The path of so many steps, the start included.
  static func path(
    from start: DiracGAN, steps: Int, _ step: (inout DiracGAN) -> Void
  ) -> [DiracGAN] {
    var game = start
    return [start]
      + (0..<steps).map { _ in
        step(&game)
        return game
      }
  }

  /// The mean factor of the radius in each step.
  static func growth(of path: [DiracGAN]) -> Double {
    pow(path.last!.radius / path[0].radius, 1 / Double(path.count - 1))
  }
}
