@testable import MiniTensor

/// How MiniTensor computes the cases of one name.
struct Operation: Sendable {
  typealias OfTensors = @Sendable ([Tensor], Case) -> [Tensor]

  /// Layers have variables of their own: they replace the inputs that gave them their values, so
  /// that the gradients are read from them.
  typealias OfVariables = @Sendable (inout [Variable], Case) -> [Variable]

  /// As in the file of cases.
  let name: String

  /// The public entries that are computed, as `PublicEntries` writes them.
  let entries: [String]

  let ofTensors: OfTensors?
  let ofVariables: OfVariables?

  init(
    _ name: String, _ entries: [String], tensors: OfTensors? = nil, variables: OfVariables? = nil
  ) {
    (self.name, self.entries) = (name, entries)
    (ofTensors, ofVariables) = (tensors, variables)
  }

  /// From one tensor or variable to one.
  static func one(
    _ name: String, _ entries: [String], _ tensor: (@Sendable (Tensor, Case) -> Tensor)?,
    _ variable: (@Sendable (Variable, Case) -> Variable)? = nil
  ) -> Operation {
    var tensors: OfTensors?
    var variables: OfVariables?
    if let tensor { tensors = { [tensor($0[0], $1)] } }
    if let variable { variables = { [variable($0[0], $1)] } }
    return Operation(name, entries, tensors: tensors, variables: variables)
  }

  /// From two to one.
  static func two(
    _ name: String, _ entries: [String], _ tensor: (@Sendable (Tensor, Tensor, Case) -> Tensor)?,
    _ variable: (@Sendable (Variable, Variable, Case) -> Variable)? = nil
  ) -> Operation {
    var tensors: OfTensors?
    var variables: OfVariables?
    if let tensor { tensors = { [tensor($0[0], $0[1], $1)] } }
    if let variable { variables = { [variable($0[0], $0[1], $1)] } }
    return Operation(name, entries, tensors: tensors, variables: variables)
  }

  /// A number, as a tensor.
  static func tensor(_ number: some BinaryInteger) -> Tensor { Tensor(Float(number)) }
  static func tensor(_ isTrue: Bool) -> Tensor { Tensor(isTrue ? 1 : 0) }

  /// Gives a layer the values of the inputs after the first, and puts its variables in their place.
  static func give(_ inputs: inout [Variable], to parameters: [Variable], after first: Int = 1) {
    for (place, parameter) in parameters.enumerated() {
      parameter.value = inputs[first + place].value
      inputs[first + place] = parameter
    }
  }

  /// `exp()` -> `Tensor.exp()` and `Variable.exp()`.
  static func both(_ entry: String) -> [String] { ["Tensor.", "Variable."].map { $0 + entry } }

  /// All, by name.
  static let all: [String: Operation] = Dictionary(
    uniqueKeysWithValues: [
      elementwise, arithmetic, reductions, moving, making, products, layers, sequences, optimizers,
    ].flatMap { $0 }.map { ($0.name, $0) })
}
