import ExerciseKit

/// The two neurons in the other order, and larger: one wakes at 1/2, the other climbs by 4.
public func tentNetwork(folds: Int) -> [(weights: [[Float]], bias: [Float])] {
  // T(x) = relu(4 x) / 2 - 2 relu(2 x - 1)
  var layers: [(weights: [[Float]], bias: [Float])] = [([[2, 4]], [-1, 0])]
  while layers.count < folds { layers.append(([[-4, -8], [1, 2]], [-1, 0])) }
  layers.append(([[-2], [0.5]], [0]))
  return layers
}
