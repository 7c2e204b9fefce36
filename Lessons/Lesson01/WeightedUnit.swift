/// The threshold unit of today: every input has a weight, and weights may be negative.
///
///     fires when   w1 x1 + w2 x2 + ... + wn xn >= threshold
///
/// It differs from the neuron of 1943 in one thing. There an inhibitory input forbids; here it
/// subtracts, and enough excitation can outweigh it.
struct WeightedUnit {
  var weights: [Int]
  var threshold: Int

  /// The weights of the active inputs, added up.
  func sum(_ inputs: [Bool]) -> Int {
    var sum = 0
    for (weight, input) in zip(weights, inputs) where input {
      sum += weight
    }
    return sum
  }

  func fires(on inputs: [Bool]) -> Bool {
    sum(inputs) >= threshold
  }
}
