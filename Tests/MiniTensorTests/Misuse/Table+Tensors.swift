import MiniTensor

// Arithmetic, comparison, reductions and products of tensors.

extension MisuseTableTests {
  static let tensors: [Call] = mismatched + shapes + reductions + products

  private static let shapes: [Call] = [
    Call("Shape.init(_:)", "shape: an axis cannot have the extent -1") {
      _ = Shape([-1, 2] as [Int])
    },
    Call("Shape.init(_:)", "shape: [1, 1, 1, 1, 1, 1, 1] has 7 axes") {
      _ = Shape([1, 1, 1, 1, 1, 1, 1] as [Int])
    },
    Call("Shape.init(_:)", "shape: [2147483647, 2147483647, 2147483647] asks for more") {
      let most = Int(Int32.max)
      _ = Shape([most, most, most] as [Int])
    },
    Call("Shape.init(arrayLiteral:)", "shape: an axis cannot have the extent 3000000000") {
      let shape: Shape = [3_000_000_000]
      _ = shape
    },
    Call("Shape.subscript(axis:)", "shape: axis 2 does not exist in shape [1, 2]") {
      _ = Tensor.zeros(1, 2).shape[2]
    },
    Call("Shape.subscript(axis:)", "shape: an axis cannot have the extent -3") {
      var shape: Shape = [1]
      shape[0] = -3
    },
    Call("Tensor.init(_:shape:)", "Tensor(_:shape:): shape [2, 2] holds 4 numbers, but 1") {
      _ = Tensor([1], shape: [2, 2])
    },
    Call("Tensor.init(_: [[Float]])", "Tensor(rows): row 0 has 2 numbers, but row 1 has 1") {
      _ = Tensor([[1, 2], [3]])
    },
    Call(
      "Tensor.isApproximatelyEqual(to:tolerance:)",
      "isApproximatelyEqual: tolerance nan: expected"
    ) { _ = Tensor([1]).isApproximatelyEqual(to: [1], tolerance: .nan) },
    Call("Tensor.broadcast(to:)", "broadcast: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]).broadcast(to: [3])
    },
    Call("Tensor.broadcast(to:)", "broadcast: shape [2] does not broadcast to [1]") {
      _ = Tensor([1, 2]).broadcast(to: [1])
    },
    Call("Tensor.summed(to:)", "summed: shape [2] is no broadcast of [3]") {
      _ = Tensor([1, 2]).summed(to: [3])
    },
  ]

  private static let reductions: [Call] = [
    Call("Tensor.mean()", "mean: shape [0, 3] holds no numbers") {
      _ = Tensor.zeros(0, 3).mean()
    },
    Call("Tensor.max()", "max: shape [0] holds no numbers") { _ = Tensor.zeros(0).max() },
    Call("Tensor.min()", "min: shape [0] holds no numbers") { _ = Tensor.zeros(0).min() },
    Call("Tensor.argmax()", "argmax: shape [0] holds no numbers") {
      _ = Tensor.zeros(0).argmax()
    },
    Call("Tensor.variance()", "variance: shape [0] holds no numbers") {
      _ = Tensor.zeros(0).variance()
    },
    Call("Tensor.sum(axis:keepingDimension:)", "sum: axis 1 does not exist in shape [1]") {
      _ = Tensor([1]).sum(axis: 1)
    },
    Call("Tensor.sum(axis:keepingDimension:)", "sum: axis -2 does not exist in shape [1]") {
      _ = Tensor([1]).sum(axis: -2)
    },
    Call("Tensor.mean(axis:keepingDimension:)", "mean: axis 2 does not exist in shape [1]") {
      _ = Tensor([1]).mean(axis: 2)
    },
    Call("Tensor.mean(axis:keepingDimension:)", "mean: axis 0 of shape [0] is empty") {
      _ = Tensor.zeros(0).mean(axis: 0)
    },
    Call("Tensor.max(axis:keepingDimension:)", "max: axis 2 does not exist in shape [1]") {
      _ = Tensor([1]).max(axis: 2)
    },
    Call("Tensor.max(axis:keepingDimension:)", "max: axis 0 of shape [0] is empty") {
      _ = Tensor.zeros(0).max(axis: 0)
    },
    Call("Tensor.min(axis:keepingDimension:)", "min: axis 2 does not exist in shape [1]") {
      _ = Tensor([1]).min(axis: 2)
    },
    Call("Tensor.min(axis:keepingDimension:)", "min: axis 0 of shape [0] is empty") {
      _ = Tensor.zeros(0).min(axis: 0)
    },
    Call("Tensor.argmax(axis:)", "argmax: axis 1 does not exist in shape [1]") {
      _ = Tensor([1]).argmax(axis: 1)
    },
    Call("Tensor.argmax(axis:)", "argmax: axis 0 of shape [0, 2] is empty") {
      _ = Tensor.zeros(0, 2).argmax(axis: 0)
    },
    Call("Tensor.variance(axis:keepingDimension:)", "variance: axis 1 does not exist in shape") {
      _ = Tensor([1]).variance(axis: 1)
    },
    Call("Tensor.variance(axis:keepingDimension:)", "variance: axis 0 of shape [0] is empty") {
      _ = Tensor.zeros(0).variance(axis: 0)
    },
    Call("Tensor.softmax(axis:)", "softmax: axis 1 does not exist in shape [1]") {
      _ = Tensor([1]).softmax(axis: 1)
    },
    Call("Tensor.logSoftmax(axis:)", "logSoftmax: axis -1 does not exist in shape []") {
      _ = Tensor(1).logSoftmax()
    },
    Call("Tensor.logSumExp(axis:keepingDimension:)", "logSumExp: axis 3 does not exist") {
      _ = Tensor([1]).logSumExp(axis: 3)
    },
  ]

