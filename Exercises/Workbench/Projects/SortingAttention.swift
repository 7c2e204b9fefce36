import Exercises13
import LessonKit
import MiniTensor
import WorkbenchKit

/// Attention that sorts: the library learns, and your functions do the sorting.
///
/// You have written the way there and not the way back, so MiniTensor trains the network. Then your
/// attention (13.1, 13.3), your positions (13.4) and your norm (13.5) take over its weights.
enum SortingAttention: BenchProgram {
  static let name = "sorting"
  private static let length = 7

  static func run(on board: Board) throws {
    var generator = RandomGenerator(seed: board.seed(of: "sorting"))
    let sorter = Sorter(length: length, using: &generator)
    let optimizer = Adam(sorter.parameters)
    let steps = 900
    var losses: [Double] = []
    board.progress("learning", total: steps) { tick in
      for step in 0..<steps {
        let lists = (0..<64).map { _ in letters(using: &generator) }
        optimizer.zeroGradients()
        let logits = sorter(lists).reshaped(64 * length, 26)
        let loss = softmaxCrossEntropy(logits: logits, labels: lists.flatMap { $0.sorted() })
        loss.backward()
        optimizer.learningRate = 0.005 * (1 - Float(step) / Float(steps)) + 1e-5
        optimizer.step()
        losses.append(Double(loss.value.scalar))
        tick(note: "loss \(losses[step], decimals: 2)")
      }
    }
    let tests = (0..<200).map { _ in letters(using: &generator) }
    var (right, worst) = (0, Float(0))
    for list in tests {
      let yours = sorter.yours(list).logits
      right += yours.argmax(axis: 1) == list.sorted() ? 1 : 0
      let library = withoutGradients { sorter([list]).value.reshaped(length, 26) }
      worst = max(worst, (yours - library).abs().max())
    }
    show(sorter, board)
    let share = Double(right) / Double(tests.count)
    board.claim(
      "same", "your scores against the library's, largest difference",
      source: "the library's MultiHeadAttention and LayerNorm", published: "0",
      measured: "\(worst, significant: 2)", gate: "at most 0.01", holds: worst <= 0.01)
    board.claim(
      "sorting", "lists of seven letters that your attention puts in order",
      source: "lesson 13, section 5: ten letters", published: "above 70 %",
      measured: "\(share, percent: 1)", gate: "at least 70 %", holds: share >= 0.7)
  }

  private static func letters(using generator: inout RandomGenerator) -> [Int] {
    generator.choice(length, from: 26, withReplacement: true)
  }

  private static func show(_ sorter: Sorter, _ board: Board) {
    let word = "neurons"
    let (logits, maps) = sorter.yours(word.utf8.map { Int($0) - 97 })
    let sorted = logits.argmax(axis: 1).map { Character(UnicodeScalar(UInt8(97 + $0))) }
    let names = word.map { Text(verbatim: "\($0)") }
    board.draw(
      Figure(
        "Who looks at whom", caption: "Your shares, the mean of four heads, for the word neurons.",
        name: "maps"
      ) {
        for (block, map) in maps.enumerated() {
          Panel("block \(block + 1)") {
            HeatMap(map.lists, rows: names, columns: names, showsValues: false)
          }
        }
      })
    board.say("Your attention makes \(String(sorted)) out of \(word).")
  }
}

/// Two blocks of a transformer, as in lesson 13; positions by your clocks.
private struct Sorter {
  let symbols: Embedding
  let places: Tensor  // [time, size]
  let blocks: [Block]
  let norm = LayerNorm(size: 32)
  let readout: Linear

  init(length: Int, using generator: inout RandomGenerator) {
    symbols = Embedding(
      count: 26, dimension: 32, initializer: .normal(standardDeviation: 0.5), using: &generator)
    places = positionVectors(count: length, size: 32)  // 13.4
    blocks = (0..<2).map { _ in Block(using: &generator) }
    readout = Linear(inputSize: 32, outputSize: 26, using: &generator)
  }

  var parameters: [Variable] {
    symbols.parameters + blocks.flatMap(\.parameters) + norm.parameters + readout.parameters
  }

  /// The library's way, which learns. **Shape** -> [batch, time, 26]
  func callAsFunction(_ lists: [[Int]]) -> Variable {
    let x = symbols(lists) + Variable(constant: places)
    return readout(norm(blocks.reduce(x) { $1($0) }))
  }

  /// Your way, for one list: the scores [time, 26], and who looked at whom in each block.
  func yours(_ list: [Int]) -> (logits: Tensor, maps: [Tensor]) {
    var x = symbols.weight.value.rows(list) + places
    let maps = blocks.map { $0.yours(&x) }
    let last = layerNorm(  // 13.5
      x, scale: norm.scale.value, shift: norm.shift.value, epsilon: norm.epsilon)
    return (last.through(readout), maps)
  }
}

/// Look around, then think about it.
private struct Block {
  let attention: MultiHeadAttention
  let firstNorm = LayerNorm(size: 32)
  let secondNorm = LayerNorm(size: 32)
  let up, down: Linear

  init(using generator: inout RandomGenerator) {
    attention = MultiHeadAttention(
      size: 32, headCount: 4, initializer: .uniform(limit: 0.18), using: &generator)
    up = Linear(inputSize: 32, outputSize: 64, initializer: .heNormal, using: &generator)
    down = Linear(inputSize: 64, outputSize: 32, using: &generator)
  }

  var parameters: [Variable] {
    attention.parameters + firstNorm.parameters + secondNorm.parameters + up.parameters
      + down.parameters
  }

  func callAsFunction(_ x: Variable) -> Variable {
    let seen = x + attention(firstNorm(x))
    return seen + down(up(secondNorm(seen)).relu())
  }

  /// The same with your functions; gives the mean of the heads' shares, [time, time].
  func yours(_ x: inout Tensor) -> Tensor {
    let normed = layerNorm(
      x, scale: firstNorm.scale.value, shift: firstNorm.shift.value, epsilon: firstNorm.epsilon)
    var seen = Tensor.zeros(x.shape[0], x.shape[0])
    let found = multiHead(  // 13.3
      queries: normed.through(attention.query), keys: normed.through(attention.key),
      values: normed.through(attention.value), headCount: 4
    ) { queries, keys, values in
      let shares = attentionShares(queries: queries, keys: keys)  // 13.1
      seen += shares / 4
      return lookedUp(shares: shares, values: values)
    }
    x += found.through(attention.output)
    let second = layerNorm(
      x, scale: secondNorm.scale.value, shift: secondNorm.shift.value, epsilon: secondNorm.epsilon)
    x += second.through(up).map { max(0, $0) }.through(down)
    return seen
  }
}

extension Tensor {
  /// A layer of the library's, as plain numbers.
  fileprivate func through(_ layer: Linear) -> Tensor {
    matmul(layer.weight.value) + (layer.bias?.value ?? .zeros(layer.weight.shape[1]))
  }
}
