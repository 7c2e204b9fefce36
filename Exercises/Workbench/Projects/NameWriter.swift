import Datasets
import Exercises11
import Exercises12
import Foundation
import LessonKit
import MiniTensor
import WorkbenchKit

/// Your memory cell (12.1, 12.2) reads first names letter by letter, and then invents some.
///
/// Gradients wear your leash (11.4), and letters are drawn at your temperature (11.5). Only Adam is
/// the library's.
enum NameWriter: BenchProgram {
  static let name = "names"

  static func run(on board: Board) throws {
    var generator = RandomGenerator(seed: board.seed(of: "names"))
    let all = try FirstNames.load().filter { $0.count <= 10 }
    let names = generator.permutation(all.count).map { all[$0] }
    let (held, learned) = (Array(names[..<500]), Array(names[500...]))
    let writer = Writer(hidden: 48, using: &generator)
    let steps = 1000
    var curve: [(step: Int, bits: Double)] = []
    board.progress("learning", total: steps) { tick in
      for step in 1...steps {
        let batch = (0..<32).map { _ in learned[generator.integer(below: learned.count)] }
        writer.learn(batch, learningRate: 0.01 * (1 - Float(step - 1) / Float(steps)))
        if step % 50 == 0 { curve.append((step, writer.bits(of: held))) }
        tick(note: curve.last.map { "\($0.bits, decimals: 2) bits a letter" })
      }
    }
    let pairs = surpriseByPairs(
      of: held.map(Writer.symbols), countedIn: learned.map(Writer.symbols), symbols: 27)
    board.draw(
      Figure("Surprise at names never seen", x: "step", y: "bits a letter", name: "learning") {
        Lines(x: curve.map(\.step), y: curve.map(\.bits), name: "your cell")
        Lines.horizontal(at: pairs, name: "counting pairs of letters")
      })
    let known = Set(all)
    board.table(
      ["temperature", "invented (* stands in the list)"],
      [0.5, 0.8, 1.1].map { (temperature: Float) in
        let names = (0..<8).map { _ -> String in
          let name = writer.invent(temperature: temperature, using: &generator)
          return known.contains(name) ? name + "*" : name
        }
        return ["\(temperature, decimals: 1)", "\(names)"]
      })
    let bits = curve.last?.bits ?? .infinity
    board.claim(
      "names", "bits a letter on names never seen", source: "lesson 11, section 5: the same gate",
      published: "pairs: \(pairs, decimals: 2)", measured: "\(bits, decimals: 2)",
      gate: "below the pairs", holds: bits < pairs)
  }
}

/// One memory cell and a layer that scores the next of 27 symbols; 0 begins and ends a name.
private final class Writer {
  private let hidden: Int
  private let inputWeights, stateWeights, bias, outputWeights, outputBias: Variable
  private let optimizer: Adam

  init(hidden: Int, using generator: inout RandomGenerator) {
    self.hidden = hidden
    func weights(_ rows: Int, _ columns: Int) -> Variable {
      Variable(.normal([rows, columns], standardDeviation: 0.15, using: &generator))
    }
    (inputWeights, stateWeights) = (weights(27, 4 * hidden), weights(hidden, 4 * hidden))
    // A forget gate that begins open (lesson 12).
    bias = Variable(Tensor((0..<(4 * hidden)).map { $0 / hidden == 1 ? Float(1) : 0 }))
    (outputWeights, outputBias) = (weights(hidden, 27), Variable(.zeros(27)))
    optimizer = Adam([inputWeights, stateWeights, bias, outputWeights, outputBias])
  }

  static func symbols(_ name: String) -> [Int] {
    [0] + name.utf8.map { Int($0) - 96 } + [0]
  }

  /// One moment of a batch, and all that its way back needs.
  private struct Moment {
    var input, hidden, cell, newHidden, newCell, logits, truth, isThere: Tensor
  }

