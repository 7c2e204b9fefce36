/// Moves parameters downhill, after `backward()` has said which way that is.
///
///     let optimizer = Adam(model.parameters, learningRate: 0.001)
///     for batch in batches {
///       optimizer.zeroGradients()
///       let loss = softmaxCrossEntropy(logits: model(batch.images), labels: batch.labels)
///       loss.backward()
///       optimizer.step()
///     }
///
/// A parameter without a gradient stays where it is.
public protocol Optimizer: AnyObject {
  /// What is moved.
  var parameters: [Variable] { get }

  /// How far: change it between steps to follow a schedule.
  var learningRate: Float { get set }

  /// Moves every parameter once.
  func step()
}

extension Optimizer {
  /// Forgets the gradients of the last step.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }
}

extension [Variable] {
  /// Calls `update` for every parameter that has a gradient, with its place in the list.
  ///
  /// The numbers are handed over for change in place: no copy is made.
  func updateEach(_ update: (_ index: Int, _ value: inout [Float], _ gradient: [Float]) -> Void) {
    for (index, parameter) in enumerated() {
      guard let gradient = parameter.gradient else { continue }
      guard gradient.shape == parameter.value.shape else {
        misuse("step", "a gradient of shape \(gradient.shape) for a \(parameter.shape) parameter")
      }
      update(index, &parameter.value.scalars, gradient.scalars)
    }
  }

  /// A list of zeros for each parameter: an optimizer's memory.
  func zeros() -> [[Float]] { map { [Float](repeating: 0, count: $0.value.count) } }
}
