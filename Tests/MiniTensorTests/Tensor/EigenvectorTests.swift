import MiniTensor
import Testing

/// The symmetric eigenproblem and principal components, by what defines them and against NumPy.
@Suite struct EigenvectorTests {
  @Test func aSmallMatrixByHand() {
    let (values, vectors) = Tensor([[2, 1], [1, 2]]).symmetricEigenvectors()
    #expect(values.isApproximatelyEqual(to: [3, 1], tolerance: 1e-6))
    let half = Float(0.5).squareRoot()
    #expect(vectors.row(0).isApproximatelyEqual(to: [half, half], tolerance: 1e-6))
    #expect(abs(vectors[1, 0] + vectors[1, 1]) < 1e-6)
  }

  /// `numpy.linalg.eigvalsh` of the same matrix.
  @Test func valuesAgainstNumPy() {
    let matrix = Tensor([
      [4, -2, 0.5, 1], [-2, 1, 3, -0.25], [0.5, 3, -5, 2], [1, -0.25, 2, 0.125],
    ])
    let values = matrix.symmetricEigenvectors().values
    #expect(
      values.isApproximatelyEqual(
        to: [5.22796109, 2.02199996, -0.25808731, -6.86687374], tolerance: 1e-5))
  }

  @Test(arguments: [1, 2, 3, 7, 31, 64])
  func theyAreEigenvectors(size: Int) {
    var generator = RandomGenerator(seed: UInt64(size))
    let root = Tensor.normal([size, size], using: &generator)
    let matrix = root + root.transposed()
    let (values, vectors) = matrix.symmetricEigenvectors()
    let turned = matmul(vectors, matrix)  // row i is lambda_i v_i
    #expect(
      turned.isApproximatelyEqual(to: vectors * values.reshaped(size, 1), tolerance: 1e-4))
    #expect(
      matmul(vectors, vectors, transposingRight: true)
        .isApproximatelyEqual(to: .identity(size), tolerance: 1e-5))
    #expect(zip(values.scalars, values.scalars.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test func degenerateMatrices() {
    #expect(Tensor.zeros(3, 3).symmetricEigenvectors().values == [0, 0, 0])
    #expect(Tensor.identity(3).symmetricEigenvectors().vectors == .identity(3))
    #expect(Tensor.zeros(0, 0).symmetricEigenvectors().values.isEmpty)
    #expect(Tensor([[-7]]).symmetricEigenvectors().values == [-7])
    let tiny = Tensor([[2e-20, 1e-20], [1e-20, 2e-20]]).symmetricEigenvectors().values * 1e20
    #expect(tiny.isApproximatelyEqual(to: [3, 1], tolerance: 1e-5))
  }

  @Test func aLopsidedMatrixIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([[1, 2], [3, 4]]).symmetricEigenvectors()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("symmetricEigenvectors: a matrix of shape [2, 2] is not symmetric"))
  }

  @Test func principalComponentsOfALine() {
    let pca = PrincipalComponents(fitting: Tensor([[1, 3], [2, 5], [3, 7], [6, 13]]))
    #expect(pca.mean == [3, 7])
    #expect(abs(pca.directions[0, 1] / pca.directions[0, 0] - 2) < 1e-5)
    #expect(abs(pca.variances[0] - 17.5) < 1e-4)  // 3.5 in x and four times that in y
    #expect(pca.variances[1] < 1e-5)
    let rebuilt = pca.decode(pca.encode(Tensor([[4, 9], [0, 1]]), size: 1))
    #expect(rebuilt.isApproximatelyEqual(to: Tensor([[4, 9], [0, 1]]), tolerance: 1e-4))
  }

  @Test func theErrorIsWhatWasLeftOut() {
    var generator = RandomGenerator(seed: 3)
    let mixing = Tensor.normal([5, 5], using: &generator)
    let rows = matmul(Tensor.normal([40, 5], using: &generator), mixing) + 2
    let pca = PrincipalComponents(fitting: rows)
    for size in 0...5 {
      let error = (pca.decode(pca.encode(rows, size: size)) - rows).squared().sum() / 40
      let leftOut = pca.variances.scalars[size...].reduce(0, +)
      #expect(abs(error - leftOut) < 1e-3, "\(size) directions")
    }
  }
}
