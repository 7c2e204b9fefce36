import MiniTensor

// Optimizers, clipping, schedules; and chance.

extension MisuseTableTests {
  static let optimizers: [Call] = [
    Call(sgd, "SGD: learning rate nan: expected 0 or more") {
      _ = SGD(weights, learningRate: .nan)
    },
    Call(sgd, "SGD: learning rate -1.0: expected 0 or more") { _ = SGD(weights, learningRate: -1) },
    Call(sgd, "SGD: momentum 1.0: expected 0 up to, not including, 1") {
      _ = SGD(weights, learningRate: 1, momentum: 1)
    },
    Call(sgd, "SGD: weight decay inf: expected 0 or more") {
      _ = SGD(weights, learningRate: 1, weightDecay: .infinity)
    },
    Call(sgd, "SGD: Nesterov's variant needs momentum") {
      _ = SGD(weights, learningRate: 1, isNesterov: true)
    },
    Call(sgd, "SGD: parameter 1 is parameter 0 again: list each once") {
      _ = SGD(weights.flatMap { [$0, $0] }, learningRate: 1)
    },
    Call("Optimizer.step()", "step: a gradient of shape [2] for a [3] parameter") {
      let weight = v(3)
      weight.gradient = .ones(2)
      SGD([weight], learningRate: 1).step()
    },
    Call(adagrad, "Adagrad: epsilon -1.0: expected 0 or more") {
      _ = Adagrad(weights, epsilon: -1)
    },
    Call(adagrad, "Adagrad: learning rate nan: expected 0 or more") {
      _ = Adagrad(weights, learningRate: .nan)
    },
    Call("Optimizer.step()", "step: parameter 0 had shape [3] at first, now [4]") {
      let weight = v(3)
      let optimizer = Adagrad([weight])
      (weight.value, weight.gradient) = (.zeros(4), .ones(4))
      optimizer.step()
    },
    Call(rmsProp, "RMSProp: decay 1.0: expected 0 up to") { _ = RMSProp(weights, decay: 1) },
    Call(rmsProp, "RMSProp: weight decay -1.0: expected 0 or more") {
      _ = RMSProp(weights, weightDecay: -1)
    },
    Call("Optimizer.step()", "step: learning rate -1.0: expected 0 or more") {
      let optimizer = RMSProp(weights)
      optimizer.learningRate = -1
      optimizer.step()
    },
    Call(adadelta, "Adadelta: decay nan: expected 0 up to") { _ = Adadelta(weights, decay: .nan) },
    Call(adadelta, "Adadelta: parameter 1 is parameter 0 again: list each once") {
      _ = Adadelta(weights.flatMap { [$0, $0] })
    },
    Call("Optimizer.step()", "step: a gradient of shape [] for a [3] parameter") {
      let weight = v(3)
      weight.gradient = Tensor(1)
      Adadelta([weight]).step()
    },
    Call(adam("Adam"), "Adam: beta1 1.0: expected 0 up to") { _ = Adam(weights, beta1: 1) },
    Call(adam("Adam"), "Adam: beta2 -0.1: expected 0 up to") { _ = Adam(weights, beta2: -0.1) },
    Call(adam("Adam"), "Adam: epsilon nan: expected 0 or more") {
      _ = Adam(weights, epsilon: .nan)
    },
    Call(adam("Adam"), "Adam: parameter 1 is parameter 0 again: list each once") {
      _ = Adam(weights.flatMap { [$0, $0] })
    },
    Call(adam("AdamW"), "AdamW: weight decay -1.0: expected 0 or more") {
      _ = AdamW(weights, weightDecay: -1)
    },
    Call(adam("Adam"), "AMSGrad: learning rate -1.0: expected 0 or more") {
      _ = AMSGrad(weights, learningRate: -1)
    },
    Call("Optimizer.step()", "step: learning rate inf: expected 0 or more") {
      let optimizer = Adam(weights)
      optimizer.learningRate = .infinity
      optimizer.step()
    },
    Call("Optimizer.update(_:_:_:)", "step: Optimizer has no formula: override update") {
      let weight = v(1)
      weight.gradient = [1]
      Optimizer([weight], learningRate: 1).step()
    },
    Call(optimizer, "Optimizer: learning rate nan: expected 0 or more") {
      _ = Optimizer(weights, learningRate: .nan)
    },
    Call("[Variable].clipGradients(toNorm:)", "clipGradients: limit -1.0: expected 0 or more") {
      weights.clipGradients(toNorm: -1)
    },
    Call("LearningRateSchedule.step(every:factor:)", "step: an interval of 0 steps is not positive")
    {
      _ = LearningRateSchedule.step(every: 0)
    },
    Call("LearningRateSchedule.step(every:factor:)", "step: factor -1.0: expected 0 or more") {
      _ = LearningRateSchedule.step(every: 1, factor: -1)
    },
    Call("LearningRateSchedule.cosine(steps:final:)", "cosine: 0 steps are not positive") {
      _ = LearningRateSchedule.cosine(steps: 0)
    },
    Call("LearningRateSchedule.cosine(steps:final:)", "cosine: final factor nan: expected 0 or") {
      _ = LearningRateSchedule.cosine(steps: 1, final: .nan)
    },
    Call("LearningRateSchedule.exponential(factor:)", "exponential: factor nan: expected 0 or more")
    {
      _ = LearningRateSchedule.exponential(factor: .nan)
    },
    Call("LearningRateSchedule.warmedUp(over:)", "warmedUp: count -1: expected 0 or more steps") {
      _ = LearningRateSchedule.constant.warmedUp(over: -1)
    },
    Call("LearningRateSchedule.callAsFunction(_:)", "LearningRateSchedule: step -1: expected 0 or")
    {
      _ = LearningRateSchedule.constant(-1)
    },
  ]

