import ExerciseKit

extension Checks09 {
  /// Exercise 9.2.
  static let convolution1D = Check(
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
      convolved.mistake("the kernel is turned around: weight 0 meets the first point of the window")
      {
        rightOne($0, $1.reversed(), $2)
      },
      convolved.mistake("the bias is missing") { signal, kernel, _ in rightOne(signal, kernel, 0) },
      convolved.mistake("the last place is missing: there are n - k + 1") {
        rightOne($0, $1, $2).dropLast()
      },
      convolved.mistake(
        "yours goes on beyond the end, with zeros: stop where the kernel no longer fits"
      ) {
        signal, kernel, bias in
        let zeros = [Float](repeating: 0, count: kernel.count - 1)
        return rightOne(signal + zeros, kernel, bias)
      },
      convolved.mistake("the bias is added once a place, not once a weight") {
        signal, kernel, bias in
        rightOne(signal, kernel, bias * Float(kernel.count))
      },
      convolved.mistake("add the products up: yours takes their mean") { signal, kernel, bias in
        rightOne(signal, kernel.map { $0 / Float(kernel.count) }, bias)
      },
      convolved.mistake("a kernel longer than the signal has no place at all: the result is empty")
      {
        signal, kernel, bias in
        if kernel.count > signal.count + 1 { throw Trap("Range requires lowerBound <= upperBound") }
        return rightOne(signal, kernel, bias)
      },
      convolvedChannels.mistake(
        "each kernel has a row of weights for every channel: yours reads only the first"
      ) { channels, kernels, biases in
        rightMany([channels[0]], kernels, biases)
      },
      convolvedChannels.mistake("the bias belongs to the kernel: add it once, not once a channel") {
        channels, kernels, biases in
        rightMany(channels, kernels, biases.map { $0 * Float(channels.count) })
      },
      convolvedChannels.mistake("the kernel is turned around: weight 0 meets the first point") {
        channels, kernels, biases in
        rightMany(channels, kernels.map { $0.map { $0.reversed() } }, biases)
      },
      convolvedChannels.mistake("every kernel adds its own bias: yours adds the first one's to all")
      {
        channels, kernels, biases in rightMany(channels, kernels, biases.map { _ in biases[0] })
      },
      convolvedChannels.mistake("each kernel has weights of its own: yours uses the first for all")
      {
        channels, kernels, biases in rightMany(channels, kernels.map { _ in kernels[0] }, biases)
      },
      convolvedChannels.mistake("the last place is missing: there are n - k + 1") {
        channels, kernels, biases in
        rightMany(channels, kernels, biases).map { $0.dropLast() }
      },
      convolvedChannels.mistake("the biases are missing here") { channels, kernels, biases in
        rightMany(channels, kernels, biases.map { _ in 0 })
      },
      convolvedChannels.mistake("the channels are added up, not averaged") {
        channels, kernels, biases in
        let count = Float(channels.count)
        return rightMany(channels.map { $0.map { $0 / count } }, kernels, biases)
      },
      convolvedChannels.mistake(
        "every channel has weights of its own: yours uses the first row for all"
      ) {
        channels, kernels, biases in
        rightMany(channels, kernels.map { kernel in kernel.map { _ in kernel[0] } }, biases)
      },
      convolvedChannels.mistake("one channel of output for each kernel: yours adds the kernels up")
      {
        channels, kernels, biases in
        let maps = rightMany(channels, kernels, biases)
        return [maps[0].indices.map { place in maps.reduce(0) { $0 + $1[place] } }]
      },
    ])

  private static let convolvedChannels = Function("convolvedChannels(_:kernels:biases:)", rightMany)
  private static let convolved = Function("convolved(_:kernel:bias:)", rightOne)

  @Sendable private static func oneChannel(_ judge: Judge) {
    judge.ask(convolved, [1, 2, 4, 7], [-1, 1], 0)
    judge.ask(convolved, [3, 1, 4, 1, 5], [2, 0, -1], 0.5)
    judge.ask(convolved, [2, 3], [4, 5], 10)
    judge.ask(convolved, [1, 2, 3], [2], -1)
    judge.ask(convolved, [1, 2], [1, 1, 1], 3)
    judge.ask(convolved, [5], [1, 2, 3], 1)
    let width = judge.generator.count(2...5)
    let signal = judge.generator.floats(judge.generator.count(width...9))
    judge.ask(convolved, signal, judge.generator.floats(width), 0.25)
    judge.ask(convolved, [], [2], 1)
    judge.ask(convolved, [1, 2, 3], [4, 5, 6], -1)
  }

  @Sendable private static func manyChannels(_ judge: Judge) {
    judge.ask(
      convolvedChannels, [[1, 2, 3], [10, 20, 30]], [[[1, 2], [3, 4]]], [0.5])
    judge.ask(
      convolvedChannels, [[1, 2, 3, 4], [5, -6, 7, 8], [0.5, 1, 2, -1]],
      [[[1, 2], [3, -4], [5, 6]], [[0, 1], [2, 2], [-3, 1]]], [1, -2])
    judge.ask(
      convolvedChannels, [[2, 4]], [[[3]], [[5]], [[7]]], [0, 1, 2])
    judge.ask(convolvedChannels, [[1], [2]], [[[1, 2], [3, 4]]], [5])
    let sizes = judge.generator.sizes(3, in: 2...5)
    let channels = judge.generator.rows(sizes[0], 7)
    let kernels = (0..<sizes[1]).map { _ in judge.generator.rows(sizes[0], sizes[2]) }
    judge.ask(convolvedChannels, channels, kernels, judge.generator.floats(sizes[1]))
  }

  @Sendable private static func rightOne(_ signal: [Float], _ kernel: [Float], _ bias: Float)
    -> [Float]
  {
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
