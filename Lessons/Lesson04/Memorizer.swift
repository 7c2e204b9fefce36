/// A two-layer ReLU network that answers n given points exactly: 2n + d weights, built, not
/// trained.
///
///     c(x) = sum_j w_j relu(a . x - b_j)
///
/// The direction a (d numbers) lays the points out on a line; the hinges b (n numbers) are set
/// between neighbours; the output weights w (n numbers) follow one after the other.
///
/// Source: Zhang, Bengio, Hardt, Recht and Vinyals, "Understanding deep learning requires
/// rethinking generalization", ICLR 2017, Theorem 1.
struct Memorizer<Number: BinaryFloatingPoint> {
  let direction: [Number]  // a, [d]
  let hinges: [Number]  // b, [n], rising
  let weights: [Number]  // w, [n]

  var weightCount: Int { direction.count + hinges.count + weights.count }

  /// The network's answer to one point x of d numbers.
  func callAsFunction(_ x: [Number]) -> Number {
    answer(at: projection(x, on: direction))
  }

  /// The network's answer to every point that lies at place z on the line.
  func answer(at z: Number) -> Number {
    var answer: Number = 0
    for (weight, hinge) in zip(weights, hinges) where z > hinge {
      answer += weight * (z - hinge)
    }
    return answer
  }

  /// The same network with every number rounded to another precision.
  func rounded<Other: BinaryFloatingPoint>(to _: Other.Type) -> Memorizer<Other> {
    Memorizer<Other>(
      direction: direction.map(Other.init), hinges: hinges.map(Other.init),
      weights: weights.map(Other.init))
  }
}

extension Memorizer {
  /// Builds the network that sends `points[i]` to `targets[i]`, for every i.
  ///
  /// With the points sorted along the direction, point i wakes the hinges 0...i and no other: the
  /// equations form a triangle, and each gives one weight.
  ///
  ///     w_i = (y_i - sum_{j < i} w_j (z_i - b_j)) / (z_i - b_i)
  ///
  /// - Parameters:
  ///   - points: n different points of d numbers each.
  ///   - targets: n answers, as arbitrary as you like.
  ///   - direction: d numbers that give no two points the same projection; drawn at random they
  ///     do so with probability 1.
  ///   - clearance: where hinge i stands between its neighbours z_(i-1) and z_i, as a fraction of
  ///     the gap: 1/2 is the middle, 0 is on the point before.
  ///
  /// Complexity: O(n d + n^2).
  init(points: [[Number]], targets: [Number], direction: [Number], clearance: Number) {
    let projections = points.map { projection($0, on: direction) }
    let order = projections.indices.sorted { projections[$0] < projections[$1] }
    let z = order.map { projections[$0] }

    var hinges = [z[0] - 1]
    for i in 1..<z.count {
      precondition(z[i] > z[i - 1], "Memorizer: two points fall together on this direction")
      hinges.append(z[i - 1] + clearance * (z[i] - z[i - 1]))
    }

    var weights: [Number] = []
    for i in z.indices {
      var soFar: Number = 0
      for j in 0..<i { soFar += weights[j] * (z[i] - hinges[j]) }
      weights.append((targets[order[i]] - soFar) / (z[i] - hinges[i]))
    }
    (self.direction, self.hinges, self.weights) = (direction, hinges, weights)
  }
}

/// Where a point lies along a direction: the dot product.
func projection<Number: BinaryFloatingPoint>(_ x: [Number], on direction: [Number]) -> Number {
  var sum: Number = 0
  for (value, weight) in zip(x, direction) { sum += value * weight }
  return sum
}
