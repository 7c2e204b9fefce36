/// Several attentions side by side, each in its own part of the space.
///
/// Every position makes a query, a key and a value. They are cut into `headCount` pieces, each
/// piece attends on its own, and a last linear layer mixes what the heads found.
///
///     let attention = MultiHeadAttention(
///       size: 16, headCount: 4, isCausal: true, using: &generator)
///     let mixed = attention(sequence)            // [batch, time, 16] -> the same
///
/// **Shape** `[batch, time, size]` -> the same. Parameters: query, key, value, output, each
/// `[size, size]` (and `[size]` with a bias). Complexity: O(batch · time · size · (time + size)).
/// Source: A. Vaswani and others, NeurIPS 2017, section 3.2.2.
public struct MultiHeadAttention: Layer {
  /// What each position asks for.
  public let query: Linear
  /// What each position can be found by.
  public let key: Linear
  /// What each position tells those who look at it.
  public let value: Linear
  /// Mixes what the heads found.
  public let output: Linear
  /// How many heads share the `size` numbers.
  public let headCount: Int
  /// True when no position sees what comes after it.
  public let isCausal: Bool

  /// Makes the four maps.
  ///
  /// Traps when the heads do not divide the size.
  public init(
    size: Int, headCount: Int, isCausal: Bool = false, hasBias: Bool = true,
    initializer: Initializer = .glorotUniform, using generator: inout RandomGenerator
  ) {
    guard headCount > 0, size > 0, size % headCount == 0 else {
      misuse("MultiHeadAttention", "\(headCount) heads cannot share \(size) numbers evenly")
    }
    func map() -> Linear {
      Linear(
        inputSize: size, outputSize: size, hasBias: hasBias, initializer: initializer,
        using: &generator)
    }
    (query, key, value, output) = (map(), map(), map(), map())
    (self.headCount, self.isCausal) = (headCount, isCausal)
  }

  /// Query, key, value, output.
  public var parameters: [Variable] { [query, key, value, output].flatMap { $0.parameters } }

  /// Every position looks at the whole sequence, or at its past when causal.
  public func callAsFunction(_ input: Variable) -> Variable { self(input, over: input) }

  /// Every position of the input looks at every position of a memory (cross-attention).
  ///
  /// **Shape** `input [batch, n, size]`, `memory [batch, m, size]` -> `[batch, n, size]`. A mask as
  /// in `scaledDotProductAttention`, `[n, m]`, takes the place of the causal one.
  public func callAsFunction(
    _ input: Variable, over memory: Variable, mask: Tensor? = nil
  ) -> Variable {
    requireSequences(input, memory)
    let found = scaledDotProductAttention(
      queries: heads(of: query(input)), keys: heads(of: key(memory)),
      values: heads(of: value(memory)), mask: mask ?? ownMask(input, memory))
    return output(found.transposed(axes: [0, 2, 1, 3]).reshaped(input.shape))
  }

  /// Who looks at whom, for a picture.
  ///
  /// **Shape** `[batch, time, size]` -> `[batch, headCount, time, time]`.
  public func weights(_ input: Variable) -> Tensor {
    requireSequences(input, input)
    return withoutGradients {
      attentionWeights(
        queries: heads(of: query(input)).value, keys: heads(of: key(input)).value,
        mask: ownMask(input, input))
    }
  }

  /// `[batch, time, size]` -> `[batch, heads, time, size / heads]`.
  private func heads(of x: Variable) -> Variable {
    let size = x.shape[2] / headCount
    return x.reshaped(x.shape[0], x.shape[1], headCount, size).transposed(axes: [0, 2, 1, 3])
  }

  private func requireSequences(_ input: Variable, _ memory: Variable) {
    let size = query.weight.shape[0]
    for sequences in [input, memory]
    where sequences.shape.rank != 3 || sequences.shape[2] != size
      || sequences.shape[0] != input.shape[0]
    {
      misuse(
        "MultiHeadAttention",
        """
        input of shape \(input.shape), memory of shape \(memory.shape): \
        expected [batch, time, \(size)]
        """)
    }
  }

  private func ownMask(_ input: Variable, _ memory: Variable) -> Tensor? {
    guard isCausal else { return nil }
    guard input.shape[1] == memory.shape[1] else {
      misuse(
        "MultiHeadAttention", "a causal look from \(input.shape[1]) at \(memory.shape[1]) steps")
    }
    return .causalMask(input.shape[1])
  }
}
