import Datasets
import MiniTensor

/// Letters as a network sees them: a window of seven or another width, the middle one to be spoken.
struct Window: Sendable {
  let width: Int
  /// The 26 letters and the blank before and after a word.
  static let symbols = 27

  /// For each letter of a word the symbols around it, 0 for a blank.
  func around(_ word: String) -> [[Int]] {
    let blank = Array(repeating: 0, count: width / 2)
    let letters = word.utf8.map { Int($0) - 96 }
    let padded = blank + letters + blank
    return letters.indices.map { Array(padded[$0..<($0 + width)]) }
  }

  /// One input for each symbol at each of the places; one of each place is 1.
  ///
  /// **Shape** [letters][width] -> [letters, width * 27].
  func oneHot(_ windows: [[Int]]) -> Tensor {
    Tensor.oneHot(windows.flatMap { $0 }, classes: Self.symbols)
      .reshaped(windows.count, width * Self.symbols)
  }
}

/// Letters with their windows and sounds.
struct SpokenLetters: Sendable {
  let inputs: Tensor  // [letters, width * 27]
  let sounds: [Int]
  /// 1 to 26.
  let letters: [Int]

  init(_ entries: [Pronunciations.Entry], sounds names: [String], window: Window) {
    let windows = entries.flatMap { window.around($0.word) }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    inputs = window.oneHot(windows)
    sounds = entries.flatMap { $0.sounds.map { numbers[$0]! } }
    letters = windows.map { $0[window.width / 2] }
  }

  var count: Int { sounds.count }
}

/// A network that reads aloud: 189 inputs, hidden sigmoid units, one output a sound.
///
/// Source: T. Sejnowski and C. Rosenberg, Parallel networks that learn to pronounce English text,
/// Complex Systems 1 (1987), 145-168. Theirs had 26 outputs for features of sounds and for stress.
struct SpeakingNetwork {
  let hiddenSize: Int
  private let hidden: Linear
  private let output: Linear
  private let optimizer: Adam

  init(
    sounds: Int, hiddenSize: Int, window: Window, using random: inout RandomGenerator
  ) {
    self.hiddenSize = hiddenSize
    hidden = Linear(
      inputSize: window.width * Window.symbols, outputSize: hiddenSize, using: &random)
    output = Linear(inputSize: hiddenSize, outputSize: sounds, using: &random)
    optimizer = Adam(hidden.parameters + output.parameters, learningRate: 0.003)
  }

  /// One pass over all letters in a new order, 32 at a time.
  func epoch(_ data: SpokenLetters, using random: inout RandomGenerator) {
    let order = random.permutation(data.count)
    for start in stride(from: 0, to: order.count, by: 32) {
      let rows = Array(order[start..<min(start + 32, order.count)])
      let logits = output(hidden(Variable(constant: data.inputs.rows(rows))).sigmoid())
      optimizer.zeroGradients()
      softmaxCrossEntropy(logits: logits, labels: rows.map { data.sounds[$0] }).backward()
      optimizer.step()
    }
  }

  /// The likeliest sound of each letter.
  ///
  /// - Parameter silenced: hidden units that say nothing, whatever they hear.
  func speak(_ inputs: Tensor, silenced: Set<Int> = []) -> [Int] {
    withoutGradients {
      let codes = hidden(Variable(constant: inputs)).sigmoid()  // [letters, hidden]
      let mask = Tensor((0..<hiddenSize).map { silenced.contains($0) ? 0 : 1 })
      return output(codes * Variable(constant: mask)).value.argmax(axis: 1)
    }
  }

  func accuracy(_ data: SpokenLetters, silenced: Set<Int> = []) -> Double {
    let said = speak(data.inputs, silenced: silenced)
    return Double(zip(said, data.sounds).count { $0 == $1 }) / Double(data.count)
  }
}

/// The best that can be done letter by letter, without looking left or right.
struct LetterTable {
  private var best: [Int: Int] = [:]

  init(_ data: SpokenLetters) {
    var counts: [Int: [Int: Int]] = [:]
    for (letter, sound) in zip(data.letters, data.sounds) {
      counts[letter, default: [:]][sound, default: 0] += 1
    }
    for (letter, sounds) in counts {
      // Of several equally frequent sounds the first, so that every run takes the same.
      best[letter] = sounds.keys.sorted().max { sounds[$0]! < sounds[$1]! }
    }
  }

  func accuracy(_ data: SpokenLetters) -> Double {
    Double(zip(data.letters, data.sounds).count { best[$0] == $1 }) / Double(data.count)
  }
}
