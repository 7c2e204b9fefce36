/// What one says about a list of results.
extension [Double] {
  /// The sum over the count; not a number for no values.
  public var mean: Double { reduce(0, +) / Double(count) }

  /// The number in the middle, or the mean of the two there; not a number for no values.
  public var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[count / 2] + sorted[(count - 1) / 2]) / 2
  }

  /// The standard deviation of the numbers, as an estimate (divided by n - 1).
  public var spread: Double {
    let mean = mean
    return (map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(Swift.max(1, count - 1)))
      .squareRoot()
  }
}
