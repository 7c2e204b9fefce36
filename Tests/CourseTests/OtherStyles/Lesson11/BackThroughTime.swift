import MiniTensor

/// Lists of numbers, added up in place while walking back; no matrix product at all.
public func backThroughTime(
  inputs: Tensor, states: Tensor, stateWeights: Tensor, stateGradients: Tensor
) -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, start: Tensor) {
  let (time, size, hidden) = (inputs.shape[0], inputs.shape[1], states.shape[1])
  var w = Tensor.zeros(size, hidden)
  var u = Tensor.zeros(hidden, hidden)
  var b = [Float](repeating: 0, count: hidden)
  var backward = b
  var t = time
  while t > 0 {
    var s: [Float] = []
    for k in 0..<hidden {
      let h = states[t, k]
      s.append((stateGradients[t - 1, k] + backward[k]) * (1 + h) * (1 - h))
    }
    for k in 0..<hidden {
      b[k] += s[k]
      for i in 0..<size { w[i, k] += inputs[t - 1, i] * s[k] }
      for j in 0..<hidden { u[j, k] += states[t - 1, j] * s[k] }
    }
    backward = (0..<hidden).map { j in
      (0..<hidden).reduce(Float(0)) { $0 + stateWeights[j, $1] * s[$1] }
    }
    t -= 1
  }
  return (w, u, Tensor(b), Tensor(backward))
}
