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
/// A parameter without a gradient stays where it is. Each optimizer is a subclass with its formula
/// in `update`, and so is one of your own:
///
///     final class SignDescent: Optimizer {
///       override func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
///         for place in value.indices where gradient[place] != 0 {
///           value[place] -= gradient[place] > 0 ? learningRate : -learningRate
///         }
///       }
///     }
open class Optimizer {
  /// What is moved.
  public let parameters: [Variable]

  /// How far: change it between steps to follow a schedule.
  public var learningRate: Float

  /// The pull of the weights towards 0: so much of each weight is added to its gradient.
  public let weightDecay: Float

  /// What the formula remembers of each parameter, such as a running mean: lists of variables of
  /// their shapes, zeros at first.
  public let memory: [[Variable]]

  /// Starts with so many lists of zeros as its memory.
  ///
  /// Traps when a parameter is listed twice, as it would step twice.
  public init(
    _ parameters: [Variable], learningRate: Float, weightDecay: Float = 0, memoryCount: Int = 0
  ) {
    self.parameters = parameters
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    memory = (0..<memoryCount).map { _ in
      parameters.map { Variable(constant: .zeros($0.shape)) }
    }
    let name = "\(type(of: self))"
    requireSize(learningRate, name, "learning rate")
    requireSize(weightDecay, name, "weight decay")
    var places: [ObjectIdentifier: Int] = [:]
    for (place, parameter) in parameters.enumerated() {
      if let first = places.updateValue(place, forKey: ObjectIdentifier(parameter)) {
        misuse(name, "parameter \(place) is parameter \(first) again: list each once")
      }
    }
  }

  /// What the optimizer remembers between steps: save and load it with the model's `state`, and
  /// training goes on, bit for bit, as if it had never stopped.
  ///
  ///     try ParameterFile.save(model.state + optimizer.state, to: file)
  ///
  /// Settings such as the learning rate are not part of it.
  open var state: [Variable] { Array(memory.joined()) }

  /// Forgets the gradients of the last step.
  public final func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }

  /// Moves every parameter that has a gradient once.
  ///
  /// Traps when a parameter or its gradient has got another shape.
  public final func step() {
    requireSize(learningRate, "step", "learning rate")
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.gradient else { continue }
      guard gradient.shape == parameter.shape else {
        misuse("step", "a gradient of shape \(gradient.shape) for a \(parameter.shape) parameter")
      }
      for list in memory where list[index].shape != parameter.shape {
        misuse(
          "step",
          "parameter \(index) had shape \(list[index].shape) at first, now \(parameter.shape)")
      }
      update(index, &parameter.value.scalars, gradient.scalars)
    }
  }

  /// The formula: moves the numbers of the parameter with this index, in place.
  open func update(_ index: Int, _ value: inout [Float], _ gradient: [Float]) {
    misuse("step", "\(type(of: self)) has no formula: override update")
  }
}
