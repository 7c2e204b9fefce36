import ExerciseKit

/// A function that calls itself, an epoch each time.
public func trained(
  on x: [[Float]], labels: [Float], epochLimit: Int,
  predict: (_ weights: [Float], _ bias: Float, _ x: [Float]) -> Float,
  update: (_ weights: [Float], _ bias: Float, _ x: [Float], _ label: Float, _ predicted: Float)
    -> (weights: [Float], bias: Float)
) -> (weights: [Float], bias: Float, mistakes: [Int]) {
  typealias State = (weights: [Float], bias: Float, mistakes: [Int])
  func epoch(_ state: State) -> State {
    var next: State = (state.weights, state.bias, state.mistakes + [0])
    for i in 0..<x.count {
      let answer = predict(next.weights, next.bias, x[i])
      if answer * labels[i] > 0 { continue }
      next.mistakes[next.mistakes.count - 1] += 1
      let moved = update(next.weights, next.bias, x[i], labels[i], answer)
      next.weights = moved.weights
      next.bias = moved.bias
    }
    let isDone = next.mistakes.last == 0 || next.mistakes.count == epochLimit
    return isDone ? next : epoch(next)
  }
  return epoch((x[0].map { _ in 0 }, 0, []))
}
