import ExerciseKit

extension Checks09 {
  /// Exercise 9.1.
  static let sizes = Check(
    "9.1", "How large is what comes out?", difficulty: 1, minutes: 15,
    file: "OutputSize.swift", chapter: "09-convolutional-networks.md",
    section: "Padding and stride",
    hints: [
      "Draw a line of 7 points and a window of 3 below it. Where does the last window begin?",
      """
      The window may begin at 0, stride, 2 stride, ... up to inputSize + 2 padding - kernelSize. \
      What if that is negative? Swift's / rounds towards 0, not down.
      """,
      """
      For the field keep two numbers, the field and the distance. A layer uses the distance below \
      it first, and only then makes it larger.
      """,
    ],
    parts: [
      Part("the size of the output", points: 2, askSizes),
      Part("the receptive field", points: 2, fields),
    ],
    mistakes: [
      outputSize.mistake("one more: the place where the window begins at the very left counts too")
      {
        input, kernel, stride, padding in
        max(0, input + 2 * padding - kernel) / stride
      },
      outputSize.mistake("the zeros lie at both ends, so padding counts twice") {
        input, kernel, stride, padding in
        rightSize(input, kernel, stride, 0, extra: padding)
      },
      outputSize.mistake("a window that hangs over the end is no place: round down, not up") {
        input, kernel, stride, padding in
        let last = input + 2 * padding - kernel
        return last < 0 ? 0 : (last + stride - 1) / stride + 1
      },
      outputSize.mistake("the stride is missing: only every stride-th place counts") {
        input, kernel, _, padding in
        rightSize(input, kernel, 1, padding)
      },
      outputSize.mistake(
        "the stride divides the places, not the whole line: the kernel goes off first"
      ) {
        input, kernel, stride, padding in
        max(0, (input + 2 * padding) / stride - kernel + 1)
      },
      outputSize.mistake(
        "a window wider than the line fits nowhere: / rounds -1 / 2 to 0, not to -1"
      ) {
        input, kernel, stride, padding in
        (input + 2 * padding - kernel) / stride + 1
      },
      outputSize.mistake(
        "compare with the lengthened line: the padding may make room for the kernel"
      ) {
        input, kernel, stride, padding in
        kernel > input ? 0 : rightSize(input, kernel, stride, padding)
      },
      outputSize.mistake("the padding is missing: it lengthens the line at both ends") {
        input, kernel, stride, _ in rightSize(input, kernel, stride, 0)
      },
      receptiveField.mistake("one number sees 1 point before any layer: yours begins with 0") {
        kernels, strides in rightField(kernels, strides) - 1
      },
      receptiveField.mistake("yours multiplies by its own stride: the distance comes from below") {
        kernels, strides in
        walk(kernels, strides) { field, _, kernel, stride in field += (kernel - 1) * stride }
      },
      receptiveField.mistake("neighbouring windows overlap: a layer adds k - 1 points, not k") {
        kernels, strides in
        walk(kernels, strides) { field, distance, kernel, stride in
          field += kernel * distance
          distance *= stride
        }
      },
      receptiveField.mistake(
        "the distance is left out: after a stride of 2 neighbours lie 2 points apart"
      ) {
        kernels, strides in
        walk(kernels, strides) { field, _, kernel, _ in field += kernel - 1 }
      },
      receptiveField.mistake("a layer's own stride acts on the layers above it, not on itself") {
        kernels, strides in
        walk(kernels, strides) { field, distance, kernel, stride in
          distance *= stride
          field += (kernel - 1) * distance
        }
      },
      receptiveField.mistake("the strides are multiplied with one another, not added up") {
        kernels, strides in
        walk(kernels, strides) { field, distance, kernel, stride in
          field += (kernel - 1) * distance
          distance += stride - 1
        }
      },
    ])

  private static let receptiveField = Function("receptiveField(kernelSizes:strides:)", rightField)
  private static let outputSize = Function("outputSize(inputSize:kernelSize:stride:padding:)") {
    rightSize($0, $1, $2, $3)
  }

  @Sendable private static func askSizes(_ judge: Judge) {
    let questions: [(Int, Int, Int, Int)] = [
      (7, 3, 1, 0), (7, 3, 1, 1), (8, 3, 2, 0), (40, 5, 2, 1), (28, 5, 1, 2), (5, 5, 3, 0),
      (1, 1, 1, 0), (2, 3, 2, 0), (2, 9, 2, 1), (224, 7, 2, 3), (11, 2, 4, 0),
      (3, 5, 1, 1), (2, 5, 2, 2),
    ]
    for (input, kernel, stride, padding) in questions {
      judge.ask(outputSize, input, kernel, stride, padding)
    }
    for _ in 0..<3 {
      let (input, kernel) = (judge.generator.count(1...60), judge.generator.count(2...7))
      let (stride, padding) = (judge.generator.count(1...4), judge.generator.count(0...3))
      judge.ask(outputSize, input, kernel, stride, padding)
    }
  }

  @Sendable private static func fields(_ judge: Judge) {
    judge.ask(receptiveField, [3], [1])
    judge.ask(receptiveField, [3, 3], [1, 1])
    judge.ask(receptiveField, [3, 3], [2, 1])
    judge.ask(receptiveField, [5, 3, 3], [2, 2, 2])
    judge.ask(receptiveField, [5, 2, 5, 2], [1, 2, 1, 2])
    judge.ask(receptiveField, [], [])
    let kernels = (0..<judge.generator.count(3...6)).map { _ in judge.generator.count(1...5) }
    judge.ask(receptiveField, kernels, kernels.map { _ in judge.generator.count(1...3) })
  }

  private static func rightSize(
    _ input: Int, _ kernel: Int, _ stride: Int, _ padding: Int, extra: Int = 0
  ) -> Int {
    let last = input + 2 * padding + extra - kernel
    return last < 0 ? 0 : last / stride + 1
  }

  @Sendable private static func rightField(_ kernels: [Int], _ strides: [Int]) -> Int {
    walk(kernels, strides) { field, distance, kernel, stride in
      field += (kernel - 1) * distance
      distance *= stride
    }
  }

  private static func walk(
    _ kernels: [Int], _ strides: [Int],
    _ layer: (_ field: inout Int, _ distance: inout Int, _ kernel: Int, _ stride: Int) -> Void
  ) -> Int {
    var field = 1
    var distance = 1
    for (kernel, stride) in zip(kernels, strides) { layer(&field, &distance, kernel, stride) }
    return field
  }
}
