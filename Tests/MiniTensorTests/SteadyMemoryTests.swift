import Foundation
import MiniTensor
import Testing

/// Training must not grow: what a step allocates is free again when the next one begins.
@Suite struct SteadyMemoryTests {
  #if os(Linux)
    /// In a process of its own, since other tests allocate at the same time.
    @Test func tenThousandStepsKeepTheirSize() async {
      await #expect(processExitsWith: .success) {
        var random = RandomGenerator(seed: 1)
        let model = Sequential(
          Linear(inputSize: 2, outputSize: 4, using: &random), Activation.tanh,
          Linear(inputSize: 4, outputSize: 1, using: &random), Activation.sigmoid)
        let optimizer = SGD(model.parameters, learningRate: 0.5)
        let (inputs, targets) = (Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), Tensor.ones(4, 1))
        func train(_ steps: Int) {
          for _ in 0..<steps {
            optimizer.zeroGradients()
            meanSquaredError(model(inputs), targets).backward()
            optimizer.step()
          }
        }
        train(1_000)
        _ = try Self.residentKilobytes()  // the first reading loads what it needs
        let before = try Self.residentKilobytes()
        train(10_000)
        let after = try Self.residentKilobytes()
        // A list of one number kept from every step would be 480 KB.
        precondition(after - before < 128, "grew from \(before) to \(after) KB")
      }
    }
  #endif

  /// How much memory this process holds now.
  private static func residentKilobytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ")
    return (Int(pages[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
  }
}
