import ExerciseKit
import MiniTensor

extension Checks14 {
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
      Part("forward", points: 2) { judge in
        for (x, w, b, c) in cases(judge) { judge.ask(forward, x, w, b, c) }
      },
      Part("the slope of the weights", points: 3) { judge in
        for (x, w, b, c) in cases(judge) {
          let (code, rebuilt) = passage(x, w, b, c)
          judge.ask(slope, x, w, code, rebuilt)
        }
      },
    ],
    mistakes: [
      forward.mistake("the code has no bend: tanh comes before the decoder") { x, w, b, c in
        passage(x, w, b, c, bend: { $0 })
      },
      forward.mistake("x^ has no tanh: the last layer is straight") { x, w, b, c in
        let (code, rebuilt) = passage(x, w, b, c)
        return (code, rebuilt.tanh())
      },
      forward.mistake("the code's bias is missing") { x, w, b, c in passage(x, w, b * 0, c) },
      forward.mistake("the bias of the output is missing") { x, w, b, c in passage(x, w, b, c * 0)
      },
      forward.mistake("the decoder uses W transposed: matmul(..., transposingRight: true)") {
        x, w, b, c in
        guard w.shape[0] == w.shape[1] else { throw Trap("matmul: shapes") }
        let code = passage(x, w, b, c).code
        return (code, matmul(code, w) + c)
      },
      forward.mistake("the code is a tanh, not a sigmoid") { x, w, b, c in
        passage(x, w, b, c, bend: { $0.sigmoid() })
      },
      slope.mistake("that is the decoder's part alone: the encoder uses W too") { x, w, h, y in
        parts(x, w, h, y).decoder
      },
      slope.mistake("that is the encoder's part alone: the decoder uses W too") { x, w, h, y in
        parts(x, w, h, y).encoder
      },
      slope.mistake("the slope of tanh is missing on the way back: 1 - code^2") { x, w, h, y in
        parts(x, w, h * 0, y).encoder + parts(x, w, h, y).decoder
      },
      slope.mistake("the blame is divided by n, the rows of the batch") { x, w, h, y in
        sum(x, w, h, y) * Float(x.shape[0])
      },
      slope.mistake("the blame is divided by the rows of the batch, not by its columns too") {
        x, w, h, y in sum(x, w, h, y) / Float(x.shape[1])
      },
      slope.mistake("the loss has a 2 below the line, which cancels the 2 of the square") {
        x, w, h, y in sum(x, w, h, y) * 2
      },
      slope.mistake("the sign: the blame of x^ is x^ - x") { x, w, h, y in -sum(x, w, h, y) },
      slope.mistake("the two parts add up; yours is their mean") { x, w, h, y in
        sum(x, w, h, y) * 0.5
      },
    ])

  // MARK: - The functions

  private static let forward = Function("tiedForward(_:weights:codeBias:outputBias:)") {
    (x: Tensor, w: Tensor, b: Tensor, c: Tensor) in passage(x, w, b, c)
  }

  private static let slope = Function("tiedGradient(_:weights:code:rebuilt:)") {
    (x: Tensor, w: Tensor, code: Tensor, rebuilt: Tensor) -> Tensor in sum(x, w, code, rebuilt)
  }

  private static func passage(
    _ x: Tensor, _ w: Tensor, _ b: Tensor, _ c: Tensor, bend: (Tensor) -> Tensor = { $0.tanh() }
  ) -> (code: Tensor, rebuilt: Tensor) {
    let code = bend(matmul(x, w) + b)
    return (code, matmul(code, w, transposingRight: true) + c)
  }

  private static func sum(_ x: Tensor, _ w: Tensor, _ code: Tensor, _ rebuilt: Tensor) -> Tensor {
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

  // MARK: - Questions

  /// Wide and narrow, a batch of one, a code wider than the data, and a random shape.
  private static func cases(_ judge: Judge) -> [(Tensor, Tensor, Tensor, Tensor)] {
    let random = (
      judge.generator.count(2...4), judge.generator.count(2...6), judge.generator.count(1...3)
    )
    return [
      (
        Tensor([[1, -0.5, 0.25], [0.5, 2, -1]]), Tensor([[0.5, -1], [1, 0.5], [-0.25, 2]]),
        Tensor([0.1, -0.2]), Tensor([0.5, 0, -1])
      ),
      (Tensor([[2], [1], [-1]]), Tensor([[-0.5]]), Tensor([0.25]), Tensor([1])),
    ]
      + [(4, 5, 3), (1, 3, 2), (3, 2, 4), random].map { rows, columns, size in
        (
          judge.generator.matrix(rows, columns), judge.generator.matrix(columns, size),
          Tensor(judge.generator.floats(size)), Tensor(judge.generator.floats(columns))
        )
      }
  }
}
