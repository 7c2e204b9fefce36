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

  /// What the optimizer remembers between steps: save and load it with the model's `state`, and
  /// training goes on, bit for bit, as if it had never stopped.
  ///
  ///     try ParameterFile.save(model.state + optimizer.state, to: file)
  ///
  /// Settings such as the learning rate are not part of it.
  var state: [Variable] { get }

  /// Moves every parameter once.
  ///
  /// Traps when a parameter or its gradient has got another shape.
  func step()
}

extension Optimizer {
  /// Nothing to remember, as in plain gradient descent.
  public var state: [Variable] { [] }

  /// Forgets the gradients of the last step.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }

  /// Calls `update` for every parameter that has a gradient, with its place in the list.
  ///
  /// The numbers are handed over for change in place: no copy is made. `memory` is checked to fit.
  func updateEach(
    remembering memory: [Variable] = [],
    _ update: (_ index: Int, _ value: inout [Float], _ gradient: [Float]) -> Void
  ) {
    requireSize(learningRate, "step", "learning rate")
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.gradient else { continue }
      guard gradient.shape == parameter.shape else {
        misuse("step", "a gradient of shape \(gradient.shape) for a \(parameter.shape) parameter")
      }
      guard memory.isEmpty || memory[index].shape == parameter.shape else {
        misuse(
          "step",
          "parameter \(index) had shape \(memory[index].shape) at first, now \(parameter.shape)")
      }
      update(index, &parameter.value.scalars, gradient.scalars)
    }
  }
}

extension [Variable] {
  /// The parameters of an optimizer; traps when one is listed twice, as it would step twice.
  func listedOnce(in optimizer: String) -> [Variable] {
    var places: [ObjectIdentifier: Int] = [:]
    for (place, variable) in enumerated() {
      if let first = places.updateValue(place, forKey: ObjectIdentifier(variable)) {
        misuse(optimizer, "parameter \(place) is parameter \(first) again: list each once")
      }
    }
    return self
  }

  /// Zeros of the shape of each parameter: an optimizer's memory.
  func zeros() -> [Variable] { map { Variable(constant: .zeros($0.shape)) } }
}