  /// **Shape** one name a row; a name that has ended counts no more.
  private func read(_ names: [String]) -> [Moment] {
    let rows = names.map(Self.symbols)
    var (state, cell) = (Tensor.zeros(rows.count, hidden), Tensor.zeros(rows.count, hidden))
    return (0..<(rows.map(\.count).max()! - 1)).map { time in
      let input = Tensor.oneHot(rows.map { time < $0.count ? $0[time] : 0 }, classes: 27)
      let truth = Tensor.oneHot(rows.map { time + 1 < $0.count ? $0[time + 1] : 0 }, classes: 27)
      let isThere = Tensor(rows.map { [time + 1 < $0.count ? Float(1) : 0] })  // [batch, 1]
      let next = memoryStep(  // 12.1
        input: input, hidden: state, cell: cell, inputWeights: inputWeights.value,
        stateWeights: stateWeights.value, bias: bias.value)
      defer { (state, cell) = next }
      return Moment(
        input: input, hidden: state, cell: cell, newHidden: next.hidden, newCell: next.cell,
        logits: next.hidden.matmul(outputWeights.value) + outputBias.value, truth: truth,
        isThere: isThere)
    }
  }

  func learn(_ names: [String], learningRate: Float) {
    let moments = read(names)
    let letters = moments.reduce(0) { $0 + $1.isThere.sum() }
    var sums = [inputWeights, stateWeights, bias, outputWeights, outputBias].map {
      Tensor.zeros($0.shape)
    }
    var fromHidden = Tensor.zeros(names.count, hidden)
    var fromCell = fromHidden
    for moment in moments.reversed() {
      let blame = (moment.logits.softmax(axis: 1) - moment.truth) * moment.isThere / letters
      sums[3] += moment.newHidden.matmul(blame, transposingSelf: true)
      sums[4] += blame.sum(axis: 0)
      let back = memoryStepBackward(  // 12.2
        gates: gates(moment), oldCell: moment.cell, newCell: moment.newCell,
        hiddenGradient: fromHidden + blame.matmul(outputWeights.value, transposingOther: true),
        cellGradient: fromCell)
      sums[0] += moment.input.matmul(back.sums, transposingSelf: true)
      sums[1] += moment.hidden.matmul(back.sums, transposingSelf: true)
      sums[2] += back.sums.sum(axis: 0)
      fromHidden = back.sums.matmul(stateWeights.value, transposingOther: true)
      fromCell = back.cell
    }
    let leashed = clipped(sums, toNorm: 1).gradients  // 11.4
    for (parameter, slope) in zip(optimizer.parameters, leashed) { parameter.gradient = slope }
    optimizer.learningRate = learningRate
    optimizer.step()
  }

  /// The gates i, f, o and the candidate g, side by side, as 12.2 wants them.
  private func gates(_ moment: Moment) -> Tensor {
    let sums =
      moment.input.matmul(inputWeights.value) + moment.hidden.matmul(stateWeights.value)
      + bias.value
    return .concatenate(
      [sums.columns(0..<(3 * hidden)).sigmoid(), sums.columns((3 * hidden)..<(4 * hidden)).tanh()],
      axis: 1)
  }

  /// The mean surprise at a letter.
  func bits(of names: [String]) -> Double {
    var (sum, letters) = (Float(0), Float(0))
    for moment in read(names) {
      sum -= (moment.logits.logSoftmax(axis: 1) * moment.truth * moment.isThere).sum()
      letters += moment.isThere.sum()
    }
    return Double(sum / letters) / log(2)
  }

  func invent(temperature: Float, using generator: inout RandomGenerator) -> String {
    var (state, cell, symbol) = (Tensor.zeros(1, hidden), Tensor.zeros(1, hidden), 0)
    var name = ""
    while name.count < 14 {
      (state, cell) = memoryStep(
        input: .oneHot([symbol], classes: 27), hidden: state, cell: cell,
        inputWeights: inputWeights.value, stateWeights: stateWeights.value, bias: bias.value)
      let scores = (state.matmul(outputWeights.value) + outputBias.value).scalars
      symbol = drawn(chances(scores, temperature: temperature), draw: generator.uniform())  // 11.5
      guard symbol > 0 else { break }
      name.append(Character(UnicodeScalar(UInt8(96 + symbol))))
    }
    return name
  }
}
