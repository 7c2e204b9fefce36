import AnswerProtocol
import ExerciseKit
import MiniTensor

extension Checks07 {
  /// Exercise 7.4.
  static let firstWeights = Check(
    "7.4", "The first weights", difficulty: 2, minutes: 20,
    file: "FirstWeights.swift", chapter: chapter, section: "Where to begin",
    replaces: [
      "Initializer", "heNormal", "heUniform", "glorotNormal", "glorotUniform", "Linear",
    ],
    hints: [
      """
      Tensor.normal([inputs, outputs], standardDeviation: ..., using: &generator) does the \
      drawing; only the spread is yours to find.
      """,
      "A standard deviation is the root of a variance: for He's rule, of 2 / Float(inputs).",
      """
      For Glorot's rule set limit^2 / 3 equal to 2 / (inputs + outputs), solve for the limit, and \
      draw from -limit...limit.
      """,
    ],
    parts: [
      Part("He, normal", points: 2) { judge in
        ask(judge, heNormal, scale: { inputs, _ in Float(inputs) }, beyond: 0.0455)
      },
      Part("Glorot, uniform", points: 2) { judge in
        ask(judge, glorotUniform, scale: { Float($0 + $1) }, beyond: 0)
      },
    ],
    mistakes: heMistakes + glorotMistakes)

  private static let heMistakes: [Mistake] = [
    heNormal.mistake(
      "the variance was given as the standard deviation: its root is missing in He's rule",
      drawing { normal($0, $1, 4 / Float($0 * $0), &$2) }),
    heNormal.mistake(
      "He's factor 2 is missing: a ReLU lets only half of the signal through",
      drawing { normal($0, $1, 1 / Float($0), &$2) }),
    heNormal.mistake(
      "He's rule counts the inputs of the layer, not its outputs",
      drawing { normal($0, $1, 2 / Float($1), &$2) }),
    heNormal.mistake(
      "He's rule uses the inputs only: inputs + outputs is Glorot's",
      drawing { normal($0, $1, 2 / Float($0 + $1), &$2) }),
    heNormal.mistake(
      "the spread of heNormal is right, but it is drawn evenly: use Tensor.normal",
      drawing { uniform($0, $1, 6 / Float($0), &$2) }),
    heNormal.mistake(
      "the shape of heNormal is turned round: [inputs, outputs]",
      drawing { normal($1, $0, 2 / Float($0), &$2) }),
    heNormal.mistake(
      "heNormal makes a generator of its own, so all layers get the same weights",
      drawing { inputs, outputs, _ in
        var own = RandomGenerator(seed: 1)
        return normal(inputs, outputs, 2 / Float(inputs), &own)
      }),
  ]

  private static let glorotMistakes: [Mistake] = [
    glorotUniform.mistake(
      "sqrt(2 / (inputs + outputs)) is the standard deviation; the limit is sqrt(3) times it",
      drawing { uniform($0, $1, 2 / Float($0 + $1), &$2) }),
    glorotUniform.mistake(
      "the limit of glorotUniform lacks its root: limit^2 is 6 / (inputs + outputs)",
      drawing { uniform($0, $1, 36 / Float(($0 + $1) * ($0 + $1)), &$2) }),
    glorotUniform.mistake(
      "glorotUniform draws from 0 to the limit: half of the weights must be negative",
      drawing { inputs, outputs, generator in
        let limit = (6 / Float(inputs + outputs)).squareRoot()
        return .uniform([inputs, outputs], in: 0...limit, using: &generator)
      }),
    glorotUniform.mistake(
      "glorotUniform counts the inputs only: add the outputs",
      drawing { uniform($0, $1, 6 / Float($0), &$2) }),
    glorotUniform.mistake(
      "the spread of glorotUniform is right, but it is drawn normally: use Tensor.uniform",
      drawing { normal($0, $1, 2 / Float($0 + $1), &$2) }),
    glorotUniform.mistake(
      "the shape of glorotUniform is turned round: [inputs, outputs]",
      drawing { uniform($1, $0, 6 / Float($0 + $1), &$2) }),
  ]