  private static let products: [Call] = [
    Call(
      "Tensor.matmul(_:transposingSelf:transposingOther:)",
      "matmul: shapes [2, 3] and [2, 3] do not fit"
    ) { _ = Tensor.zeros(2, 3).matmul(.zeros(2, 3)) },
    Call(
      "Tensor.matmul(_:transposingSelf:transposingOther:)",
      "matmul: shapes [] and [2]: a single number is no matrix"
    ) { _ = Tensor(1).matmul([1, 2]) },
    Call(
      "Tensor.matmul(_:transposingSelf:transposingOther:)",
      "matmul: a batch of shape [2, 3, 4] can only be transposed before another batch"
    ) { _ = Tensor.zeros(2, 3, 4).matmul(.zeros(3, 5), transposingSelf: true) },
    Call("matmul(_:_:transposingLeft:transposingRight:)", "matmul: shapes [2, 3]ᵀ and [3, 2]") {
      _ = matmul(.zeros(2, 3), .zeros(3, 2), transposingLeft: true)
    },
    Call(
      "Tensor.symmetricEigenvectors()", "symmetricEigenvectors: shape [2] is not a square matrix"
    ) { _ = Tensor([1, 2]).symmetricEigenvectors() },
    Call(
      "Tensor.symmetricEigenvectors()",
      "symmetricEigenvectors: a matrix of shape [2, 2] is not symmetric: it differs by 1.0"
    ) { _ = Tensor([[1, 2], [1, 1]]).symmetricEigenvectors() },
    Call("Tensor.symmetricEigenvectors()", "symmetricEigenvectors: the matrix holds nan") {
      _ = Tensor([[.nan]]).symmetricEigenvectors()
    },
    Call(
      "PrincipalComponents.init(fitting:)",
      "PrincipalComponents: cannot be fitted to a tensor of shape [0, 2]"
    ) { _ = PrincipalComponents(fitting: .zeros(0, 2)) },
    Call("PrincipalComponents.init(fitting:)", "PrincipalComponents: the rows hold inf") {
      _ = PrincipalComponents(fitting: Tensor([[.infinity]]))
    },
    Call("PrincipalComponents.encode(_:size:)", "encode: a code of 3 numbers for 2 columns") {
      _ = PrincipalComponents(fitting: .zeros(1, 2)).encode(.zeros(1, 2), size: 3)
    },
    Call(
      "PrincipalComponents.encode(_:size:)", "encode: rows of shape [4, 1]: expected [rows, 2]"
    ) { _ = PrincipalComponents(fitting: .zeros(1, 2)).encode(.zeros(4, 1), size: 1) },
    Call("PrincipalComponents.decode(_:)", "decode: codes of shape [4, 3]: expected [rows, size]") {
      _ = PrincipalComponents(fitting: .zeros(1, 2)).decode(.zeros(4, 3))
    },
    Call("PrincipalComponents.decode(_:)", "decode: codes of shape [2]: expected [rows, size]") {
      _ = PrincipalComponents(fitting: .zeros(1, 2)).decode(.zeros(2))
    },
  ]

  /// Two shapes that do not meet.
  private static let mismatched: [Call] = [
    Call("Tensor.+(Tensor, Tensor)", "+: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]) + [1, 2, 3]
    },
    Call("Tensor.-(Tensor, Tensor)", "-: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]) - [1, 2, 3]
    },
    Call("Tensor.*(Tensor, Tensor)", "*: shapes [2, 1, 3] and [2] do not fit") {
      _ = Tensor.zeros(2, 1, 3) * [1, 2]
    },
    Call("Tensor./(Tensor, Tensor)", "/: shapes [0] and [3] do not fit") {
      _ = Tensor.zeros(0) / [1, 2, 3]
    },
    Call("Tensor.+=(Tensor, Tensor)", "+=: shapes [3] and [2] do not fit") {
      var row = Tensor.zeros(3)
      row += [1, 2]
    },
    Call("Tensor.+=(Tensor, Tensor)", "+=: a result of shape [2, 3] does not fit into [3]") {
      var row = Tensor.zeros(3)
      row += Tensor.zeros(2, 3)
    },
    Call("Tensor.-=(Tensor, Tensor)", "-=: shapes [3] and [2] do not fit") {
      var row = Tensor.zeros(3)
      row -= [1, 2]
    },
    Call("Tensor.*=(Tensor, Tensor)", "*=: shapes [3] and [2] do not fit") {
      var row = Tensor.zeros(3)
      row *= [1, 2]
    },
    Call("Tensor./=(Tensor, Tensor)", "/=: shapes [3] and [2] do not fit") {
      var row = Tensor.zeros(3)
      row /= [1, 2]
    },
    Call("Tensor.greater(than: Tensor)", "greater: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]).greater(than: [1, 2, 3])
    },
    Call("Tensor.less(than: Tensor)", "less: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]).less(than: [1, 2, 3])
    },
    Call("Tensor.equal(to:)", "equal: shapes [2] and [3] do not fit") {
      _ = Tensor([1, 2]).equal(to: [1, 2, 3])
    },
    Call("Tensor.maximum(_:_:)", "maximum: shapes [2] and [3] do not fit") {
      _ = Tensor.maximum([1, 2], [1, 2, 3])
    },
    Call("Tensor.minimum(_:_:)", "minimum: shapes [2] and [3] do not fit") {
      _ = Tensor.minimum([1, 2], [1, 2, 3])
    },
  ]
}