  private static let optimizer =
    "Optimizer.init(_:learningRate:weightDecay:memoryCount:)"
  private static let sgd = "SGD.init(_:learningRate:momentum:isNesterov:weightDecay:)"
  private static let adagrad = "Adagrad.init(_:learningRate:epsilon:weightDecay:)"
  private static let rmsProp = "RMSProp.init(_:learningRate:decay:epsilon:weightDecay:)"
  private static let adadelta = "Adadelta.init(_:learningRate:decay:epsilon:weightDecay:)"

  private static func adam(_ name: String) -> String {
    name + ".init(_:learningRate:beta1:beta2:epsilon:weightDecay:)"
  }

  static let chance: [Call] = [
    Call("RandomGenerator.integer(below:)", "integer(below:): 0 is not positive") {
      withRandom { _ = $0.integer(below: 0) }
    },
    Call("RandomGenerator.permutation(_:)", "permutation: a count of -1 is negative") {
      withRandom { _ = $0.permutation(-1) }
    },
    Call(
      "RandomGenerator.choice(_:from:withReplacement:)",
      "choice: cannot draw 3 from 2 numbers without replacement"
    ) { withRandom { _ = $0.choice(3, from: 2) } },
    Call(
      "RandomGenerator.choice(_:from:withReplacement:)",
      "choice: cannot draw 3 from 0 numbers with replacement"
    ) { withRandom { _ = $0.choice(3, from: 0, withReplacement: true) } },
    Call(
      "RandomGenerator.choice(_:from:withReplacement:)",
      "choice: cannot draw -1 from 2 numbers without replacement"
    ) { withRandom { _ = $0.choice(-1, from: 2) } },
    Call("RandomGenerator.choice(weights:)", "choice(weights:): nan is not a weight") {
      withRandom { _ = $0.choice(weights: [.nan]) }
    },
    Call("RandomGenerator.choice(weights:)", "choice(weights:): -1.0 is not a weight") {
      withRandom { _ = $0.choice(weights: [1, -1]) }
    },
    Call("RandomGenerator.choice(weights:)", "choice(weights:): the weights [] add up to 0") {
      withRandom { _ = $0.choice(weights: []) }
    },
    Call("RandomGenerator.chance(_:)", "chance: probability 1.5: expected 0 to 1") {
      withRandom { _ = $0.chance(1.5) }
    },
    Call("RandomGenerator.chance(_:)", "chance: probability nan: expected 0 to 1") {
      withRandom { _ = $0.chance(.nan) }
    },
    Call("RandomGenerator.uniform(in:)", "uniform: range -3e+38...3e+38: expected a finite length")
    {
      withRandom { _ = $0.uniform(in: -3e38...3e38) }
    },
    Call("RandomGenerator.normal(mean:standardDeviation:)", "normal: mean nan: expected a finite") {
      withRandom { _ = $0.normal(mean: .nan, standardDeviation: 1) }
    },
    Call("RandomGenerator.normal(mean:standardDeviation:)", "normal: standard deviation -1.0") {
      withRandom { _ = $0.normal(mean: 0, standardDeviation: -1) }
    },
    Call(
      "Tensor.normal(_:mean:standardDeviation:using:)", "normal: standard deviation nan: expected"
    ) {
      withRandom { _ = Tensor.normal([0], standardDeviation: .nan, using: &$0) }
    },
    Call("Tensor.uniform(_:in:using:)", "uniform: range 0.0...inf: expected a finite length") {
      withRandom { _ = Tensor.uniform([1], in: 0...(.infinity), using: &$0) }
    },
    Call("Tensor.uniform(_:in:using:)", "shape: an axis cannot have the extent -1") {
      withRandom { _ = Tensor.uniform([-1], using: &$0) }
    },
  ]
}
