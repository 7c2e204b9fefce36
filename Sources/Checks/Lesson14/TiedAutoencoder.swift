import ExerciseKit
import MiniTensor

extension Checks14 {
  /// What goes through the narrow door, and what comes out of it.
  private typealias Passage = (code: Tensor, rebuilt: Tensor)

  /// Exercise 14.2.
  static let tiedAutoencoder = Check(
    "14.2", "The tied autoencoder", difficulty: 3, minutes: 35,
    file: "TiedAutoencoder.swift", chapter: chapter, section: "Tied weights",
    replaces: ["Variable"],
    hints: [
      "matmul(a, b, transposingRight: true) reads b the other way round; nothing is copied.",
      """
      Take the two uses of W apart. In the encoder its input is x and its sums are x W + b. In the \
      decoder its input is the code, and its sums are x^.
      """,
      """
      Each part is an input, transposed, times a blame. In the decoder that gives [codeSize, \
      columns], for it used W transposed; so exchange the two factors there.
      """,
    ],
    parts: [
      Part("forward", points: 2, forwards),
      Part("the slope of the weights", points: 3, backwards),
    ],
    mistakes: [
      tiedForward.mistake("the code has no bend: tanh comes before the decoder") { x, w, b, c in
        let code = matmul(x, w) + b
        return (code, matmul(code, w, transposingRight: true) + c)
      },
      tiedForward.mistake("x^ has no tanh: the last layer is straight") { x, w, b, c in
        let right = rightForward(x, w, b, c)
        return (right.code, right.rebuilt.tanh())
      },
      tiedForward.mistake("the code's bias is missing") { x, w, b, c in
        rightForward(x, w, b * 0, c)
      },
      tiedForward.mistake("the bias of the output is missing") { x, w, b, c in
        rightForward(x, w, b, c * 0)
      },
      tiedForward.mistake("the decoder uses W transposed: matmul(..., transposingRight: true)") {
        x, w, b, c in
        guard w.shape[0] == w.shape[1] else { throw Trap("matmul: shapes") }
        let code = (matmul(x, w) + b).tanh()
        return (code, matmul(code, w) + c)
      },
      tiedGradient.mistake("that is the decoder's part alone: the encoder uses W too") {
        x, w, h, y in
        parts(x, w, h, y).decoder
      },
      tiedGradient.mistake("that is the encoder's part alone: the decoder uses W too") {
        x, w, h, y in
        parts(x, w, h, y).encoder
      },
      tiedGradient.mistake("the slope of tanh is missing on the way back: 1 - code^2") {
        x, w, h, y in
        let p = parts(x, w, h * 0, y)
        return p.encoder + parts(x, w, h, y).decoder
      },
      tiedGradient.mistake("the blame is divided by n, the rows of the batch") { x, w, h, y in
        rightBackward(x, w, h, y) * Float(x.shape[0])
      },
      tiedGradient.mistake("the loss has a 2 below the line, which cancels the 2 of the square") {
        x, w, h, y in rightBackward(x, w, h, y) * 2
      },
      tiedGradient.mistake("the sign: the blame of x^ is x^ - x") { x, w, h, y in
        -rightBackward(x, w, h, y)
      },
      tiedGradient.mistake("the two parts add up; yours is their mean") { x, w, h, y in
        rightBackward(x, w, h, y) * 0.5
      },
    ])

  private static let tiedForward = Function(
    "tiedForward(_:weights:codeBias:outputBias:)", rightForward)
  private static let tiedGradient = Function("tiedGradient(_:weights:code:rebuilt:)", rightBackward)

  @Sendable private static func forwards(_ judge: Judge) {
    let first: [[Float]] = [[1, -0.5, 0.25]]
    askForward(judge, first, [[0.5, -1], [1, 0.5], [-0.25, 2]], [0.1, -0.2], [0.5, 0, -1])
    askForward(judge, [[2]], [[-0.5]], [0.25], [1])
    let (x, w) = (table(judge, 4, 5), table(judge, 5, 3))
    askForward(judge, x, w, judge.generator.floats(3), judge.generator.floats(5))
  }

  @Sendable private static func backwards(_ judge: Judge) {
    let first: [[Float]] = [[1, -0.5, 0.25], [0.5, 2, -1]]
    askBackward(judge, first, [[0.5, -1], [1, 0.5], [-0.25, 2]], [0.1, -0.2], [0.5, 0, -1])
    askBackward(judge, [[2], [1], [-1]], [[-0.5]], [0.25], [1])
    let (x, w) = (table(judge, 4, 5), table(judge, 5, 3))
    askBackward(judge, x, w, judge.generator.floats(3), judge.generator.floats(5))
  }

  private static func table(
    _ judge: Judge, _ rows: Int, _ columns: Int
  ) -> [[Float]] {
    (0..<rows).map { _ in judge.generator.floats(columns) }
  }

  private static func askForward(
    _ judge: Judge, _ x: [[Float]], _ w: [[Float]], _ b: [Float], _ c: [Float]
  ) {
    let (input, weights) = (Tensor(x), Tensor(w))
    let (codeBias, outputBias) = (Tensor(b), Tensor(c))
    judge.ask(tiedForward, input, weights, codeBias, outputBias)
  }

  private static func askBackward(
    _ judge: Judge, _ x: [[Float]], _ w: [[Float]], _ b: [Float], _ c: [Float]
  ) {
    let (input, weights) = (Tensor(x), Tensor(w))
    let (code, rebuilt) = rightForward(input, weights, Tensor(b), Tensor(c))
    judge.ask(tiedGradient, input, weights, code, rebuilt)
  }

  @Sendable private static func rightForward(
    _ x: Tensor, _ w: Tensor, _ b: Tensor, _ c: Tensor
  ) -> Passage {
    let code = (matmul(x, w) + b).tanh()
    return (code, matmul(code, w, transposingRight: true) + c)
  }

  @Sendable private static func rightBackward(
    _ x: Tensor, _ w: Tensor, _ code: Tensor, _ rebuilt: Tensor
  ) -> Tensor {
    let (encoder, decoder) = parts(x, w, code, rebuilt)
    return encoder + decoder
  }

  /// The slopes of the two uses of W.
  private static func parts(
    _ x: Tensor, _ w: Tensor, _ code: Tensor, _ rebuilt: Tensor
  ) -> (encoder: Tensor, decoder: Tensor) {
    let blame = (rebuilt - x) / Float(x.shape[0])
    let codeBlame = matmul(blame, w) * (1 - code * code)
    return (
      matmul(x, codeBlame, transposingLeft: true), matmul(blame, code, transposingLeft: true)
    )
  }
}
