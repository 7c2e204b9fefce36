import MiniTensor

/// Questions for a reader, drawn at random as often as one likes.
protocol Quiz: Sendable {
  /// One question: what is read, and the answers.
  func draw(using generator: inout RandomGenerator) -> (read: [Int], answers: [Int])
}

extension Quiz {
  func batch(
    of size: Int, using generator: inout RandomGenerator
  ) -> (read: [[Int]], answers: [[Int]]) {
    let drawn = (0..<size).map { _ in draw(using: &generator) }
    return (drawn.map(\.read), drawn.map(\.answers))
  }
}

/// Read c9k8j3f1??c and say which digit stood behind the c.
///
/// Source: J. Ba and others, Using fast weights to attend to the recent past, 2016, section 4.1.
struct RecallQuiz: Quiz {
  static let pairs = 4
  static let length = 2 * pairs + 3
  /// 26 letters, 10 digits, the question mark.
  static let symbols = Array("abcdefghijklmnopqrstuvwxyz0123456789?")

  func draw(using generator: inout RandomGenerator) -> (read: [Int], answers: [Int]) {
    let letters = generator.permutation(26).prefix(Self.pairs)
    let digits = letters.map { _ in generator.integer(below: 10) }
    let asked = generator.integer(below: Self.pairs)
    let pairs = zip(letters, digits).flatMap { [$0, 26 + $1] }
    return (pairs + [36, 36, letters[asked]], [digits[asked]])
  }

  /// How often one errs who knows which digits were read, but not behind which letter: naming the
  /// most frequent of the four is the best that is left.
  static var errorWithoutBinding: Double {
    let total = (0..<10_000).reduce(0) { sum, number in
      let digits = [number % 10, number / 10 % 10, number / 100 % 10, number / 1000]
      return sum + Dictionary(digits.map { ($0, 1) }, uniquingKeysWith: +).values.max()!
    }
    return 1 - Double(total) / 40_000
  }
}

/// Letters; the answers are the same letters in the order of the alphabet.
struct SortingQuiz: Quiz {
  static let symbols = Array("abcdefghijklmnopqrstuvwxyz")
  /// A symbol that says nothing.
  static let blank = 26

  /// How many letters.
  let length: Int
  /// Whether as many blanks follow, for a reader that can only answer after it has read.
  let hasBlanks: Bool

  func draw(using generator: inout RandomGenerator) -> (read: [Int], answers: [Int]) {
    let letters = (0..<length).map { _ in generator.integer(below: 26) }
    return (read(letters), letters.sorted())
  }

  func read(_ letters: [Int]) -> [Int] {
    letters + (hasBlanks ? Array(repeating: Self.blank, count: length) : [])
  }
}

/// What training a reader showed.
struct Training {
  let reader: any Reader
  /// The steps after which it was examined, and its errors: single answers, and whole questions.
  var steps: [Int] = []
  var answerErrors: [Double] = []
  var questionErrors: [Double] = []

  /// Adam in batches of 64, every batch new; examined on questions of its own.
  init(
    _ reader: some Reader, on quiz: some Quiz, steps count: Int, learningRate: Float, exams: Int,
    using generator: inout RandomGenerator, tick: () -> Void
  ) {
    self.reader = reader
    let test = quiz.batch(of: 1000, using: &generator)
    let optimizer = Adam(reader.parameters, learningRate: learningRate)
    for step in 1...count {
      let batch = quiz.batch(of: 64, using: &generator)
      optimizer.learningRate = learningRate * (1 - Float(step - 1) / Float(count))
      optimizer.zeroGradients()
      softmaxCrossEntropy(
        logits: reader(batch.read), labels: Array(batch.answers.joined())
      ).backward()
      optimizer.step()
      guard step % (count / exams) == 0 else { continue }
      let answers = reader.answers(test.read)
      let wrong = zip(answers, test.answers).map { own, right in
        zip(own, right).count { $0 != $1 }
      }
      steps.append(step)
      answerErrors.append(
        Double(wrong.reduce(0, +)) / Double(test.answers.count * test.answers[0].count))
      questionErrors.append(Double(wrong.count { $0 > 0 }) / Double(wrong.count))
      tick()
    }
  }
}
