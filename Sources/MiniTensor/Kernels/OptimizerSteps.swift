// One loop for each optimizer: read the gradient, change memory and parameter, store. Nothing is
// allocated, and each number is touched once. The formulas stand beside the optimizers.

/// The numbers of an Adam step that are the same for every parameter.
struct AdamStep {
  var rate: Float
  var firstDecay: Float
  var secondDecay: Float
  var epsilon: Float
  /// 1 - beta1^t and 1 - beta2^t: what is missing while the averages fill up.
  var firstCorrection: Float
  var secondCorrection: Float
  /// Added to the gradient: weight times decay.
  var weightDecay: Float
  /// What remains of the weight itself, in AdamW.
  var shrinkage: Float
}

extension Kernels {
  static func sgd(_ w: inout [Float], _ g: [Float], rate: Float, weightDecay: Float) {
    loop(&w, g) { w, g in w -= rate * (g + weightDecay * w) }
  }

  static func momentum(
    _ w: inout [Float], _ g: [Float], _ v: inout [Float], rate: Float, momentum: Float,
    weightDecay: Float
  ) {
    loop(&w, g, &v) { w, g, v in
      v = momentum * v + (g + weightDecay * w)
      w -= rate * v
    }
  }

  static func nesterov(
    _ w: inout [Float], _ g: [Float], _ v: inout [Float], rate: Float, momentum: Float,
    weightDecay: Float
  ) {
    loop(&w, g, &v) { w, g, v in
      let slope = g + weightDecay * w
      v = momentum * v + slope
      w -= rate * (slope + momentum * v)
    }
  }

  static func adagrad(
    _ w: inout [Float], _ g: [Float], _ s: inout [Float], rate: Float, epsilon: Float,
    weightDecay: Float
  ) {
    loop(&w, g, &s) { w, g, s in
      let slope = g + weightDecay * w
      s += slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }

  static func rmsProp(
    _ w: inout [Float], _ g: [Float], _ s: inout [Float], rate: Float, decay: Float,
    epsilon: Float, weightDecay: Float
  ) {
    loop(&w, g, &s) { w, g, s in
      let slope = g + weightDecay * w
      s = decay * s + (1 - decay) * slope * slope
      w -= rate * slope / (s.squareRoot() + epsilon)
    }
  }

  static func adadelta(
    _ w: inout [Float], _ g: [Float], _ s: inout [Float], _ d: inout [Float], rate: Float,
    decay: Float, epsilon: Float, weightDecay: Float
  ) {
    loop(&w, g, &s, &d) { w, g, s, d in
      let slope = g + weightDecay * w
      s = decay * s + (1 - decay) * slope * slope
      let move = ((d + epsilon).squareRoot() / (s + epsilon).squareRoot()) * slope
      d = decay * d + (1 - decay) * move * move
      w -= rate * move
    }
  }

  static func adam(
    _ w: inout [Float], _ g: [Float], _ m: inout [Float], _ v: inout [Float], _ step: AdamStep
  ) {
    let rate = step.rate / step.firstCorrection
    let scale = 1 / step.secondCorrection.squareRoot()
    loop(&w, g, &m, &v) { w, g, m, v in
      let slope = g + step.weightDecay * w
      m = step.firstDecay * m + (1 - step.firstDecay) * slope
      v = step.secondDecay * v + (1 - step.secondDecay) * slope * slope
      w = step.shrinkage * w - rate * m / (v.squareRoot() * scale + step.epsilon)
    }
  }

  static func amsGrad(
    _ w: inout [Float], _ g: [Float], _ m: inout [Float], _ v: inout [Float],
    greatest: inout [Float], _ step: AdamStep
  ) {
    let rate = step.rate / step.firstCorrection
    let scale = 1 / step.secondCorrection.squareRoot()
    greatest.withUnsafeMutableBufferPointer { top in
      var i = 0
      loop(&w, g, &m, &v) { w, g, m, v in
        let slope = g + step.weightDecay * w
        m = step.firstDecay * m + (1 - step.firstDecay) * slope
        v = step.secondDecay * v + (1 - step.secondDecay) * slope * slope
        top[i] = max(top[i], v)
        w -= rate * m / (top[i].squareRoot() * scale + step.epsilon)
        i += 1
      }
    }
  }

  static func scale(_ a: inout [Float], by factor: Float) {
    a.withUnsafeMutableBufferPointer { a in
      for i in 0..<a.count { a[i] *= factor }
    }
  }

  /// The sum of squares, in Double: a million small squares must not vanish beside a large one.
  static func sumOfSquares(_ a: [Float]) -> Double {
    a.withUnsafeBufferPointer { a in
      var total = 0.0
      for i in 0..<a.count { total += Double(a[i]) * Double(a[i]) }
      return total
    }
  }
}

// MARK: - Loops

@inline(__always)
private func loop(_ w: inout [Float], _ g: [Float], _ body: (inout Float, Float) -> Void) {
  w.withUnsafeMutableBufferPointer { w in
    g.withUnsafeBufferPointer { g in
      for i in 0..<w.count { body(&w[i], g[i]) }
    }
  }
}

@inline(__always)
private func loop(
  _ w: inout [Float], _ g: [Float], _ a: inout [Float],
  _ body: (inout Float, Float, inout Float) -> Void
) {
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableBufferPointer { a in
      g.withUnsafeBufferPointer { g in
        for i in 0..<w.count { body(&w[i], g[i], &a[i]) }
      }
    }
  }
}

@inline(__always)
private func loop(
  _ w: inout [Float], _ g: [Float], _ a: inout [Float], _ b: inout [Float],
  _ body: (inout Float, Float, inout Float, inout Float) -> Void
) {
  w.withUnsafeMutableBufferPointer { w in
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeMutableBufferPointer { b in
        g.withUnsafeBufferPointer { g in
          for i in 0..<w.count { body(&w[i], g[i], &a[i], &b[i]) }
        }
      }
    }
  }
}
