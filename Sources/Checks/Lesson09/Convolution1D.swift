import ExerciseKit

extension Checks09 {
  /// The two halves of exercise 9.2.
  public struct Convolution1DAnswer: Sendable {
    /// convolved(_:kernel:bias:), its arguments in their order.
    public typealias One =
      @Sendable (_ signal: [Float], _ kernel: [Float], _ bias: Float) -> [Float]
    /// convolvedChannels(_:kernels:biases:), its arguments in their order.
    public typealias Many =
      @Sendable (_ channels: [[Float]], _ kernels: [[[Float]]], _ biases: [Float]) -> [[Float]]

    let one: One
    let many: Many

    /// convolved(_:kernel:bias:) and convolvedChannels(_:kernels:biases:).
    public init(one: @escaping One, many: @escaping Many) {
      self.one = one
      self.many = many
    }
  }

  /// Exercise 9.2.
  public static let convolution1D = Check<Convolution1DAnswer>(
    "9.2", "Convolution in one dimension", difficulty: 2, minutes: 25,
    file: "Convolution1D.swift", chapter: "09-convolutional-networks.md",
    section: "One window, everywhere", replaces: ["Conv1D", "convolution"],
    hints: [
      "For one place: a sum over the weights of the kernel, which begins with the bias.",
      """
      The first place is 0, and there are n - k + 1 of them, if that is not negative. Weight j \
      meets the point place + j.
      """,
      """
      With channels two more loops stand around it: the outer over the kernels, an inner over the \
      channels. The bias belongs to the kernel, so it is added once, not once a channel.
      """,
    ],
    parts: [
      Part("one channel", points: 2, oneChannel),
      Part("several channels and kernels", points: 2, manyChannels),
    ],
    mistakes: [
      oneMistake("the kernel is turned around: weight 0 meets the first point of the window") {
        rightOne($0, $1.reversed(), $2)
      },
      oneMistake("the bias is missing") { signal, kernel, _ in rightOne(signal, kernel, 0) },
      oneMistake("the last place is missing: there are n - k + 1") {
        rightOne($0, $1, $2).dropLast()
      },
      oneMistake("yours goes on beyond the end, with zeros: stop where the kernel no longer fits") {
        signal, kernel, bias in
        let zeros = [Float](repeating: 0, count: kernel.count - 1)
        return rightOne(signal + zeros, kernel, bias)
      },
      oneMistake("the bias is added once a place, not once a weight") { signal, kernel, bias in
        rightOne(signal, kernel, bias * Float(kernel.count))
      },
      oneMistake("add the products up: yours takes their mean") { signal, kernel, bias in
        rightOne(signal, kernel.map { $0 / Float(kernel.count) }, bias)
      },
      Mistake(
        "a kernel longer than the signal has no place at all: the result is empty",
        trapsSaying: "Range requires lowerBound <= upperBound",
        Convolution1DAnswer(
          one: { signal, kernel, bias in
            (0..<(signal.count - kernel.count + 1)).map { start in
              kernel.indices.reduce(bias) { $0 + kernel[$1] * signal[start + $1] }
            }
          }, many: rightMany)),
      manyMistake("each kernel has a row of weights for every channel: yours reads only the first")
      { channels, kernels, biases in
        rightMany([channels[0]], kernels, biases)
      },
      manyMistake("the bias belongs to the kernel: add it once, not once a channel") {
        channels, kernels, biases in
        rightMany(channels, kernels, biases.map { $0 * Float(channels.count) })
      },
      manyMistake("the biases are missing here") { channels, kernels, biases in
        rightMany(channels, kernels, biases.map { _ in 0 })
      },
      manyMistake("the channels are added up, not averaged") { channels, kernels, biases in
        let count = Float(channels.count)
        return rightMany(channels.map { $0.map { $0 / count } }, kernels, biases)
      },
      manyMistake("every channel has weights of its own: yours uses the first row for all") {
        channels, kernels, biases in
        rightMany(channels, kernels.map { kernel in kernel.map { _ in kernel[0] } }, biases)
      },
      manyMistake("one channel of output for each kernel: yours adds the kernels up") {
        channels, kernels, biases in
        let maps = rightMany(channels, kernels, biases)
        return [maps[0].indices.map { place in maps.reduce(0) { $0 + $1[place] } }]
      },
    ])

