/// Exercise 2.3 - Train until it is right.
///
/// `repeat` runs the epoch that is free of mistakes before it stops, so that its 0 is in the list.
public func trained(
  on x: [[Float]], labels: [Float], epochLimit: Int,
  predict: (_ weights: [Float], _ bias: Float, _ x: [Float]) -> Float,
  update: (_ weights: [Float], _ bias: Float, _ x: [Float], _ label: Float, _ predicted: Float)
    -> (weights: [Float], bias: Float)
) -> (weights: [Float], bias: Float, mistakes: [Int]) {
  var weights = [Float](repeating: 0, count: x[0].count)
  var bias: Float = 0
  var mistakes: [Int] = []
  repeat {
    var wrong = 0
    for (example, label) in zip(x, labels) {
      let answer = predict(weights, bias, example)
      guard answer != label else { continue }
      wrong += 1
      (weights, bias) = update(weights, bias, example, label, answer)
    }
    mistakes.append(wrong)
  } while mistakes.last != 0 && mistakes.count < epochLimit
  return (weights, bias, mistakes)
}