  // MARK: - Questions

  /// The weights, and the generator as it is after drawing them.
  private typealias Drawn = (result: Tensor, generator: RandomGenerator)
  private typealias Rule = Function<Int, Int, RandomGenerator, Drawn>

  private static let heNormal = Rule(
    "heNormal(inputs:outputs:using:)", reading: drawn,
    drawing { normal($0, $1, 2 / Float($0), &$2) })
  private static let glorotUniform = Rule(
    "glorotUniform(inputs:outputs:using:)", reading: drawn,
    drawing { uniform($0, $1, 6 / Float($0 + $1), &$2) })

  @Sendable private static func drawn(_ value: Value) throws -> Drawn {
    try value.tuple(of: Tensor.self, RandomGenerator.self)
  }

  /// A rule that changes its generator, as one that gives the changed generator back.
  private static func drawing(
    _ rule: @escaping @Sendable (Int, Int, inout RandomGenerator) -> Tensor
  ) -> @Sendable (Int, Int, RandomGenerator) -> Drawn {
    { inputs, outputs, generator in
      var generator = generator
      let result = rule(inputs, outputs, &generator)
      return (result, generator)
    }
  }

  /// Shape, spread, mean, form, and where the chance comes from.
  private static func ask(
    _ judge: Judge, _ rule: Rule, scale: (Int, Int) -> Float, beyond share: Float
  ) {
    let generator = RandomGenerator(seed: judge.generator.next())
    for (inputs, outputs) in [(3, 5), (1, 1)] {
      let call = Code.call(rule.name, [inputs, outputs, generator])
      judge.ask("\(verbatim: call).shape") { answers in
        try answers.call(rule, inputs, outputs, generator).result.shape
      }
    }
    for (inputs, outputs) in [(100, 400), (400, 100), (200, 200)] {
      let factor = scale(inputs, outputs)
      let call = Code.call(rule.name, [inputs, outputs, generator])
      let weights = { (answers: Answers) in
        try answers.call(rule, inputs, outputs, generator).result.scalars
      }
      judge.ask(
        "\(Int(factor)) times the variance of \(verbatim: call)", expect: "2, within 0.1",
        where: { (variance: Float) in abs(variance - 2) < 0.1 }
      ) { answers -> Float in factor * variance(try weights(answers)) }
      judge.ask(
        "the mean of \(verbatim: call) in standard deviations", expect: "0, within 0.05",
        where: { (mean: Float) in abs(mean) < 0.05 }
      ) { answers in
        let weights = try weights(answers)
        return mean(weights) / variance(weights).squareRoot()
      }
      judge.ask(
        "the share of \(verbatim: call) beyond 2 standard deviations",
        expect: "\(short(Double(share))), within 0.01",
        where: { (found: Float) in abs(found - share) < 0.01 }
      ) { answers in
        let weights = try weights(answers)
        let limit = 2 * variance(weights).squareRoot()
        return Float(weights.count { abs($0) > limit }) / Float(max(weights.count, 1))
      }
    }
    judge.ask("whether two layers from one generator have the same weights") { answers in
      let first = try answers.call(rule, 4, 3, generator)
      return try answers.call(rule, 4, 3, first.generator).result == first.result
    }
  }

  private static func mean(_ values: [Float]) -> Float {
    values.reduce(0, +) / Float(max(values.count, 1))
  }

  private static func variance(_ values: [Float]) -> Float {
    let middle = mean(values)
    return mean(values.map { ($0 - middle) * ($0 - middle) })
  }
}

// MARK: - Drawing, right and wrong

private func normal(
  _ inputs: Int, _ outputs: Int, _ variance: Float, _ generator: inout RandomGenerator
) -> Tensor {
  .normal([inputs, outputs], standardDeviation: variance.squareRoot(), using: &generator)
}

private func uniform(
  _ inputs: Int, _ outputs: Int, _ squaredLimit: Float, _ generator: inout RandomGenerator
) -> Tensor {
  let limit = squaredLimit.squareRoot()
  return .uniform([inputs, outputs], in: -limit...limit, using: &generator)
}
