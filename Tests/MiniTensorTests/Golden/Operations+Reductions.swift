@testable import MiniTensor

// Many numbers become one.

extension Operation {
  static let reductions: [Operation] = [
    one("sumOfAll", both("sum()"), { x, _ in Tensor(x.sum()) }, { x, _ in x.sum() }),
    one("meanOfAll", both("mean()"), { x, _ in Tensor(x.mean()) }, { x, _ in x.mean() }),
    one("varianceOfAll", ["Tensor.variance()"], { x, _ in Tensor(x.variance()) }),
    one("maxOfAll", ["Tensor.max()"], { x, _ in Tensor(x.max()) }),
    one("minOfAll", ["Tensor.min()"], { x, _ in Tensor(x.min()) }),
    one("argmaxOfAll", ["Tensor.argmax()"], { x, _ in tensor(x.argmax()) }),
    one(
      "sum", both("sum(axis:keepingDimension:)"),
      { x, c in x.sum(axis: c.whole("axis"), keepingDimension: c.flag("keep")) },
      { x, c in x.sum(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
    one(
      "mean", both("mean(axis:keepingDimension:)"),
      { x, c in x.mean(axis: c.whole("axis"), keepingDimension: c.flag("keep")) },
      { x, c in x.mean(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
    one(
      "max", both("max(axis:keepingDimension:)"),
      { x, c in x.max(axis: c.whole("axis"), keepingDimension: c.flag("keep")) },
      { x, c in x.max(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
    one(
      "min", ["Tensor.min(axis:keepingDimension:)"],
      { x, c in x.min(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
    one(
      "variance", both("variance(axis:keepingDimension:)"),
      { x, c in x.variance(axis: c.whole("axis"), keepingDimension: c.flag("keep")) },
      { x, c in x.variance(axis: c.whole("axis"), keepingDimension: c.flag("keep")) }),
    one(
      "argmax", ["Tensor.argmax(axis:)"],
      { x, c in Tensor(x.argmax(axis: c.whole("axis")).map { Float($0) }) }),
  ]

  static let products: [Operation] = [
    two(
      "matmul",
      [
        "Tensor.matmul(_:transposingSelf:transposingOther:)",
        "Variable.matmul(_:transposingOther:)",
      ],
      { a, b, _ in a.matmul(b) }, { a, b, _ in a.matmul(b) }),
    two(
      "matmulTransposingOther", ["Variable.matmul(_:transposingOther:)"],
      { a, b, _ in a.matmul(b, transposingOther: true) },
      { a, b, _ in a.matmul(b, transposingOther: true) }),
    two(
      "matmulTransposingSelf", ["Tensor.matmul(_:transposingSelf:transposingOther:)"],
      { a, b, _ in a.matmul(b, transposingSelf: true) }),
    two(
      "matmulTransposingBoth", ["matmul(_:_:transposingLeft:transposingRight:)"],
      { a, b, _ in matmul(a, b, transposingLeft: true, transposingRight: true) }),
    two(
      "matmulOfVectors", ["matmul(_:_:transposingLeft:transposingRight:)"],
      { a, b, _ in matmul(a, b) }),
    Operation(
      "linear", ["Variable.linear(weight:bias:)", "Linear.init(weight:bias:)"],
      variables: { v, _ in
        let layer = Linear(weight: v[1].value, bias: v.count > 2 ? v[2].value : nil)
        give(&v, to: layer.parameters)
        return [layer(v[0])]
      }),
    Operation(
      "symmetricEigenvectors", ["Tensor.symmetricEigenvectors()"],
      tensors: { t, c in
        let (values, vectors) = t[0].symmetricEigenvectors()
        return c.results.count == 1 ? [values] : [values, vectors]
      }),
    Operation(
      "principalComponents",
      ["init(fitting:)", "encode(_:size:)", "decode(_:)"].map { "PrincipalComponents." + $0 },
      tensors: { t, c in
        let found = PrincipalComponents(fitting: t[0])
        let codes = found.encode(t[0], size: c.whole("size"))
        return [found.mean, found.variances, found.decode(codes)]
      }),
  ]
}
