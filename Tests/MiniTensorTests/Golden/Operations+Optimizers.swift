@testable import MiniTensor

// Five steps of each optimizer; clipping and schedules.

extension Operation {
  static let optimizers: [Operation] = [
    optimizer("SGD", ["SGD.init(_:learningRate:momentum:isNesterov:weightDecay:)"]) {
      SGD($0, learningRate: 0.1)
    },
    optimizer("SGD, decay", []) { SGD($0, learningRate: 0.1, weightDecay: 0.05) },
    optimizer("SGD, momentum", []) {
      SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.05)
    },
    optimizer("SGD, Nesterov", []) {
      SGD($0, learningRate: 0.1, momentum: 0.9, isNesterov: true, weightDecay: 0.05)
    },
    optimizer(
      "Adagrad", ["Adagrad.init(_:learningRate:epsilon:weightDecay:)"]
    ) { Adagrad($0, learningRate: 0.1, weightDecay: 0.05) },
    optimizer(
      "Adadelta", ["Adadelta.init(_:learningRate:decay:epsilon:weightDecay:)"]
    ) { Adadelta($0, weightDecay: 0.05) },
    optimizer(
      "RMSProp", ["RMSProp.init(_:learningRate:decay:epsilon:weightDecay:)"]
    ) { RMSProp($0, learningRate: 0.05, decay: 0.9, weightDecay: 0.05) },
    optimizer("Adam", [adam("Adam")]) { Adam($0, learningRate: 0.1) },
    optimizer("Adam, decay", []) { Adam($0, learningRate: 0.1, weightDecay: 0.05) },
    optimizer("AMSGrad", []) {
      AMSGrad($0, learningRate: 0.1, weightDecay: 0.05)
    },
    optimizer("AdamW", [adam("AdamW")]) { AdamW($0, learningRate: 0.1, weightDecay: 0.1) },
    Operation(
      "clipToNorm", ["[Variable].clipGradients(toNorm:)"],
      tensors: { t, c in
        let variables = withGradients(t)
        let length = variables.clipGradients(toNorm: c.number("limit"))
        return variables.compactMap(\.gradient) + [Tensor(length)]
      }),
    schedule("constantSchedule", ["init(_:)", "callAsFunction(_:)"]) { _ in
      LearningRateSchedule { LearningRateSchedule.constant($0) }
    },
    schedule("stepSchedule", ["step(every:factor:)"]) { c in
      .step(every: c.whole("every"), factor: c.number("factor"))
    },
    schedule("exponentialSchedule", ["exponential(factor:)"]) { c in
      .exponential(factor: c.number("factor"))
    },
    schedule("cosineSchedule", ["cosine(steps:final:)"]) { c in
      .cosine(steps: c.whole("steps"), final: c.number("final"))
    },
    schedule("warmedUpSchedule", ["warmedUp(over:)"]) { c in
      LearningRateSchedule.exponential(factor: c.number("factor")).warmedUp(over: c.whole("over"))
    },
  ]

  private static func adam(_ name: String) -> String {
    name + ".init(_:learningRate:beta1:beta2:epsilon:weightDecay:)"
  }

  /// The first inputs are the weights, then come the gradients of step after step.
  private static func optimizer(
    _ name: String, _ entries: [String],
    _ make: @escaping @Sendable ([Variable]) -> Optimizer
  ) -> Operation {
    Operation(
      name, entries + ["Optimizer.step()", "Optimizer.zeroGradients()"],
      tensors: { t, _ in
        let count = t.count / 6
        let weights = t[..<count].map { Variable($0) }
        let optimizer = make(weights)
        return (1...5).flatMap { step -> [Tensor] in
          optimizer.zeroGradients()
          for (place, weight) in weights.enumerated() where place < count - 1 || step > 2 {
            weight.gradient = t[step * count + place]
          }
          optimizer.step()
          return weights.map(\.value)
        }
      })
  }

  private static func withGradients(_ tensors: [Tensor]) -> [Variable] {
    tensors.map { tensor in
      let variable = Variable(Tensor.zeros(like: tensor))
      variable.gradient = tensor
      return variable
    }
  }

  private static func schedule(
    _ name: String, _ entries: [String],
    _ make: @escaping @Sendable (Case) -> LearningRateSchedule
  ) -> Operation {
    Operation(
      name, entries.map { "LearningRateSchedule." + $0 },
      tensors: { _, c in
        let schedule = make(c)
        return [Tensor((0..<c.results[0].count).map { schedule($0) })]
      })
  }
}
