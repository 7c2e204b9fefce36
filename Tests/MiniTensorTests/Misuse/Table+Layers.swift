import MiniTensor

extension MisuseTableTests {
  static let layers: [Call] = [
    Call(linear, "Linear: inputSize 0: expected 1 or more") {
      withRandom { _ = Linear(inputSize: 0, outputSize: 1, using: &$0) }
    },
    Call(linear, "Linear: outputSize -1: expected 1 or more") {
      withRandom { _ = Linear(inputSize: 1, outputSize: -1, using: &$0) }
    },
    Call("Linear.init(weight:bias:)", "Linear: weight of shape [2], no bias: expected [in, out]") {
      _ = Linear(weight: [1, 2], bias: nil)
    },
    Call("Linear.init(weight:bias:)", "Linear: weight of shape [1, 2], bias of shape [3]: expected")
    {
      _ = Linear(weight: .zeros(1, 2), bias: .zeros(3))
    },
    Call("Linear.callAsFunction(_:)", "Linear: input of shape [2] for a weight of shape [2, 1]") {
      _ = Linear(weight: .zeros(2, 1), bias: nil)(v(2))
    },
    Call("Layer.callAsFunction(_:)", "Linear: input of shape [1, 3] for a weight of shape [2, 1]") {
      _ = Linear(weight: .zeros(2, 1), bias: nil)(Tensor.zeros(1, 3))
    },
    Call(
      "Layer.callAsFunction(_: Tensor, training: RandomGenerator)",
      "Linear: input of shape [1, 3] for a weight of shape [2, 1]"
    ) {
      withRandom { _ = Linear(weight: .zeros(2, 1), bias: nil)(Tensor.zeros(1, 3), training: &$0) }
    },
    Call(
      "Layer.callAsFunction(_: Variable, training: RandomGenerator)",
      "Linear: input of shape [1, 3] for a weight of shape [2, 1]"
    ) { withRandom { _ = Linear(weight: .zeros(2, 1), bias: nil)(v(1, 3), training: &$0) } },
    Call(filters, "Conv2D: kernelSize 0: expected 1 or more") {
      withRandom {
        _ = Conv2D(inputChannels: 1, outputChannels: 1, kernelSize: 0, using: &$0)
      }
    },
    Call(filters, "Conv2D: inputChannels -2: expected 1 or more") {
      withRandom {
        _ = Conv2D(inputChannels: -2, outputChannels: 1, kernelSize: 1, using: &$0)
      }
    },
    Call(filters, "Conv2D: stride 0: expected 1 or more") {
      withRandom {
        _ = Conv2D(inputChannels: 1, outputChannels: 1, kernelSize: 1, stride: 0, using: &$0)
      }
    },
    Call("Convolution.callAsFunction(_:)", "convolution: input of shape [1, 2, 3] for a weight of")
    {
      withRandom {
        _ = Conv2D(inputChannels: 1, outputChannels: 1, kernelSize: 1, using: &$0)(v(1, 2, 3))
      }
    },
    Call(filters, "Conv1D: padding -1: expected 0 or more") {
      withRandom {
        _ = Conv1D(inputChannels: 1, outputChannels: 1, kernelSize: 1, padding: -1, using: &$0)
      }
    },
    Call(filters, "Conv1D: outputChannels 0: expected 1 or more") {
      withRandom {
        _ = Conv1D(inputChannels: 1, outputChannels: 0, kernelSize: 1, using: &$0)
      }
    },
    Call("Convolution.callAsFunction(_:)", "convolution: input of shape [1, 2, 3] for a weight of")
    {
      withRandom {
        _ = Conv1D(inputChannels: 1, outputChannels: 1, kernelSize: 1, using: &$0)(v(1, 2, 3))
      }
    },
    Call("MaxPool.callAsFunction(_:)", "maxPool: windows [] with stride [] do not fit the shape") {
      _ = MaxPool(size: 2)(v(1, 4, 4))
    },
    Call("Convolution.callAsFunction(_:)", "convolution: input of shape [1, 1, 4, 4] for a") {
      withRandom {
        _ = Convolution(inputChannels: 1, outputChannels: 1, kernelSize: 2, using: &$0)(
          v(1, 1, 4, 4))
      }
    },
    Call("MaxPool.init(size:stride:)", "MaxPool2D: size 0: expected 1 or more") {
      _ = MaxPool2D(size: 0)
    },
    Call("MaxPool.init(size:stride:)", "MaxPool2D: stride 0: expected 1 or more") {
      _ = MaxPool2D(size: 2, stride: 0)
    },
    Call("MaxPool.callAsFunction(_:)", "maxPool: windows [2, 2] with stride [2, 2] do not fit") {
      _ = MaxPool2D(size: 2)(v(1, 3))
    },
    Call("MaxPool.init(size:stride:)", "MaxPool1D: size -1: expected 1 or more") {
      _ = MaxPool1D(size: -1)
    },
    Call("MaxPool.init(size:stride:)", "MaxPool1D: stride -1: expected 1 or more") {
      _ = MaxPool1D(size: 1, stride: -1)
    },
    Call(
      "MaxPool.callAsFunction(_:)", "maxPool: windows [4] with stride [4] do not fit the shape"
    ) {
      _ = MaxPool1D(size: 4)(v(1, 3))
    },
    Call("Dropout.init(rate:)", "Dropout: rate 1.0 is not in 0 ..< 1") { _ = Dropout(rate: 1) },
    Call("Dropout.init(rate:)", "Dropout: rate nan is not in 0 ..< 1") { _ = Dropout(rate: .nan) },
    Call("Dropout.callAsFunction(_:)", "Dropout: backward() through a layer in use, which silences")
    {
      Dropout(rate: 0.5)(v(2)).sum().backward()
    },
    Call("BatchNorm.init(featureCount:momentum:epsilon:)", "BatchNorm: featureCount 0: expected 1")
    {
      _ = BatchNorm(featureCount: 0)
    },
    Call("BatchNorm.init(featureCount:momentum:epsilon:)", "BatchNorm: momentum nan: expected 0 to")
    {
      _ = BatchNorm(featureCount: 1, momentum: .nan)
    },
    Call("BatchNorm.init(featureCount:momentum:epsilon:)", "BatchNorm: epsilon -1.0: expected 0 or")
    {
      _ = BatchNorm(featureCount: 1, epsilon: -1)
    },
    Call(
      "BatchNorm.callAsFunction(_:)", "BatchNorm: input of shape [2, 3] for 2 features: expected"
    ) {
      _ = BatchNorm(featureCount: 2)(v(2, 3))
    },
    Call("BatchNorm.callAsFunction(_:)", "BatchNorm: a running mean of shape [3]: expected [2]") {
      BatchNorm(featureCount: 2).runningMean = .zeros(3)
    },
    Call("BatchNorm.callAsFunction(_:)", "BatchNorm: a running variance of shape []: expected [2]")
    {
      BatchNorm(featureCount: 2).runningVariance = Tensor(1)
    },
    Call("BatchNorm.callAsFunction(_:)", "BatchNorm: backward() through a layer in use, which uses")
    {
      BatchNorm(featureCount: 2)(v(2, 2)).sum().backward()
    },
    Call("BatchNorm.callAsFunction(_:training:)", "BatchNorm: [1, 2]: one number a feature has no")
    {
      withRandom { _ = BatchNorm(featureCount: 2)(v(1, 2), training: &$0) }
    },
    Call("BatchNorm.callAsFunction(_:training:)", "BatchNorm: input of shape [2] for 2 features") {
      withRandom { _ = BatchNorm(featureCount: 2)(v(2), training: &$0) }
    },
    Call("LayerNorm.init(size:epsilon:)", "LayerNorm: size 0: expected 1 or more") {
      _ = LayerNorm(size: 0)
    },
    Call("LayerNorm.init(size:epsilon:)", "LayerNorm: epsilon -1.0: expected 0 or more") {
      _ = LayerNorm(size: 2, epsilon: -1)
    },
    Call("LayerNorm.callAsFunction(_:)", "LayerNorm: input of shape [3]: expected [..., 2]") {
      _ = LayerNorm(size: 2)(v(3))
    },
    Call("RMSNorm.init(epsilon:)", "RMSNorm: epsilon inf: expected 0 or more, and finite") {
      _ = RMSNorm(epsilon: .infinity)
    },
    Call("RMSNorm.callAsFunction(_:)", "RMSNorm: input of shape [2, 0]: expected numbers along") {
      _ = RMSNorm()(v(2, 0))
    },
    Call("Embedding.init(count:dimension:initializer:using:)", "Embedding: count 0: expected 1 or")
    {
      withRandom { _ = Embedding(count: 0, dimension: 1, using: &$0) }
    },
    Call("Embedding.init(count:dimension:initializer:using:)", "Embedding: dimension -1: expected")
    {
      withRandom { _ = Embedding(count: 1, dimension: -1, using: &$0) }
    },
    Call("Embedding.init(weight:)", "Embedding: weight of shape [2]: expected [count, dimension]") {
      _ = Embedding(weight: [1, 2])
    },
    Call("Embedding.callAsFunction(_: [Int])", "Embedding: symbol 2 is not in 0 ..< 2") {
      _ = Embedding(weight: .zeros(2, 1))([2])
    },
    Call("Embedding.callAsFunction(_: [Int])", "Embedding: symbol -1 is not in 0 ..< 2") {
      _ = Embedding(weight: .zeros(2, 1))([-1])
    },
    Call("Embedding.callAsFunction(_: [[Int]])", "Embedding: sequences of 1 and 2 symbols in one") {
      _ = Embedding(weight: .zeros(2, 1))([[0], [0, 1]])
    },
    Call("Residual.callAsFunction(_:)", "Residual: the way around has the shape [1, 2], the body") {
      _ = Residual(Linear(weight: .zeros(2, 1), bias: nil))(v(1, 2))
    },
    Call("Residual.callAsFunction(_:training:)", "Residual: the way around has the shape [1, 2]") {
      withRandom {
        _ = Residual(Linear(weight: .zeros(2, 3), bias: nil))(v(1, 2), training: &$0)
      }
    },
    Call("Sequential.callAsFunction(_:)", "Linear: input of shape [1, 3] for a weight of shape") {
      _ = Sequential(Linear(weight: .zeros(2, 1), bias: nil))(v(1, 3))
    },
    Call("Sequential.callAsFunction(_:training:)", "Linear: input of shape [1, 3] for a weight of")
    {
      withRandom { _ = Sequential(Linear(weight: .zeros(2, 1), bias: nil))(v(1, 3), training: &$0) }
    },
    Call("Initializer.callAsFunction(_:using:)", "Initializer: limit -1.0: expected 0 or more") {
      withRandom { _ = Initializer.uniform(limit: -1)([2, 3], using: &$0) }
    },
    Call("Initializer.callAsFunction(_:using:)", "Initializer: standard deviation nan: expected 0")
    {
      withRandom { _ = Initializer.normal(standardDeviation: .nan)([2, 3], using: &$0) }
    },
    Call("Initializer.callAsFunction(_:using:)", "shape: an axis cannot have the extent -1") {
      withRandom {
        let zeros = Initializer.zeros
        _ = zeros([-1], using: &$0)
      }
    },
  ]

  private static let linear = "Linear.init(inputSize:outputSize:hasBias:initializer:using:)"

  private static let filters =
    "Convolution"
    + ".init(inputChannels:outputChannels:kernelSize:stride:padding:hasBias:initializer:using:)"
}
