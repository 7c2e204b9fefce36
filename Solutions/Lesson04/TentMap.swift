/// Exercise 4.5 - Fold the line.
public func tentNetwork(folds: Int) -> [(weights: [[Float]], bias: [Float])] {
  // T(x) = 2 relu(x) - 4 relu(x - 1/2)
  let tent: [Float] = [2, -4]
  let hinges: [Float] = [0, -0.5]
  let first = (weights: [[Float(1), 1]], bias: hinges)
  let next = (weights: tent.map { [$0, $0] }, bias: hinges)
  let output = (weights: tent.map { [$0] }, bias: [Float(0)])
  return [first] + Array(repeating: next, count: folds - 1) + [output]
}
