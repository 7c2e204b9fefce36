import MiniTensor

/// The smallest autoencoder: two matrices and no bend, trained by hand.
///
///     code = x E        x^ = code D        L = mean over the rows of |x^ - x|^2
///
/// Source: P. Baldi, K. Hornik, Neural Networks 2 (1989), 53-58.
struct LinearAutoencoder: Sendable {
  var encoder: Tensor  // E [columns, codeSize]
  var decoder: Tensor  // D [codeSize, columns]
  private var encoderVelocity: Tensor
  private var decoderVelocity: Tensor

  /// Begins with these two matrices, at rest.
  init(encoder: Tensor, decoder: Tensor) {
    self.encoder = encoder
    self.decoder = decoder
    encoderVelocity = .zeros(encoder.shape)
    decoderVelocity = .zeros(decoder.shape)
  }

  /// Begins with small random weights.
  init(columns: Int, codeSize: Int, using generator: inout RandomGenerator) {
    self.init(
      encoder: .normal([columns, codeSize], standardDeviation: 0.1, using: &generator),
      decoder: .normal([codeSize, columns], standardDeviation: 0.1, using: &generator))
  }

  /// What comes out of the narrow door: `[rows, columns] -> [rows, columns]`.
  func callAsFunction(_ rows: Tensor) -> Tensor {
    matmul(matmul(rows, encoder), decoder)
  }

  /// L on these rows.
  func loss(_ rows: Tensor) -> Double {
    Double((self(rows) - rows).squared().sum()) / Double(rows.shape[0])
  }

  /// One step of gradient descent with momentum 0.9, on all rows at once.
  mutating func step(_ rows: Tensor, learningRate: Float) {
    let code = matmul(rows, encoder)  // [rows, codeSize]
    let blame = (matmul(code, decoder) - rows) * (2 / Float(rows.shape[0]))
    let decoderSlope = matmul(code, blame, transposingLeft: true)
    let encoderSlope = matmul(
      rows, matmul(blame, decoder, transposingRight: true), transposingLeft: true)
    encoderVelocity = encoderVelocity * 0.9 - encoderSlope * learningRate
    decoderVelocity = decoderVelocity * 0.9 - decoderSlope * learningRate
    encoder += encoderVelocity
    decoder += decoderVelocity
  }

  /// The largest angle, in degrees, between a decoded direction and the plane of the first
  /// principal components.
  func angle(to pca: PrincipalComponents) -> Double {
    let codeSize = decoder.shape[0]
    let basis = decoder.orthonormalRows  // [codeSize, columns]
    let shares = matmul(basis, pca.directions.rows(0..<codeSize), transposingRight: true)
    let smallest = matmul(shares, shares, transposingRight: true)
      .symmetricEigenvectors().values.min()  // the squared cosine of the largest angle
    return Double(Swift.max(0, 1 - smallest).squareRoot()).arcsineInDegrees
  }
}

extension Tensor {
  /// Rows of length 1 at right angles that span the same plane: each loses what the rows before it
  /// have said already (Gram and Schmidt).
  var orthonormalRows: Tensor {
    var done: [Tensor] = []
    for index in 0..<shape[0] {
      var row = row(index)
      for other in done { row -= other * (row * other).sum() }
      done.append(row / row.squared().sum().squareRoot())
    }
    return Tensor.stack(done)
  }
}
