import MiniTensor
import Testing

/// Every line of Swift in docs/en/tensors.md stands here too, so that it compiles and does what the
/// page says.
///
/// `DocumentTests` compare the page with this file.
@Suite struct TensorPageTests {
  private let x = Tensor([[1, 2], [3, 4], [5, 6]])

  @Test func making() {
    let list: [Float] = [1, 2, 3, 4, 5, 6]
    let labels = [0, 3, 1]
    #expect(Tensor([1, 2, 3]).shape == [3])
    #expect(Tensor([[1, 2], [3, 4], [5, 6]]) == Tensor(list, shape: [3, 2]))
    #expect(Tensor(2.5).shape == [])
    #expect(Tensor.zeros(3, 2).shape == [3, 2] && Tensor.ones(3).shape == [3])
    #expect(Tensor.full([3, 2], 7).sum() == 42)
    #expect(Tensor.identity(3).shape == [3, 3])
    #expect(Tensor.range(0, 1, by: 0.25) == [0, 0.25, 0.5, 0.75])
    #expect(Tensor.linspace(from: 0, through: 1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    #expect(Tensor.oneHot(labels, classes: 4).shape == [3, 4])
    var generator = RandomGenerator(seed: 1)
    #expect(Tensor.normal([3, 2], using: &generator).shape == [3, 2])
    #expect(Tensor.uniform([3, 2], using: &generator).shape == [3, 2])
  }

  @Test func looking() {
    #expect(x.shape == [3, 2] && x.rank == 2 && x.count == 6)
    #expect(x.shape[0] == 3)
    var x = x
    #expect(x[1, 0] == 3)
    x[1, 0] = 9
    #expect(x[1, 0] == 9 && self.x[1, 0] == 3, "a copy is a copy")
    #expect(x.row(1) == [9, 4])
    #expect(x.column(1) == [2, 4, 6])
    #expect(x.rows(1..<3) == Tensor([[9, 4], [5, 6]]))
    #expect(x.columns(0..<1).shape == [3, 1])
    #expect(x.rows([2, 0, 2]) == Tensor([[5, 6], [1, 2], [5, 6]]))
    let box = Tensor.zeros(2, 3, 4)
    #expect(box.slice(axis: 2, 1..<3).shape == [2, 3, 2])
    let number = Tensor(2.5)
    #expect(number.scalar == 2.5)
    #expect(x.scalars == [1, 2, 9, 4, 5, 6])
    print(x)
    #expect(x.sum(axis: -1) == x.sum(axis: 1))
  }

  @Test func shapes() {
    #expect(x.transposed().shape == [2, 3])
    #expect(x.reshaped(2, -1).shape == [2, 3])
    #expect(x.flattened().shape == [6])
    #expect(x.expandingShape(at: 1).shape == [3, 1, 2])
    let box = Tensor.zeros(2, 3, 4)
    #expect(box.transposed(axes: [2, 0, 1]).shape == [4, 2, 3])
    #expect(Tensor.concatenate([x, x]).shape == [6, 2])
    #expect(Tensor.concatenate([x, x], axis: 1).shape == [3, 4])
    #expect(Tensor.stack([x, x]).shape == [2, 3, 2])
  }

  @Test func computing() {
    let y = Tensor([[1, 0], [0, 2]])
    #expect(x.matmul(y) == Tensor([[1, 4], [3, 8], [5, 12]]))
    #expect(x.matmul(x, transposingSelf: true).shape == [2, 2])
    #expect(x.matmul(x, transposingOther: true).shape == [3, 3])
    #expect(x * x == x.squared())
    #expect(x.squareRoot().isApproximatelyEqual(to: x.power(0.5)))
    #expect(x.power(3)[2, 1] == 216)
    var sum = 2 * x
    sum += x
    #expect(sum == 3 * x)
    #expect(
      x.exp().isApproximatelyEqual(
        to: Tensor([[2.718282, 7.389056], [20.085537, 54.59815], [148.41316, 403.4288]]),
        tolerance: 1e-3))
    #expect(x.log()[0, 0] == 0 && x.abs() == x)
    #expect((x - 3).relu()[0, 0] == 0 && x.relu() == x)
    #expect(x.sigmoid().max() < 1 && x.tanh().max() <= 1)
    #expect(x.clamped(to: -1...1) == Tensor.ones(3, 2))
    #expect(x.greater(than: 2) == Tensor([[0, 0], [1, 1], [1, 1]]))
    #expect(x.map { $0 * $0 + 1 }[1, 1] == 17)
    #expect(x.softmax(axis: 1).sum(axis: 1).isApproximatelyEqual(to: Tensor.ones(3)))
  }

  @Test func sums() {
    #expect(x.sum() == 21 && x.mean() == 3.5 && x.max() == 6)
    #expect(x.sum(axis: 0) == [9, 12])
    #expect(x.sum(axis: 1) == [3, 7, 11])
    #expect(x.sum(axis: 1, keepingDimension: true).shape == [3, 1])
    #expect(x.argmax(axis: 1) == [1, 1, 1])
    #expect(x.variance(axis: 0).shape == [2])
  }

  @Test func broadcasting() {
    let x = Tensor([[1, 2], [3, 4], [5, 6]])  // [3, 2]
    let bias = Tensor([10, 20])  // [2]: meets every row
    print(x + bias)  // [[11, 22], [13, 24], [15, 26]]
    let means = x.mean(axis: 1, keepingDimension: true)  // [3, 1]: meets every column
    print(x - means)  // [[-0.5, 0.5], [-0.5, 0.5], [-0.5, 0.5]]
    #expect(x + bias == Tensor([[11, 22], [13, 24], [15, 26]]))
    #expect(x - means == Tensor([[-0.5, 0.5], [-0.5, 0.5], [-0.5, 0.5]]))
  }

  @Test func whatDoesNotFitStops() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([[1, 2], [3, 4], [5, 6]])
      print(x - x.mean(axis: 1))
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("-: shapes [3, 2] and [3] do not fit: "), "\(words)")
  }

  @Test func variables() {
    var generator = RandomGenerator(seed: 1)
    let w = Variable(x)
    let input = Variable(constant: x)
    let h = (w * input).sum()
    let loss = h * 2
    loss.backward()
    #expect(w.gradient == 2 * x && w.value == x)
    w.zeroGradient()
    #expect(w.gradient == nil)
    #expect(loss.value.scalar == 2 * x.squared().sum())
    #expect(!h.detached().wantsGradient)
    let model = Linear(inputSize: 2, outputSize: 3, using: &generator)
    let logits = withoutGradients { model(input) }
    #expect(!logits.wantsGradient)
    let labels = [0, 1, 2]
    #expect(softmaxCrossEntropy(logits: logits, labels: labels).value.scalar > 0)
    _ = Adam(model.parameters)
  }

  @Test func learning() {
    var generator = RandomGenerator(seed: 1)
    let inputs = Variable(constant: Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]))  // [4, 2]
    let labels = [0, 1, 1, 0]
    let model = Sequential(
      Linear(inputSize: 2, outputSize: 8, using: &generator),
      Activation.tanh,
      Linear(inputSize: 8, outputSize: 2, using: &generator))
    let optimizer = Adam(model.parameters, learningRate: 0.05)
    for _ in 1...200 {
      let loss = softmaxCrossEntropy(logits: model(inputs), labels: labels)
      optimizer.zeroGradients()
      loss.backward()
      optimizer.step()
    }
    print(model(inputs).value.argmax(axis: 1))  // [0, 1, 1, 0]
    #expect(model(inputs).value.argmax(axis: 1) == labels)
  }
}
