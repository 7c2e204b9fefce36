import MiniTensor

// Parts, orders and joins of tensors; and tensors out of nothing.

extension MisuseTableTests {
  static let moving: [Call] = [
    Call("Tensor.reshaped(_: Int...)", "reshaped: [-1, -1]: one extent may be -1") {
      _ = Tensor([1]).reshaped(-1, -1)
    },
    Call("Tensor.reshaped(_: Int...)", "reshaped: [-2]: one extent may be -1") {
      _ = Tensor([1]).reshaped(-2)
    },
    Call("Tensor.reshaped(_: Int...)", "reshaped: the 2 numbers of shape [2] do not fit [3, -1]") {
      _ = Tensor([1, 2]).reshaped(3, -1)
    },
    Call(
      "Tensor.reshaped(_: some Collection<Int>)",
      "reshaped: shape [2, 3] has 6 numbers, but [4, 2] needs 8"
    ) { _ = Tensor.zeros(2, 3).reshaped([4, 2]) },
    Call("Tensor.expandingShape(at:)", "expandingShape: axis 3 is outside 0...1 for shape [1]") {
      _ = Tensor([1]).expandingShape(at: 3)
    },
    Call("Tensor.expandingShape(at:)", "expandingShape: axis -1 is outside 0...1") {
      _ = Tensor([1]).expandingShape(at: -1)
    },
    Call("Tensor.transposed()", "transposed: shape [2] is not a matrix") {
      _ = Tensor([1, 2]).transposed()
    },
    Call("Tensor.transposed(axes:)", "transposed: axes [0, 0] is not an order of the axes of shape")
    {
      _ = Tensor.zeros(1, 2).transposed(axes: [0, 0])
    },
    Call("Tensor.slice(axis:_:)", "slice: range 1..<3 is outside axis 0 of shape [2]") {
      _ = Tensor([1, 2]).slice(axis: 0, 1..<3)
    },
    Call("Tensor.slice(axis:_:)", "slice: range -1..<1 is outside axis 0 of shape [2]") {
      _ = Tensor([1, 2]).slice(axis: 0, -1..<1)
    },
    Call("Tensor.slice(axis:_:)", "slice: axis 1 does not exist in shape [2]") {
      _ = Tensor([1, 2]).slice(axis: 1, 0..<1)
    },
    Call("Tensor.slice(axis:at:)", "slice: index 2 is outside axis 0 of shape [2]") {
      _ = Tensor([1, 2]).slice(axis: 0, at: 2)
    },
    Call("Tensor.slice(axis:at:)", "slice: axis 0 does not exist in shape []") {
      _ = Tensor(1).slice(axis: 0, at: 0)
    },
    Call("Tensor.row(_:)", "row: index 2 is outside axis 0 of shape [2]") {
      _ = Tensor([1, 2]).row(2)
    },
    Call("Tensor.column(_:)", "column: index -1 is outside axis 1 of shape [1, 2]") {
      _ = Tensor.zeros(1, 2).column(-1)
    },
    Call("Tensor.rows(_: Range<Int>)", "rows: range 1..<3 is outside axis 0 of shape [2]") {
      _ = Tensor([1, 2]).rows(1..<3)
    },
    Call("Tensor.columns(_: Range<Int>)", "columns: range 0..<3 is outside axis 1 of shape [1, 2]")
    {
      _ = Tensor.zeros(1, 2).columns(0..<3)
    },
    Call("Tensor.rows(_: [Int])", "rows: there is no row 2 in shape [2]") {
      _ = Tensor([1, 2]).rows([2])
    },
    Call("Tensor.rows(_: [Int])", "rows: a single number has no rows") { _ = Tensor(1).rows([0]) },
    Call("Tensor.columns(_: [Int])", "columns: there is no column 2 in shape [1, 2]") {
      _ = Tensor.zeros(1, 2).columns([2])
    },
    Call("Tensor.columns(_: [Int])", "columns: shape [2] is not a matrix") {
      _ = Tensor([1, 2]).columns([0])
    },
    Call("Tensor.concatenate(_:axis:)", "concatenate: the list of tensors is empty") {
      _ = Tensor.concatenate([])
    },
    Call("Tensor.concatenate(_:axis:)", "concatenate: shapes [1, 2] and [1, 3] differ beyond") {
      _ = Tensor.concatenate([.zeros(1, 2), .zeros(1, 3)])
    },
    Call("Tensor.concatenate(_:axis:)", "concatenate: axis 1 does not exist in shape [2]") {
      _ = Tensor.concatenate([[1, 2]], axis: 1)
    },
    Call("Tensor.stack(_:axis:)", "stack: the list of tensors is empty") { _ = Tensor.stack([]) },
    Call("Tensor.stack(_:axis:)", "stack: shapes [1] and [2] differ") {
      _ = Tensor.stack([[1], [1, 2]])
    },
    Call("Tensor.stack(_:axis:)", "stack: axis 2 is outside 0...1 for shape [1]") {
      _ = Tensor.stack([[1]], axis: 2)
    },
    Call("Tensor.subscript(i:)", "subscript: there is no element [2] in shape [2]") {
      _ = Tensor([1, 2])[2]
    },
    Call("Tensor.subscript(i:)", "subscript: there is no element [0] in shape [1, 2]") {
      _ = Tensor.zeros(1, 2)[0]
    },
    Call("Tensor.subscript(i:j:)", "subscript: there is no element [0, -1] in shape [1, 2]") {
      var matrix = Tensor.zeros(1, 2)
      matrix[0, -1] = 1
    },
    Call("Tensor.subscript(i:j:k:)", "subscript: there is no element [0, 1, 0] in shape [1, 1, 1]")
    {
      _ = Tensor.zeros(1, 1, 1)[0, 1, 0]
    },
    Call("Tensor.subscript(i:j:k:l:)", "subscript: there is no element [0, 0, 0, 9] in shape") {
      _ = Tensor.zeros(1, 1, 1, 1)[0, 0, 0, 9]
    },
  ]

