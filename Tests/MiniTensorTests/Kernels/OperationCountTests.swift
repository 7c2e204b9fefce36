import Loops
import MiniTensor
import Testing

/// Products and convolutions are counted exactly, whatever the number of threads.
///
/// The count belongs to the whole process, so each of these runs in one of its own.
@Suite struct OperationCountTests {
  @Test func matrixProducts() async {
    await #expect(processExitsWith: .success) {
      OperationCount.start()
      _ = Tensor.ones(3, 5).matmul(Tensor.ones(5, 7))
      guard OperationCount.count(of: .matrixProducts) == 2 * 3 * 5 * 7 else { fatalError() }
      _ = Tensor.ones(4, 3, 5).matmul(Tensor.ones(5, 7))
      guard OperationCount.count(of: .matrixProducts) == 2 * 5 * 3 * 5 * 7 else { fatalError() }
      OperationCount.stop()
      _ = Tensor.ones(3, 5).matmul(Tensor.ones(5, 7))
      guard OperationCount.count(of: .matrixProducts) == 2 * 5 * 3 * 5 * 7 else { fatalError() }
    }
  }

  @Test func convolutionsAndTheirGradients() async {
    await #expect(processExitsWith: .success) {
      var generator = RandomGenerator(seed: 1)
      let layer = Conv2D(
        inputChannels: 3, outputChannels: 4, kernelSize: 3, padding: 1, using: &generator)
      for threads in [1, 2] {
        Threads.$count.withValue(threads) {
          OperationCount.start()
          let output = layer(Variable(Tensor.ones(2, 3, 8, 6)))
          let once = 2 * 2 * (4 * 8 * 6) * (3 * 3 * 3)
          guard OperationCount.count(of: .convolutions) == once else { fatalError() }
          output.sum().backward()
          guard OperationCount.count(of: .convolutions) == 3 * once else { fatalError() }
        }
      }
    }
  }

  @Test func numberByNumber() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor.ones(10, 10)
      OperationCount.start()
      _ = x + x
      _ = x.exp()
      _ = x.relu()
      guard OperationCount.count(of: .elementwise) == 300 else { fatalError() }
    }
  }

  @Test func aPeakIsMeasured() { #expect(peakOperationsPerSecond() > 1e8) }
}