  private static func oneMistake(
    _ likely: Text, _ one: @escaping Convolution1DAnswer.One
  ) -> Mistake<Convolution1DAnswer> {
    Mistake(likely, Convolution1DAnswer(one: one, many: rightMany))
  }

  private static func manyMistake(
    _ likely: Text, _ many: @escaping Convolution1DAnswer.Many
  ) -> Mistake<Convolution1DAnswer> {
    Mistake(likely, Convolution1DAnswer(one: { rightOne($0, $1, $2) }, many: many))
  }

  @Sendable private static func oneChannel(_ judge: Judge<Convolution1DAnswer>) {
    askOne(judge, [1, 2, 4, 7], [-1, 1], 0)
    askOne(judge, [3, 1, 4, 1, 5], [2, 0, -1], 0.5)
    askOne(judge, [2, 3], [4, 5], 10)
    askOne(judge, [1, 2, 3], [2], -1)
    askOne(judge, [1, 2], [1, 1, 1], 3)
    askOne(judge, [5], [1, 2, 3], 1)
    askOne(judge, judge.generator.floats(9), judge.generator.floats(4), 0.25)
  }

  @Sendable private static func manyChannels(_ judge: Judge<Convolution1DAnswer>) {
    askMany(judge, [[1, 2, 3], [10, 20, 30]], [[[1, 2], [3, 4]]], [0.5])
    askMany(
      judge, [[1, 2, 3, 4], [5, -6, 7, 8], [0.5, 1, 2, -1]],
      [[[1, 2], [3, -4], [5, 6]], [[0, 1], [2, 2], [-3, 1]]], [1, -2])
    askMany(judge, [[2, 4]], [[[3]], [[5]], [[7]]], [0, 1, 2])
    let channels = (0..<2).map { _ in judge.generator.floats(7) }
    let kernels = (0..<3).map { _ in (0..<2).map { _ in judge.generator.floats(3) } }
    askMany(judge, channels, kernels, judge.generator.floats(3))
  }

  private static func askOne(
    _ judge: Judge<Convolution1DAnswer>, _ signal: [Float], _ kernel: [Float], _ bias: Float
  ) {
    judge.ask(
      "convolved(\(signal), kernel: \(kernel), bias: \(bias))",
      expect: rightOne(signal, kernel, bias)
    ) { $0.one(signal, kernel, bias) }
  }

  private static func askMany(
    _ judge: Judge<Convolution1DAnswer>, _ channels: [[Float]], _ kernels: [[[Float]]],
    _ biases: [Float]
  ) {
    judge.ask(
      "convolvedChannels(\(channels), kernels: \(kernels), biases: \(biases))",
      expect: rightMany(channels, kernels, biases)
    ) { $0.many(channels, kernels, biases) }
  }

  private static func rightOne(_ signal: [Float], _ kernel: [Float], _ bias: Float) -> [Float] {
    rightMany([signal], [[kernel]], [bias])[0]
  }

  @Sendable private static func rightMany(
    _ channels: [[Float]], _ kernels: [[[Float]]], _ biases: [Float]
  ) -> [[Float]] {
    zip(kernels, biases).map { kernel, bias in
      (0..<max(0, channels[0].count - kernel[0].count + 1)).map { start in
        var sum = bias
        for (signal, weights) in zip(channels, kernel) {
          for (offset, weight) in weights.enumerated() { sum += weight * signal[start + offset] }
        }
        return sum
      }
    }
  }
}
