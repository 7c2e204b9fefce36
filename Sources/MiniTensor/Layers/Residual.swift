/// A shortcut around some layers: y = x + f(x).
///
/// The layers learn only what to change, and the gradient has a way past them.
/// `shortcut` reshapes x where f changes its shape, say with a convolution of size 1.
///
/// **Shape** any that f keeps (or `shortcut` matches).
/// Source: K. He and others, CVPR 2016, section 3.2.
public struct Residual: Layer {
  /// What is added: f.
  public let body: any Layer

  /// What x passes through on its way around; nothing unless given.
  public let shortcut: (any Layer)?

  /// Leads a shortcut around the given layers.
  public init(_ layers: any Layer..., shortcut: (any Layer)? = nil) {
    body = layers.count == 1 ? layers[0] : Sequential(layers)
    self.shortcut = shortcut
  }

  /// The parameters of the layers, then those of the shortcut.
  public var parameters: [Variable] {
    (body.parameters + (shortcut?.parameters ?? [])).withoutRepetition
  }

  /// What the layers, then the shortcut, need to answer the same.
  public var state: [Variable] { (body.state + (shortcut?.state ?? [])).withoutRepetition }

  /// Computes x + f(x).
  ///
  /// Traps when f changes the shape and no shortcut does the same.
  public func callAsFunction(_ input: Variable) -> Variable {
    joined(shortcut.map { $0(input) } ?? input, body(input))
  }

  /// Broadcasting would hide a body that gives one column for many.
  private func joined(_ around: Variable, _ through: Variable) -> Variable {
    guard around.shape == through.shape else {
      misuse(
        "Residual",
        """
        the way around has the shape \(around.shape), the body gives \(through.shape): \
        expected the same
        """)
    }
    return around + through
  }

  /// Computes x + f(x) as while the layers learn.
  public func callAsFunction(
    _ input: Variable, training generator: inout RandomGenerator
  ) -> Variable {
    let around = shortcut.map { $0(input, training: &generator) } ?? input
    return joined(around, body(input, training: &generator))
  }
}
