import ExerciseKit
import MiniTensor

/// Exercise 11.3 - Back through time.                                  *** 40 minutes
///
/// A recurrent network has heard one sequence of T inputs:
///
///     h_t = tanh(x_t W + h_(t-1) U + b)        t = 1 ... T
///
/// The loss looks at every state, and `stateGradients` says how it changes with each of them
/// directly, as if the later states stood still. But they do not: h_t goes on into h_(t+1). So walk
/// from the last moment to the first, and carry along what comes back from the moment after:
///
///     d_t = direct gradient of h_t + what came back from t + 1        (nothing for t = T)
///     s_t = d_t (1 - h_t^2)                                           back through tanh
///     to t - 1:  s_t U'
///
/// W, U and b were used at every moment, so their slopes are sums over all moments.
///
///     dL/dW = sum of x_t' s_t      dL/dU = sum of h_(t-1)' s_t      dL/db = sum of s_t
///
///     // one unit that has heard two inputs; the loss looks at its last state only
///     backThroughTime(
///       inputs: Tensor([[2], [3]]), states: Tensor([[0.1], [0.5], [0.8]]),
///       stateWeights: Tensor([[0.5]]),
///       stateGradients: Tensor([[0], [1]]))
///     // s_2 = 1 * (1 - 0.64) = 0.36          s_1 = (0 + 0.36 * 0.5) * (1 - 0.25) = 0.135
///     // W: 2 * 0.135 + 3 * 0.36 = 1.35       U: 0.1 * 0.135 + 0.5 * 0.36 = 0.1935
///     // b: 0.135 + 0.36 = 0.495              h_0: 0.135 * 0.5 = 0.0675
///
/// Write the way back yourself: the library's `Variable` and `backward` earn nothing here.
///
/// - Parameters:
///   - inputs: x_1 ... x_T, one a row. [time, inputs]
///   - states: h_0, h_1 ... h_T: the starting state is row 0. [time + 1, hidden]
///   - stateWeights: U. [hidden, hidden]
///   - stateGradients: the direct gradients of h_1 ... h_T. [time, hidden]
/// - Returns: the slopes of W [inputs, hidden], U [hidden, hidden] and b [hidden], and the gradient
///   of h_0 [hidden].
public func backThroughTime(
  inputs: Tensor, states: Tensor, stateWeights: Tensor, stateGradients: Tensor
) -> (inputWeights: Tensor, stateWeights: Tensor, bias: Tensor, start: Tensor) {
  todo()
}
