@testable import MiniTensor

// Layers and losses. The random generator only fills weights that the cases replace.

extension Operation {
  static let layers: [Operation] = [
    Operation(
      "convolution",
      [
        "Variable.convolution(weight:bias:stride:padding:)", filters,
        "Convolution.callAsFunction(_:)",
      ], variables: convolution),
    one(
      "maxPool",
      [
        "Variable.maxPool(size:stride:)", "MaxPool.init(size:stride:)",
        "MaxPool.callAsFunction(_:)",
      ], nil, maxPool),
    loss("meanSquaredError", ["meanSquaredError(_:_:)"]) { x, c in
      meanSquaredError(x, c.tensor("target"))
    },
    loss("meanAbsoluteError", ["meanAbsoluteError(_:_:)"]) { x, c in
      meanAbsoluteError(x, c.tensor("target"))
    },
    loss("binaryCrossEntropy", ["binaryCrossEntropy(logits:targets:)"]) { x, c in
      binaryCrossEntropy(logits: x, targets: c.tensor("target"))
    },
    loss("crossEntropyOfLabels", ["softmaxCrossEntropy(logits:labels:)"]) { x, c in
      softmaxCrossEntropy(logits: x, labels: c.wholes("labels"))
    },
    loss("crossEntropyOfShares", ["softmaxCrossEntropy(logits:targets:)"]) { x, c in
      softmaxCrossEntropy(logits: x, targets: c.tensor("target"))
    },
    Operation(
      "layerNorm", ["LayerNorm.init(size:epsilon:)", "LayerNorm.callAsFunction(_:)"],
      variables: { v, _ in
        let layer = LayerNorm(size: v[1].value.count)
        give(&v, to: layer.parameters)
        return [layer(v[0])]
      }),
    one(
      "rmsNorm", ["RMSNorm.init(epsilon:)", "RMSNorm.callAsFunction(_:)"], nil,
      { x, _ in RMSNorm()(x) }),
    Operation(
      "batchNormLearning",
      ["BatchNorm.init(featureCount:momentum:epsilon:)", "BatchNorm.callAsFunction(_:training:)"],
      variables: { v, c in
        var random = RandomGenerator(seed: 1)
        let layer = batchNorm(&v, c)
        let result = layer(v[0], training: &random)
        return [result, Variable(layer.runningMean), Variable(layer.runningVariance)]
      }),
    Operation(
      "batchNormInUse",
      ["BatchNorm.init(featureCount:momentum:epsilon:)", "BatchNorm.callAsFunction(_:)"]
        + ["withGradientsInUse(_:)"],
      variables: { v, c in
        let layer = batchNorm(&v, c)
        return [withGradientsInUse { layer(v[0]) }]
      }),
    one(
      "dropoutOfNothing",
      ["init(rate:)", "callAsFunction(_:)", "callAsFunction(_:training:)"].map { "Dropout." + $0 },
      nil,
      { x, _ in
        var random = RandomGenerator(seed: 1)
        return Dropout(rate: 0)(Dropout(rate: 0)(x), training: &random)
      }),
    Operation(
      "embedding", ["Embedding.init(weight:)", "Embedding.callAsFunction(_: [Int])"],
      variables: { v, c in
        let layer = Embedding(weight: v[0].value)
        give(&v, to: layer.parameters, after: 0)
        return [layer(c.wholes("symbols"))]
      }),
    Operation(
      "embeddingOfSequences",
      ["Embedding.init(count:dimension:initializer:using:)"]
        + ["Embedding.callAsFunction(_: [[Int]])"],
      variables: { v, c in
        var random = RandomGenerator(seed: 1)
        let layer = Embedding(count: 4, dimension: 5, using: &random)
        give(&v, to: layer.parameters, after: 0)
        let symbols = c.wholes("symbols")
        return [layer([Array(symbols[..<3]), Array(symbols[3...])])]
      }),
    Operation(
      "residual",
      ["Residual.init(_:shortcut:)", "Residual.callAsFunction(_:)"]
        + ["Layer.callAsFunction(_: Variable, training: RandomGenerator)"],
      variables: { v, _ in
        var random = RandomGenerator(seed: 1)
        let layer = Residual(linear(v[1], &random), Activation.tanh)
        give(&v, to: layer.parameters)
        let learning = layer(v[0], training: &random)
        return [learning * 0.5 + layer(v[0]) * 0.5]
      }),
    Operation(
      "residualShortcut", ["Residual.callAsFunction(_:training:)"],
      variables: { v, _ in
        var random = RandomGenerator(seed: 1)
        let layer = Residual(
          linear(v[1], &random), Activation.tanh, shortcut: linear(v[2], &random))
        give(&v, to: layer.parameters)
        return [layer(v[0], training: &random)]
      }),
    Operation(
      "sequential",
      ["Sequential.init(_: any Layer...)", "Sequential.init(_: [any Layer])"]
        + ["Sequential.callAsFunction(_:)", "Sequential.callAsFunction(_:training:)"]
        + ["Linear.init(inputSize:outputSize:hasBias:initializer:using:)"]
        + ["Linear.callAsFunction(_:)"],
      variables: { v, _ in
        var random = RandomGenerator(seed: 1)
        let first = Sequential(linear(v[1], hasBias: true, &random), Activation.relu)
        let layer = Sequential([first, linear(v[3], &random)])
        give(&v, to: layer.parameters)
        return [layer(v[0], training: &random) * 0.5 + layer(v[0]) * 0.5]
      }),
    one(
      "layerOfData",
      [
        "Layer.callAsFunction(_:)",
        "Layer.callAsFunction(_: Tensor, training: RandomGenerator)",
      ],
      { x, _ in
        var random = RandomGenerator(seed: 1)
        let layer = Activation.tanh
        return (layer(x) * 0.5 + layer(x, training: &random) * 0.5).value
      }),
  ]

