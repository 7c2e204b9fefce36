import MiniTensor

// Variables, graphs and losses. The sentences about shapes are those of the tensors.

extension MisuseTableTests {
  static let variables: [Call] = operations + joining + graphs + losses

  private static let operations: [Call] = [
    Call("Variable.+(Variable, Variable)", "+: shapes [2] and [3] do not fit") {
      _ = v(2) + v(3)
    },
    Call("Variable.-(Variable, Variable)", "-: shapes [2] and [3] do not fit") {
      _ = v(2) - v(3)
    },
    Call("Variable.*(Variable, Variable)", "*: shapes [2] and [3] do not fit") {
      _ = v(2) * v(3)
    },
    Call("Variable./(Variable, Variable)", "/: shapes [2] and [3] do not fit") {
      _ = v(2) / v(3)
    },
    Call("Variable.+(Variable, Tensor)", "+: shapes [2] and [3] do not fit") {
      _ = v(2) + Tensor.zeros(3)
    },
    Call("Variable.-(Variable, Tensor)", "-: shapes [2] and [3] do not fit") {
      _ = v(2) - Tensor.zeros(3)
    },
    Call("Variable.*(Variable, Tensor)", "*: shapes [2] and [3] do not fit") {
      _ = v(2) * Tensor.zeros(3)
    },
    Call("Variable./(Variable, Tensor)", "/: shapes [2] and [3] do not fit") {
      _ = v(2) / Tensor.zeros(3)
    },
    Call("Variable.leakyReLU(slope:)", "leakyReLU: slope nan: expected a finite number") {
      _ = v(2).leakyReLU(slope: .nan)
    },
    Call("Variable.elu(scale:)", "elu: scale inf: expected a finite number") {
      _ = v(2).elu(scale: .infinity)
    },
    Call("Activation.callAsFunction(_:)", "softmax: axis -1 does not exist in shape []") {
      let layer = Activation.softmax
      _ = layer(Variable(Tensor(1)))
    },
    Call("Activation.callAsFunction(_:)", "leakyReLU: slope nan: expected a finite number") {
      _ = Activation.leakyReLU(slope: .nan)(v(2))
    },
    Call("Variable.mean()", "mean: shape [0] holds no numbers") { _ = v(0).mean() },
    Call("Variable.sum(axis:keepingDimension:)", "sum: axis 4 does not exist in shape [1]") {
      _ = v(1).sum(axis: 4)
    },
    Call("Variable.mean(axis:keepingDimension:)", "mean: axis 4 does not exist in shape [1]") {
      _ = v(1).mean(axis: 4)
    },
    Call("Variable.mean(axis:keepingDimension:)", "mean: axis 0 of shape [0] is empty") {
      _ = v(0).mean(axis: 0)
    },
    Call("Variable.max(axis:keepingDimension:)", "max: axis 4 does not exist in shape [1]") {
      _ = v(1).max(axis: 4)
    },
    Call("Variable.max(axis:keepingDimension:)", "max: axis 0 of shape [0] is empty") {
      _ = v(0).max(axis: 0)
    },
    Call("Variable.variance(axis:keepingDimension:)", "variance: axis 4 does not exist in shape") {
      _ = v(1).variance(axis: 4)
    },
    Call("Variable.variance(axis:keepingDimension:)", "variance: axis 0 of shape [0] is empty") {
      _ = v(0).variance(axis: 0)
    },
    Call("Variable.softmax(axis:)", "softmax: axis 1 does not exist in shape [1]") {
      _ = v(1).softmax(axis: 1)
    },
    Call("Variable.logSoftmax(axis:)", "logSoftmax: axis 1 does not exist in shape [1]") {
      _ = v(1).logSoftmax(axis: 1)
    },
    Call(
      "Variable.logSumExp(axis:keepingDimension:)", "logSumExp: axis 1 does not exist in shape"
    ) {
      _ = v(1).logSumExp(axis: 1)
    },
  ]

