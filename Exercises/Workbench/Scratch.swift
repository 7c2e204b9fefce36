import Datasets
import LessonKit
import MiniTensor
import WorkbenchKit

/// Your own program, `swift run Workbench scratch`.
///
/// Change it, guess first what you will see, and look.
/// Your answers are at hand too: write `import Exercises04` above, and call them.
enum Scratch: BenchProgram {
  static func run(on board: Board) throws {
    var generator = RandomGenerator(seed: board.seed)
    let moons = TwoMoons.points(count: 400, distance: -4, using: &generator)
    let network = Sequential(
      Linear(inputSize: 2, outputSize: 16, using: &generator), Activation.tanh,
      Linear(inputSize: 16, outputSize: 2, using: &generator))
    let optimizer = Adam(network.parameters, learningRate: 0.03)
    for _ in 1...500 {
      optimizer.zeroGradients()
      softmaxCrossEntropy(logits: network(moons.features), labels: moons.labels).backward()
      optimizer.step()
    }
    board.draw(
      Figure("Two moons, and where the network draws the line", aspect: .equal, name: "moons") {
        Region(batch: { network(Tensor($0)).value.argmax(axis: 1) })
        Points(moons.features.lists, group: moons.labels, names: ["upper", "lower"])
      })
  }
}
