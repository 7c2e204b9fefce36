import Foundation
import MiniTensor

/// Probabilistic PCA: codes z ~ N(0, 1), rows x = z W + mean + noise, and the best W in closed
/// form.
///
/// Source: M. Tipping, C. Bishop, J. R. Statist. Soc. B 61 (1999), 611-622, equations 7 and 8.
struct ProbabilisticPCA {
  /// The mean variance of the directions that are left out.
  let noiseVariance: Double

  /// The mean over the rows of log p(x), in nats: no linear model with such a code reaches more.
  let logLikelihood: Double

  init(_ pca: PrincipalComponents, codeSize: Int) {
    let variances = pca.variances.scalars.map(Double.init)
    let columns = Double(variances.count)
    let leftOut = variances[codeSize...]
    noiseVariance = leftOut.reduce(0, +) / Double(leftOut.count)
    let logDeterminant =
      variances[..<codeSize].map { log($0) }.reduce(0, +)
      + Double(leftOut.count) * log(noiseVariance)
    logLikelihood = -0.5 * (columns * log(2 * .pi) + logDeterminant + columns)
  }
}

extension VariationalAutoencoder {
  /// The ELBO of a linear one without any drawing, in nats a row.
  ///
  /// A code is mu + s e and the decoder is x^ = z D + b, so
  /// E abs(x^ - x)^2 = abs(mu D + b - x)^2 + sum over the code of s^2 abs(D row)^2.
  func exactLinearBound(_ rows: Tensor) -> Double {
    withoutGradients {
      guard let layer = decoder.layers[0] as? Linear, decoder.layers.count == 1 else {
        preconditionFailure("exactLinearBound: the decoder needs to be one dense layer")
      }
      let (mean, logVariance) = cloud(rows)
      let distance = (decoder(mean).value - rows).squared().sum(axis: 1)
      let lengths = layer.weight.value.squared().sum(axis: 1)  // [codeSize]
      let spread = matmul(logVariance.value.exp(), lengths)
      let noise = Double(logNoise.value.scalar)
      let fit = Double((distance + spread).mean()) / exp(noise)
      let likelihood = -0.5 * (fit + Double(rows.shape[1]) * (noise + log(2 * .pi)))
      return likelihood - Double(divergence(mean, logVariance).value.mean())
    }
  }
}