  private static let joining: [Call] = [
    Call("Variable.reshaped(_: Int...)", "reshaped: shape [1] has 1 numbers, but [2] needs 2") {
      _ = v(1).reshaped(2)
    },
    Call("Variable.reshaped(_: some Collection<Int>)", "reshaped: [-1, -1]: one extent may be -1") {
      _ = v(1).reshaped([-1, -1])
    },
    Call("Variable.transposed()", "transposed: shape [2] is not a matrix") {
      _ = v(2).transposed()
    },
    Call("Variable.transposed(axes:)", "transposed: axes [1, 2] is not an order of the axes") {
      _ = v(2, 2).transposed(axes: [1, 2])
    },
    Call("Variable.slice(axis:_:)", "slice: range 0..<4 is outside axis 0 of shape [2]") {
      _ = v(2).slice(axis: 0, 0..<4)
    },
    Call("Variable.slice(axis:at:)", "slice: index -1 is outside axis 0 of shape [2]") {
      _ = v(2).slice(axis: 0, at: -1)
    },
    Call("Variable.rows(_:)", "rows: there is no row -1 in shape [2]") { _ = v(2).rows([-1]) },
    Call("Variable.concatenate(_:axis:)", "concatenate: the list of tensors is empty") {
      _ = Variable.concatenate([])
    },
    Call(
      "Variable.concatenate(_:axis:)", "concatenate: shapes [1, 2] and [3] differ beyond axis 0"
    ) {
      _ = Variable.concatenate([v(1, 2), v(3)])
    },
    Call("Variable.stack(_:axis:)", "stack: the list of tensors is empty") {
      _ = Variable.stack([])
    },
    Call("Variable.stack(_:axis:)", "stack: shapes [1] and [2] differ") {
      _ = Variable.stack([v(1), v(2)])
    },
    Call("Variable.matmul(_:transposingOther:)", "matmul: shapes [2] and [2]: give both factors") {
      _ = v(2).matmul(v(2))
    },
    Call("Variable.matmul(_:transposingOther:)", "matmul: shapes [2, 3] and [2, 3] do not fit") {
      _ = v(2, 3).matmul(v(2, 3))
    },
    Call(
      "Variable.linear(weight:bias:)", "Linear: bias of shape [3] for a weight of shape [2, 2]"
    ) {
      _ = v(1, 2).linear(weight: v(2, 2), bias: v(3))
    },
    Call("Variable.linear(weight:bias:)", "Linear: input of shape [1, 3] for a weight of shape") {
      _ = v(1, 3).linear(weight: v(2, 2), bias: nil)
    },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: input of shape [1, 3, 8, 8] for a weight of shape [4, 1, 3, 3]"
    ) { _ = v(1, 3, 8, 8).convolution(weight: v(4, 1, 3, 3)) },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: stride 0, padding 0: expected"
    ) { _ = v(1, 1, 3).convolution(weight: v(1, 1, 2), stride: 0) },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: stride 1, padding -1: expected"
    ) { _ = v(1, 1, 3).convolution(weight: v(1, 1, 2), padding: -1) },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: stride 1, padding 9223372036854775807: expected"
    ) { _ = v(1, 1, 3).convolution(weight: v(1, 1, 2), padding: .max) },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: a filter of shape [1, 1, 4] on [1, 1, 3] with padding 0: expected extents"
    ) { _ = v(1, 1, 3).convolution(weight: v(1, 1, 4)) },
    Call(
      "Variable.convolution(weight:bias:stride:padding:)",
      "convolution: bias of shape [2] for a weight of shape [1, 1, 2]"
    ) { _ = v(1, 1, 3).convolution(weight: v(1, 1, 2), bias: v(2)) },
    Call(
      "Variable.maxPool(size:stride:)",
      "maxPool: windows [3] with stride [1] do not fit the shape"
    ) { _ = v(1, 2).maxPool(size: [3], stride: [1]) },
    Call(
      "Variable.maxPool(size:stride:)",
      "maxPool: windows [1] with stride [0] do not fit the shape"
    ) { _ = v(1, 2).maxPool(size: [1], stride: [0]) },
    Call(
      "Variable.maxPool(size:stride:)", "maxPool: windows [] with stride [] do not fit the shape"
    ) { _ = v(1, 2).maxPool(size: [], stride: []) },
  ]

  private static let graphs: [Call] = [
    Call("Variable.backward(keepingGraph:)", "backward: shape [2] is not a single number") {
      v(2).backward()
    },
    Call("Variable.backward(keepingGraph:)", "backward: nothing wants a gradient here") {
      Variable(constant: [1]).backward()
    },
    Call("Variable.backward(keepingGraph:)", "backward: the graph behind a variable of shape []") {
      let y = v(2).sum()
      y.backward()
      y.backward()
    },
    Call(
      "Variable.backward(from:keepingGraph:)",
      "backward: a gradient of shape [1] for a value of shape [2]"
    ) { v(2).backward(from: [1]) },
    Call(
      "Variable.init(_: Tensor, from: Variable, pullback: @escaping (Tensor) -> Tensor)",
      "backward: a gradient of shape [3] arrived at a value of shape [2]"
    ) { Variable(Tensor(0), from: v(2)) { _ in [1, 2, 3] }.backward() },
    Call("Variable.init(_:from:_:pullback:)", "backward: a gradient of shape [] arrived at a value")
    {
      Variable(Tensor(0), from: v(2), v(2)) { ($0, $0) }.backward()
    },
    Call(
      "Variable.init(_: Tensor, from: [Variable], pullback: @escaping (Tensor) -> [Tensor?])",
      "backward: a pullback gave 1 gradients for 2 parents"
    ) { Variable(Tensor(0), from: [v(2), v(2)]) { [$0] }.backward() },
    Call("gradientCheck(of:step:_:)", "gradientCheck: step 0.0: expected more than 0") {
      let x = v(1)
      _ = gradientCheck(of: [x], step: 0) { x.sum() }
    },
    Call("gradientCheck(of:step:_:)", "gradientCheck: step nan: expected more than 0") {
      let x = v(1)
      _ = gradientCheck(of: [x], step: .nan) { x.sum() }
    },
  ]

  private static let losses: [Call] = [
    Call("meanSquaredError(_:_:)", "meanSquaredError: predictions of shape [2], targets of shape") {
      _ = meanSquaredError(v(2), [1])
    },
    Call("meanSquaredError(_:_:)", "meanSquaredError: there are no elements in shape [0]") {
      _ = meanSquaredError(v(0), .zeros(0))
    },
    Call("meanAbsoluteError(_:_:)", "meanAbsoluteError: predictions of shape [2], targets of") {
      _ = meanAbsoluteError(v(2), [1])
    },
    Call("meanAbsoluteError(_:_:)", "meanAbsoluteError: there are no elements in shape [0]") {
      _ = meanAbsoluteError(v(0), .zeros(0))
    },
    Call(
      "binaryCrossEntropy(logits:targets:)", "binaryCrossEntropy: predictions of shape [2], targets"
    ) { _ = binaryCrossEntropy(logits: v(2), targets: [1]) },
    Call("binaryCrossEntropy(logits:targets:)", "binaryCrossEntropy: there are no elements") {
      _ = binaryCrossEntropy(logits: v(0), targets: .zeros(0))
    },
    Call(
      "binaryCrossEntropy(logits:targets:)", "binaryCrossEntropy: a target of 2.0: expected 0 to 1"
    ) { _ = binaryCrossEntropy(logits: v(2), targets: [1, 2]) },
    Call(
      "binaryCrossEntropy(logits:targets:)", "binaryCrossEntropy: a target of nan: expected 0 to 1"
    ) { _ = binaryCrossEntropy(logits: v(1), targets: [.nan]) },
    Call("softmaxCrossEntropy(logits:labels:)", "softmaxCrossEntropy: 2 labels for logits of shape")
    {
      _ = softmaxCrossEntropy(logits: v(1, 2), labels: [0, 1])
    },
    Call("softmaxCrossEntropy(logits:labels:)", "softmaxCrossEntropy: 0 labels for logits of shape")
    {
      _ = softmaxCrossEntropy(logits: v(0, 2), labels: [])
    },
    Call("softmaxCrossEntropy(logits:labels:)", "softmaxCrossEntropy: label 2 in row 0 is not in") {
      _ = softmaxCrossEntropy(logits: v(1, 2), labels: [2])
    },
    Call("softmaxCrossEntropy(logits:labels:)", "softmaxCrossEntropy: label -1 in row 0 is not in")
    {
      _ = softmaxCrossEntropy(logits: v(1, 2), labels: [-1])
    },
    Call("softmaxCrossEntropy(logits:targets:)", "softmaxCrossEntropy: predictions of shape [1, 2]")
    {
      _ = softmaxCrossEntropy(logits: v(1, 2), targets: [1])
    },
    Call(
      "softmaxCrossEntropy(logits:targets:)", "softmaxCrossEntropy: logits of shape []: expected"
    ) {
      _ = softmaxCrossEntropy(logits: Variable(Tensor(1)), targets: Tensor(1))
    },
  ]
}
