@testable import MiniTensor

// Numbers are moved, or made.

extension Operation {
  static let moving: [Operation] = [
    one(
      "reshaped",
      both("reshaped(_: some Collection<Int>)") + both("reshaped(_: Int...)"),
      { x, c in
        let shape = c.wholes("shape")
        return shape.count == 2 ? x.reshaped(shape[0], shape[1]) : x.reshaped(shape)
      },
      { x, c in
        let shape = c.wholes("shape")
        return shape.count == 2 ? x.reshaped(shape[0], shape[1]) : x.reshaped(shape)
      }),
    one("flattenedTensor", ["Tensor.flattened()"], { x, _ in x.flattened() }),
    one(
      "flattened", ["Variable.flattened()", "Flatten.init()", "Flatten.callAsFunction(_:)"], nil,
      { x, _ in Flatten()(x) }),
    one(
      "expandingShape", ["Tensor.expandingShape(at:)"],
      { x, c in x.expandingShape(at: c.whole("axis")) }),
    one("transposed", both("transposed()"), { x, _ in x.transposed() }, { x, _ in x.transposed() }),
    one(
      "transposedAxes", both("transposed(axes:)"), { x, c in x.transposed(axes: c.wholes("axes")) },
      { x, c in x.transposed(axes: c.wholes("axes")) }),
    one(
      "slice", both("slice(axis:_:)"), { x, c in x.slice(axis: c.whole("axis"), c.range("range")) },
      { x, c in x.slice(axis: c.whole("axis"), c.range("range")) }),
    one(
      "sliceAt", both("slice(axis:at:)"),
      { x, c in x.slice(axis: c.whole("axis"), at: c.whole("index")) },
      { x, c in x.slice(axis: c.whole("axis"), at: c.whole("index")) }),
    one(
      "rows", ["Tensor.rows(_: [Int])", "Variable.rows(_:)"],
      { x, c in x.rows(c.wholes("indices")) }, { x, c in x.rows(c.wholes("indices")) }),
    one("columns", ["Tensor.columns(_: [Int])"], { x, c in x.columns(c.wholes("indices")) }),
    one("rowRange", ["Tensor.rows(_: Range<Int>)"], { x, c in x.rows(c.range("range")) }),
    one("columnRange", ["Tensor.columns(_: Range<Int>)"], { x, c in x.columns(c.range("range")) }),
    one("row", ["Tensor.row(_:)"], { x, c in x.row(c.whole("index")) }),
    one("column", ["Tensor.column(_:)"], { x, c in x.column(c.whole("index")) }),
    Operation(
      "concatenate", both("concatenate(_:axis:)"),
      tensors: { t, c in [.concatenate(t, axis: c.whole("axis"))] },
      variables: { v, c in [.concatenate(v, axis: c.whole("axis"))] }),
    Operation(
      "stack", both("stack(_:axis:)"), tensors: { t, c in [.stack(t, axis: c.whole("axis"))] },
      variables: { v, c in [.stack(v, axis: c.whole("axis"))] }),
    one(
      "subscript",
      ["i:", "i:j:", "i:j:k:", "i:j:k:l:"].map { "Tensor.subscript(\($0))" },
      { x, _ in Tensor([last(of: x), writingLast(of: x, 7)]) }),
  ]

  static let making: [Operation] = [
    made("full", ["full(_:_:)"]) { c in .full(c.wholes("shape"), 2.5) },
    made("zeros", ["zeros(_: some Collection<Int>)", "zeros(_: Int...)", "zeros(like:)"]) { c in
      let (shape, zeros) = (c.wholes("shape"), Tensor.zeros(c.wholes("shape")))
      return shape.count == 2 ? .zeros(shape[0], shape[1]) : .zeros(like: zeros)
    },
    made("ones", ["ones(_: some Collection<Int>)", "ones(_: Int...)"]) { c in
      let shape = c.wholes("shape")
      return shape.count == 2 ? .ones(shape[0], shape[1]) : .ones(shape)
    },
    made("identity", ["identity(_:)"]) { c in .identity(c.whole("size")) },
    made("causalMask", ["causalMask(_:)"]) { c in .causalMask(c.whole("size")) },
    made("range", ["range(_:_:by:)"]) { c in
      let bounds = c.numbers("bounds")
      return bounds[2] == 1
        ? .range(bounds[0], bounds[1]) : .range(bounds[0], bounds[1], by: bounds[2])
    },
    made("linspace", ["linspace(from:through:count:)"]) { c in
      let bounds = c.numbers("bounds")
      return .linspace(from: bounds[0], through: bounds[1], count: c.whole("count"))
    },
    made("oneHot", ["oneHot(_:classes:)"]) { c in
      .oneHot(c.wholes("labels"), classes: c.whole("classes"))
    },
    made("sinusoidalPositions", ["sinusoidalPositions(count:size:)"]) { c in
      .sinusoidalPositions(count: c.whole("count"), size: c.whole("size"))
    },
  ]

  private static func made(
    _ name: String, _ entries: [String], _ make: @escaping @Sendable (Case) -> Tensor
  ) -> Operation {
    Operation(name, entries.map { "Tensor." + $0 }, tensors: { _, c in [make(c)] })
  }

  private static func last(of x: Tensor) -> Float {
    let ends = x.shape.map { $0 - 1 }
    return switch x.rank {
    case 1: x[ends[0]]
    case 2: x[ends[0], ends[1]]
    case 3: x[ends[0], ends[1], ends[2]]
    default: x[ends[0], ends[1], ends[2], ends[3]]
    }
  }

  /// Writes a number, and reads it back from the list.
  private static func writingLast(of x: Tensor, _ number: Float) -> Float {
    let ends = x.shape.map { $0 - 1 }
    var x = x
    switch x.rank {
    case 1: x[ends[0]] = number
    case 2: x[ends[0], ends[1]] = number
    case 3: x[ends[0], ends[1], ends[2]] = number
    default: x[ends[0], ends[1], ends[2], ends[3]] = number
    }
    return x.scalars.last ?? .nan
  }
}
