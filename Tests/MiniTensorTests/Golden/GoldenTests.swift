import Foundation
import Testing

@testable import MiniTensor

/// Values, gradients and five optimizer steps against PyTorch: max|a - b| / max|b| <= 1e-4.
///
/// `make_golden.py` wrote the numbers, once.
@Suite struct GoldenTests {
  struct Golden: Decodable {
    var operations: [Operation]
    var optimizers: Optimizers
  }

  struct Numbers: Decodable {
    var shape: [Int]
    var scalars: [Float]
    var tensor: Tensor { Tensor(scalars, shape: shape) }
  }

  struct Operation: Decodable {
    var name: String
    var inputs: [Numbers]
    var weight: Numbers
    var result: Numbers
    var gradients: [Numbers]
    var targets: Numbers?
  }

  struct Optimizers: Decodable {
    struct Run: Decodable {
      var name: String
      var steps: [[Numbers]]
    }
    var inputs: Numbers
    var targets: Numbers
    var weight: Numbers
    var bias: Numbers
    var runs: [Run]
  }

  let golden: Golden

  init() throws {
    let url = try #require(Bundle.module.url(forResource: "golden", withExtension: "json"))
    golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
  }

  @Test func operations() throws {
    #expect(golden.operations.count >= 35)
    for operation in golden.operations {
      let inputs = operation.inputs.map { Variable($0.tensor) }
      let targets = operation.targets?.tensor ?? Tensor(0)
      let result = try #require(
        apply(operation.name, inputs, targets), "unknown operation \(operation.name)")
      expect("\(operation.name): value", result.value, operation.result.tensor)
      (result * operation.weight.tensor).sum().backward()
      for (input, gradient) in zip(inputs, operation.gradients) {
        let own = try #require(input.gradient, "\(operation.name): no gradient")
        expect("\(operation.name): gradient", own, gradient.tensor)
      }
    }
  }

  private func apply(_ name: String, _ inputs: [Variable], _ targets: Tensor) -> Variable? {
    let x = inputs[0]
    let y = inputs.count > 1 ? inputs[1] : x
    switch name {
    case "exp": return x.exp()
    case "log": return x.log()
    case "sigmoid": return x.sigmoid()
    case "tanh": return x.tanh()
    case "relu": return x.relu()
    case "leakyReLU": return x.leakyReLU(slope: 0.01)
    case "elu": return x.elu()
    case "silu": return x.silu()
    case "gelu": return x.gelu()
    case "softplus": return x.softplus()
    case "softmax": return x.softmax()
    case "logSoftmax": return x.logSoftmax()
    case "logSumExp": return x.logSumExp()
    case "squared": return x.squared()
    case "squareRoot": return x.squareRoot()
    case "power": return x.power(1.5)
    case "abs": return x.abs()
    case "clamped": return x.clamped(to: -1...1)
    case "mean": return x.mean(axis: 0)
    case "sum": return x.sum(axis: 1)
    case "variance": return x.variance(axis: 0)
    case "max": return x.max(axis: 1)
    case "transposed": return x.transposed()
    case "rows": return x.rows([2, 0, 2])
    case "columns": return x.slice(axis: 1, 1..<4)
    case "add": return x + y
    case "subtract": return x - y
    case "multiply": return x * y
    case "divide": return x / y
    case "matmul", "batchMatmul": return x.matmul(y)
    case "linear": return x.linear(weight: y, bias: inputs[2])
    case "concatenate": return .concatenate([x, y], axis: 1)
    case "convolution 2D":
      return x.convolution(weight: y, bias: inputs[2], stride: 2, padding: 1)
    case "convolution 1D": return x.convolution(weight: y, bias: inputs[2], padding: 2)
    case "maxPool": return x.maxPool(size: [3, 3], stride: [2, 2])
    case "batchNorm":
      var generator = RandomGenerator(seed: 1)
      let layer = BatchNorm(featureCount: 3)
      layer.scale.value = y.value
      layer.shift.value = inputs[2].value
      let result = layer(x, training: &generator)
      return Variable(result.value, from: [x, y, inputs[2]]) { gradient in
        (result * gradient).sum().backward()
        defer { x.zeroGradient() }
        return [x.gradient, layer.scale.gradient, layer.shift.gradient]
      }
    case "meanSquaredError": return meanSquaredError(x, targets)
    case "meanAbsoluteError": return meanAbsoluteError(x, targets)
    case "binaryCrossEntropy": return binaryCrossEntropy(logits: x, targets: targets)
    case "softmaxCrossEntropy":
      return softmaxCrossEntropy(logits: x, labels: targets.scalars.map { Int($0) })
    case "layerNorm":
      return x.normalized(epsilon: 1e-5, removingMean: true) * y + inputs[2]
    case "rmsNorm": return RMSNorm()(x)
    case "attention":
      return scaledDotProductAttention(queries: x, keys: y, values: inputs[2])
    case "causalAttention":
      return scaledDotProductAttention(
        queries: x, keys: y, values: inputs[2], mask: .causalMask(4))
    case "multiHeadAttention": return multiHead(inputs)
    default: return nil
    }
  }

  /// The layer makes its own variables: their gradients are handed on to the inputs.
  private func multiHead(_ inputs: [Variable]) -> Variable {
    var generator = RandomGenerator(seed: 1)
    let layer = MultiHeadAttention(
      size: 6, headCount: 3, isCausal: true, hasBias: false, using: &generator)
    let x = Variable(inputs[0].value)
    for (own, given) in zip(layer.parameters, inputs.dropFirst()) { own.value = given.value }
    let result = layer(x)
    return Variable(result.value, from: inputs) { gradient in
      (result * gradient).sum().backward()
      return [x.gradient] + layer.parameters.map(\.gradient)
    }
  }

  @Test func optimizerSteps() throws {
    let data = golden.optimizers
    #expect(data.runs.count == 10)
    for run in data.runs {
      let (w, b) = (Variable(data.weight.tensor), Variable(data.bias.tensor))
      let optimizer = try #require(makeOptimizer(run.name, [w, b]), "unknown \(run.name)")
      for (number, step) in run.steps.enumerated() {
        optimizer.zeroGradients()
        let output = Variable(constant: data.inputs.tensor).linear(weight: w, bias: b).tanh()
        meanSquaredError(output, data.targets.tensor).backward()
        optimizer.step()
        expect("\(run.name): weight after step \(number + 1)", w.value, step[0].tensor)
        expect("\(run.name): bias after step \(number + 1)", b.value, step[1].tensor)
      }
    }
  }

  private func makeOptimizer(_ name: String, _ p: [Variable]) -> (any Optimizer)? {
    switch name {
    case "SGD": SGD(p, learningRate: 0.1)
    case "decayed SGD": SGD(p, learningRate: 0.1, weightDecay: 0.05)
    case "momentum": SGD(p, learningRate: 0.1, momentum: 0.9)
    case "Nesterov": SGD(p, learningRate: 0.1, momentum: 0.9, isNesterov: true)
    case "Adagrad": Adagrad(p, learningRate: 0.1)
    case "Adadelta": Adadelta(p, learningRate: 1, decay: 0.9, epsilon: 1e-6)
    case "RMSProp": RMSProp(p, learningRate: 0.05, decay: 0.9, epsilon: 1e-8)
    case "Adam": Adam(p, learningRate: 0.1)
    case "AMSGrad": AMSGrad(p, learningRate: 0.1)
    case "AdamW": AdamW(p, learningRate: 0.1, weightDecay: 0.1)
    default: nil
    }
  }

  private func expect(_ what: String, _ own: Tensor, _ expected: Tensor) {
    #expect(own.shape == expected.shape, "\(what)")
    guard own.shape == expected.shape else { return }
    let error = (own - expected).abs().max() / max(expected.abs().max(), 1e-30)
    #expect(error <= 1e-4, "\(what): relative error \(error)")
  }
}
