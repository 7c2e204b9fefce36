import Experiments
import Foundation
import MiniTensor

/// A forecast of next year's number of sunspots, and three that need no network.
struct SunForecast {
  /// The numbers of all years, and how many of the first years are for learning.
  let numbers: [Double]
  let learned: Int

  /// What was forecast for each year after the learned ones.
  typealias Forecast = [Double]

  /// The years to be judged by.
  var truth: [Double] { Array(numbers[learned...]) }

  /// The root of the mean squared error.
  func error(of forecast: Forecast) -> Double {
    let squares = zip(forecast, truth).map { ($0 - $1) * ($0 - $1) }
    return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
  }

  /// Every year is like the mean of the learned years.
  var mean: Forecast {
    Array(repeating: numbers[..<learned].reduce(0, +) / Double(learned), count: truth.count)
  }

  /// Every year is like the year before.
  var last: Forecast { Array(numbers[(learned - 1)..<(numbers.count - 1)]) }

  /// A weighted sum of the `count` years before, by least squares (Yule 1927, with two years).
  func linear(years count: Int) -> Forecast {
    func past(_ year: Int) -> [Double] { [1] + (1...count).map { numbers[year - $0] } }
    // The normal equations (lesson 02): A w = c with A = X' X, c = X' y.
    var a = [[Double]](repeating: .init(repeating: 0, count: count + 2), count: count + 1)
    for year in count..<learned {
      let row = past(year)
      for i in 0...count {
        for j in 0...count { a[i][j] += row[i] * row[j] }
        a[i][count + 1] += row[i] * numbers[year]
      }
    }
    let weights = Self.solve(a)
    return (learned..<numbers.count).map { year in
      zip(weights, past(year)).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// Gauss's elimination; the last column holds the right-hand side.
  private static func solve(_ system: [[Double]]) -> [Double] {
    var a = system
    for i in a.indices {
      let pivot = (i..<a.count).max { abs(a[$0][i]) < abs(a[$1][i]) }!
      a.swapAt(i, pivot)
      for k in a.indices where k != i {
        let factor = a[k][i] / a[i][i]
        for j in i...a.count { a[k][j] -= factor * a[i][j] }
      }
    }
    return a.indices.map { a[$0][a.count] / a[$0][$0] }
  }

  /// A recurrent network that hears one year after the other.
  func recurrent(
    hiddenSize: Int, epochs: Int, using generator: inout RandomGenerator
  ) -> Forecast {
    let mean = self.mean[0]
    let squares = numbers[..<learned].map { ($0 - mean) * ($0 - mean) }
    let spread = (squares.reduce(0, +) / Double(learned)).squareRoot()
    let scaled = numbers.map { Float(($0 - mean) / spread) }
    let cell = RNN(inputSize: 1, hiddenSize: hiddenSize, using: &generator)
    let output = Linear(inputSize: hiddenSize, outputSize: 1, using: &generator)
    let optimizer = Adam(cell.parameters + output.parameters, learningRate: 0.01)
    func forecasts(_ years: ArraySlice<Float>) -> Variable {  // [years]
      let heard = Variable(constant: Tensor(Array(years), shape: [1, years.count, 1]))
      return output(cell(heard).outputs.reshaped(years.count, hiddenSize)).reshaped(years.count)
    }
    // The first ten years only warm the state up.
    let targets = Tensor(Array(scaled[11..<learned]))
    for _ in 0..<epochs {
      optimizer.zeroGradients()
      let made = forecasts(scaled[..<(learned - 1)]).slice(axis: 0, 10..<(learned - 1))
      meanSquaredError(made, targets).backward()
      optimizer.parameters.clipGradients(toNorm: 1)
      optimizer.step()
    }
    let all = withoutGradients { forecasts(scaled[..<(numbers.count - 1)]).value.scalars }
    return all[(learned - 1)...].map { Double($0) * spread + mean }
  }
}