  private static let filters =
    "Convolution"
    + ".init(inputChannels:outputChannels:kernelSize:stride:padding:hasBias:initializer:using:)"

  private static func loss(
    _ name: String, _ entries: [String], _ compute: @escaping @Sendable (Variable, Case) -> Variable
  ) -> Operation { one(name, entries, nil, compute) }

  @Sendable private static func convolution(_ v: inout [Variable], _ c: Case) -> [Variable] {
    var random = RandomGenerator(seed: 1)
    let (shape, stride, padding) = (v[1].shape, c.whole("stride"), c.whole("padding"))
    let (isImage, hasBias) = (shape.rank == 4, v.count > 2)
    guard !isImage || shape[2] == shape[3] else {
      return [
        v[0].convolution(
          weight: v[1], bias: hasBias ? v[2] : nil, stride: stride, padding: padding)
      ]
    }
    let layer: any Layer =
      isImage
      ? Conv2D(
        inputChannels: shape[1], outputChannels: shape[0], kernelSize: shape[2], stride: stride,
        padding: padding, hasBias: hasBias, using: &random)
      : Conv1D(
        inputChannels: shape[1], outputChannels: shape[0], kernelSize: shape[2], stride: stride,
        padding: padding, hasBias: hasBias, using: &random)
    give(&v, to: layer.parameters)
    return [layer(v[0])]
  }

  @Sendable private static func maxPool(_ x: Variable, _ c: Case) -> Variable {
    let (size, stride) = (c.wholes("size"), c.wholes("stride"))
    if size.count == 1 { return MaxPool1D(size: size[0], stride: stride[0])(x) }
    if Set(size).count == 1, Set(stride).count == 1 {
      return MaxPool2D(size: size[0], stride: size == stride ? nil : stride[0])(x)
    }
    return x.maxPool(size: size, stride: stride)
  }

  private static func batchNorm(_ v: inout [Variable], _ c: Case) -> BatchNorm {
    let layer = BatchNorm(featureCount: v[1].value.count, momentum: 0.25)
    let running = c.tensors("running")
    (layer.runningMean, layer.runningVariance) = (running[0], running[1])
    give(&v, to: layer.parameters)
    return layer
  }

  private static func linear(
    _ weight: Variable, hasBias: Bool = false, _ random: inout RandomGenerator
  ) -> Linear {
    Linear(
      inputSize: weight.shape[0], outputSize: weight.shape[1], hasBias: hasBias, using: &random)
  }
}