  static let making: [Call] = [
    Call("Tensor.full(_:_:)", "shape: an axis cannot have the extent -1") {
      _ = Tensor.full([-1, 2], 1)
    },
    Call("Tensor.zeros(_: Int...)", "shape: an axis cannot have the extent -1") {
      _ = Tensor.zeros(-1, 2)
    },
    Call("Tensor.zeros(_: some Collection<Int>)", "shape: an axis cannot have the extent -1") {
      _ = Tensor.zeros([-1, 2])
    },
    Call("Tensor.ones(_: Int...)", "shape: [1, 1, 1, 1, 1, 1, 1] has 7 axes") {
      _ = Tensor.ones(1, 1, 1, 1, 1, 1, 1)
    },
    Call("Tensor.ones(_: some Collection<Int>)", "shape: an axis cannot have the extent -1") {
      _ = Tensor.ones([-1])
    },
    Call("Tensor.identity(_:)", "identity: size -1: expected 0 or more") {
      _ = Tensor.identity(-1)
    },
    Call("Tensor.causalMask(_:)", "causalMask: length -1: expected 0 or more") {
      _ = Tensor.causalMask(-1)
    },
    Call("Tensor.range(_:_:by:)", "range: from 0.0 to 1.0 by 0.0: expected finite numbers") {
      _ = Tensor.range(0, 1, by: 0)
    },
    Call("Tensor.range(_:_:by:)", "range: from nan to 1.0 by 1.0: expected finite numbers") {
      _ = Tensor.range(.nan, 1)
    },
    Call("Tensor.range(_:_:by:)", "range: from 0.0 to 1.0 by 1e-20: more numbers than an axis") {
      _ = Tensor.range(0, 1, by: 1e-20)
    },
    Call("Tensor.linspace(from:through:count:)", "linspace: -1 numbers cannot reach from 0.0") {
      _ = Tensor.linspace(from: 0, through: 1, count: -1)
    },
    Call("Tensor.linspace(from:through:count:)", "linspace: 1 numbers cannot reach from 0.0") {
      _ = Tensor.linspace(from: 0, through: 1, count: 1)
    },
    Call("Tensor.linspace(from:through:count:)", "linspace: end nan: expected a finite number") {
      _ = Tensor.linspace(from: 0, through: .nan, count: 3)
    },
    Call("Tensor.oneHot(_:classes:)", "oneHot: label 3 in row 1 is not one of 3 classes") {
      _ = Tensor.oneHot([0, 3], classes: 3)
    },
    Call("Tensor.oneHot(_:classes:)", "oneHot: label -1 in row 0 is not one of 3 classes") {
      _ = Tensor.oneHot([-1], classes: 3)
    },
    Call("Tensor.oneHot(_:classes:)", "oneHot: classes -1: expected 0 or more") {
      _ = Tensor.oneHot([], classes: -1)
    },
    Call("Tensor.sinusoidalPositions(count:size:)", "sinusoidalPositions: size 3: each frequency") {
      _ = Tensor.sinusoidalPositions(count: 2, size: 3)
    },
    Call("Tensor.sinusoidalPositions(count:size:)", "sinusoidalPositions: count -1: expected 0") {
      _ = Tensor.sinusoidalPositions(count: -1, size: 2)
    },
  ]
}
