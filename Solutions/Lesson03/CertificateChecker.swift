/// Exercise 3.1 - The certificate checker.
///
/// One sum for each weight and one for the bias: what the multiplied demands leave of it.
public func isCertificate(multipliers: [Int], inputs: [[Int]], labels: [Int]) -> Bool {
  guard multipliers.allSatisfy({ $0 >= 0 }), multipliers.contains(where: { $0 > 0 }) else {
    return false
  }
  for weight in inputs[0].indices {
    let left = inputs.indices.reduce(0) { $0 + multipliers[$1] * labels[$1] * inputs[$1][weight] }
    if left != 0 { return false }
  }
  return zip(multipliers, labels).reduce(0) { $0 + $1.0 * $1.1 } == 0
}
