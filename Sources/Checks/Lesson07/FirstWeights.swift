import ExerciseKit
import MiniTensor

extension Checks07 {
  /// The two functions of exercise 7.4.
  public struct FirstWeights: Sendable {
    /// Draws the weights of a layer.
    public typealias Rule =
      @Sendable (_ inputs: Int, _ outputs: Int, _ generator: inout RandomGenerator) -> Tensor

    var he: Rule
    var glorot: Rule

    /// Gathers the two answers.
    public init(heNormal: @escaping Rule, glorotUniform: @escaping Rule) {
      he = heNormal
      glorot = glorotUniform
    }

    /// The right two, with one of them replaced.
    fileprivate static func wrong(he: Rule? = nil, glorot: Rule? = nil) -> FirstWeights {
      FirstWeights(
        heNormal: he ?? { normal($0, $1, 2 / Float($0), &$2) },
        glorotUniform: glorot ?? { uniform($0, $1, 6 / Float($0 + $1), &$2) })
    }
  }

  /// Exercise 7.4.
  public static let firstWeights = Check<FirstWeights>(
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
        ask(judge, "heNormal", scale: { inputs, _ in Float(inputs) }, beyond: 0.0455) { $0.he }
      },
      Part("Glorot, uniform", points: 2) { judge in
        ask(judge, "glorotUniform", scale: { Float($0 + $1) }, beyond: 0) { $0.glorot }
      },
    ],
    mistakes: heMistakes + glorotMistakes)

  private static let heMistakes: [Mistake<FirstWeights>] = [
    Mistake(
      "the variance was given as the standard deviation: its root is missing in He's rule",
      .wrong(he: { normal($0, $1, 4 / Float($0 * $0), &$2) })),
    Mistake(
      "He's factor 2 is missing: a ReLU lets only half of the signal through",
      .wrong(he: { normal($0, $1, 1 / Float($0), &$2) })),
    Mistake(
      "He's rule counts the inputs of the layer, not its outputs",
      .wrong(he: { normal($0, $1, 2 / Float($1), &$2) })),
    Mistake(
      "He's rule uses the inputs only: inputs + outputs is Glorot's",
      .wrong(he: { normal($0, $1, 2 / Float($0 + $1), &$2) })),
    Mistake(
      "the spread of heNormal is right, but it is drawn evenly: use Tensor.normal",
      .wrong(he: { uniform($0, $1, 6 / Float($0), &$2) })),
    Mistake(
      "the shape of heNormal is turned round: [inputs, outputs]",
      .wrong(he: { normal($1, $0, 2 / Float($0), &$2) })),
    Mistake(
      "heNormal makes a generator of its own, so all layers get the same weights",
      .wrong(he: { inputs, outputs, _ in
        var own = RandomGenerator(seed: 1)
        return normal(inputs, outputs, 2 / Float(inputs), &own)
      })),
  ]

  private static let glorotMistakes: [Mistake<FirstWeights>] = [
    Mistake(
      "sqrt(2 / (inputs + outputs)) is the standard deviation; the limit is sqrt(3) times it",
      .wrong(glorot: { uniform($0, $1, 2 / Float($0 + $1), &$2) })),
    Mistake(
      "the limit of glorotUniform lacks its root: limit^2 is 6 / (inputs + outputs)",
      .wrong(glorot: { uniform($0, $1, 36 / Float(($0 + $1) * ($0 + $1)), &$2) })),
    Mistake(
      "glorotUniform draws from 0 to the limit: half of the weights must be negative",
      .wrong(glorot: { inputs, outputs, generator in
        let limit = (6 / Float(inputs + outputs)).squareRoot()
        return .uniform([inputs, outputs], in: 0...limit, using: &generator)
      })),
    Mistake(
      "glorotUniform counts the inputs only: add the outputs",
      .wrong(glorot: { uniform($0, $1, 6 / Float($0), &$2) })),
    Mistake(
      "the spread of glorotUniform is right, but it is drawn normally: use Tensor.uniform",
      .wrong(glorot: { normal($0, $1, 2 / Float($0 + $1), &$2) })),
    Mistake(
      "the shape of glorotUniform is turned round: [inputs, outputs]",
      .wrong(glorot: { uniform($1, $0, 6 / Float($0 + $1), &$2) })),
  ]

  // MARK: - Questions

  /// Shape, spread, mean, form, and where the chance comes from.
  private static func ask(
    _ judge: Judge<FirstWeights>, _ name: String, scale: @escaping @Sendable (Int, Int) -> Float,
    beyond share: Float, _ rule: @escaping @Sendable (FirstWeights) -> FirstWeights.Rule
  ) {
    let seed = judge.generator.next()
    @Sendable func draw(_ answer: FirstWeights, _ inputs: Int, _ outputs: Int) -> Tensor {
      var generator = RandomGenerator(seed: seed)
      return rule(answer)(inputs, outputs, &generator)
    }
    for (inputs, outputs) in [(3, 5), (1, 1)] {
      judge.ask(
        "\(verbatim: name)(inputs: \(inputs), outputs: \(outputs), using: &generator).shape",
        expect: [inputs, outputs]
      ) { draw($0, inputs, outputs).shape }
    }
    for (inputs, outputs) in [(100, 400), (400, 100), (200, 200)] {
      let factor = scale(inputs, outputs)
      let call: Code =
        "\(verbatim: name)(inputs: \(inputs), outputs: \(outputs), using: &generator)"
      judge.ask(
        "\(Int(factor)) times the variance of \(verbatim: call.text)", expect: 2 as Float,
        tolerance: 0.05
      ) { factor * variance(draw($0, inputs, outputs).scalars) }
      judge.ask(
        "the mean of \(verbatim: call.text) in standard deviations", expect: 0 as Float,
        tolerance: 0.05
      ) { answer in
        let weights = draw(answer, inputs, outputs).scalars
        return mean(weights) / variance(weights).squareRoot()
      }
      judge.ask(
        "the share of \(verbatim: call.text) beyond 2 standard deviations", expect: share,
        tolerance: 0.01
      ) { answer in
        let weights = draw(answer, inputs, outputs).scalars
        let limit = 2 * variance(weights).squareRoot()
        return Float(weights.count { abs($0) > limit }) / Float(max(weights.count, 1))
      }
    }
    judge.ask(
      "whether two layers from one generator have the same weights", expect: false
    ) { answer in
      var generator = RandomGenerator(seed: seed)
      let first = rule(answer)(4, 3, &generator)
      return first == rule(answer)(4, 3, &generator)
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
