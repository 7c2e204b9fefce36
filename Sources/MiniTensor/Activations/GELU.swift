extension Variable {
  /// The Gaussian error linear unit, in its common form with tanh:
  /// y = x (1 + t) / 2 with t = tanh(c (x + 0.044715 x³)) and c = sqrt(2 / pi).
  ///
  /// **Shape** any -> the same.
  /// Gradient: (1 + t) / 2 + x (1 - t²) c (1 + 0.134145 x²) / 2.
  /// Source: D. Hendrycks, K. Gimpel, arXiv 1606.08415, section 2.
  public func gelu() -> Variable {
    let x = value
    let c: Float = 0.797_884_56
    let t = ((x + x * x.squared() * 0.044715) * c).tanh()
    return Variable(x * ((1 + t) * 0.5), from: self) { gradient in
      // Far outside 1 - t² is 0, and x² must not be infinite beside it.
      let x = x.clamped(to: -100...100)
      let slope = (1 - t.squared()) * (1 + x.squared() * 0.134145) * c
      return gradient * ((1 + t + x * slope) * 0.5)
    }
  }
}
