/// A table with one learned vector for each symbol: looking a row up replaces a product with a
/// one-hot vector.
///
/// **Shape** `n` symbols -> `[n, dimension]`; lists of equal length -> `[batch, time, dimension]`.
/// Traps when a symbol is not in 0 ..< count. Source: Y. Bengio and others, JMLR 3, 2003.
public struct Embedding {
  /// One row a symbol.
  ///
  /// **Shape** `[count, dimension]`.
  public let weight: Variable

  /// Makes a table with drawn vectors.
  public init(
    count: Int, dimension: Int, initializer: Initializer = .normal(standardDeviation: 1),
    using generator: inout RandomGenerator
  ) {
    require(count > 0, "Embedding", "count", count, "expected 1 or more")
    require(dimension > 0, "Embedding", "dimension", dimension, "expected 1 or more")
    weight = Variable(initializer([count, dimension], using: &generator))
  }

  /// Makes a table from given vectors.
  ///
  /// Traps when the table is not a matrix.
  public init(weight: Tensor) {
    guard weight.rank == 2 else {
      misuse("Embedding", "weight of shape \(weight.shape): expected [count, dimension]")
    }
    self.weight = Variable(weight)
  }

  /// The table.
  public var parameters: [Variable] { [weight] }

  /// Looks up symbols.
  ///
  /// **Shape** -> `[symbols.count, dimension]`.
  public func callAsFunction(_ symbols: [Int]) -> Variable {
    for symbol in symbols where symbol < 0 || symbol >= weight.shape[0] {
      misuse("Embedding", "symbol \(symbol) is not in 0 ..< \(weight.shape[0])")
    }
    return weight.rows(symbols)
  }

  /// Looks up sequences of one length.
  ///
  /// **Shape** -> `[batch, time, dimension]`.
  public func callAsFunction(_ sequences: [[Int]]) -> Variable {
    let length = sequences.first?.count ?? 0
    for sequence in sequences where sequence.count != length {
      misuse("Embedding", "sequences of \(length) and \(sequence.count) symbols in one batch")
    }
    return self(Array(sequences.joined())).reshaped(sequences.count, length, weight.shape[1])
  }
}
