import MiniTensor

/// One block of a transformer: look around, then think about it.
///
///     x <- x + attention(norm(x))          every position collects from the others
///     x <- x + feedForward(norm(x))        every position computes on its own
///
/// The sums are the skip connections of lesson 10. The norm stands inside the branches, as in
/// GPT-2 (2019); in the paper of 2017 it stood after each sum.
///
/// The weights start small, evenly within 1 / sqrt(size): with larger ones (Glorot's rule) the
/// first scores are so decided that the recall of section 4 finds no beginning.
///
/// **Shape** `[batch, time, size]` -> the same.
struct Block: Layer {
  let attentionNorm, thoughtNorm: LayerNorm
  let attention: MultiHeadAttention
  /// `nil` for a block that only looks.
  let feedForward: Sequential?

  init(
    size: Int, headCount: Int, isCausal: Bool, thinks: Bool, using generator: inout RandomGenerator
  ) {
    let initializer = Initializer.uniform(limit: 1 / Float(size).squareRoot())
    attentionNorm = LayerNorm(size: size)
    attention = MultiHeadAttention(
      size: size, headCount: headCount, isCausal: isCausal, initializer: initializer,
      using: &generator)
    thoughtNorm = LayerNorm(size: size)
    feedForward =
      thinks
      ? Sequential(
        Linear(inputSize: size, outputSize: 2 * size, initializer: .heNormal, using: &generator),
        Activation.relu,
        Linear(inputSize: 2 * size, outputSize: size, initializer: initializer, using: &generator))
      : nil
  }

  var parameters: [Variable] {
    let thought = feedForward.map { thoughtNorm.parameters + $0.parameters } ?? []
    return attentionNorm.parameters + attention.parameters + thought
  }

  func callAsFunction(_ input: Variable) -> Variable {
    let x = input + attention(attentionNorm(input))
    return feedForward.map { x + $0(thoughtNorm(x)) } ?? x
  }
}
