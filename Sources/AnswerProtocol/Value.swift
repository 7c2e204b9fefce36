import MiniTensor

/// A value on its way between a judge and an answer, in a form that can be compared, shown and
/// sent.
///
/// Every number, text, array, tuple, optional and struct of such has one. Its type stays behind:
/// the two programs that talk to each other trust nothing but numbers, flags and texts.
public indirect enum Value: Sendable {
  case number(Double)
  case flag(Bool)
  case text(String)
  /// A box of numbers; an array of numbers is one of rank 1.
  case numbers([Float], shape: [Int])
  case list([Value])
  /// A tuple or a struct; unlabelled elements of a tuple have an empty name.
  case record([Field])
  case nothing
  /// A function of the judge's, by the number that it is called back with.
  case function(Int)

  /// A named part of a record.
  public struct Field: Sendable {
    /// Its label; empty where there is none.
    public let name: String
    /// What it holds.
    public let value: Value

    /// Names a value.
    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
}

// MARK: - From Swift values

extension Value {
  /// The form of any value, found by reflection.
  public init(_ value: Any) {
    switch value {
    case let value as Float: self = .number(Double(value))
    case let value as Double: self = .number(value)
    case let value as Bool: self = .flag(value)
    case let value as any BinaryInteger: self = .number(Double(value))
    case let value as String: self = .text(value)
    case let value as Character: self = .text(String(value))
    case let value as [Float]: self = .numbers(value, shape: [value.count])
    case let value as [Int] where value.allSatisfy { abs($0) < 1 << 24 }:
      self = .numbers(value.map(Float.init), shape: [value.count])
    case let value as Tensor: self = .numbers(value.scalars, shape: Array(value.shape))
    case let value as any SelfDescribing: self = value.transferred
    default: self.init(reflecting: value)
    }
  }

  private init(reflecting value: Any) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: self = mirror.children.first.map { Value($0.value) } ?? .nothing
    case .collection: self = .list(mirror.children.map { Value($0.value) }).asMatrix
    case .tuple where mirror.children.isEmpty: self = .nothing
    case .tuple, .struct, .class:
      self = .record(
        mirror.children.map { child in
          let label = child.label ?? ""
          return Field(label.hasPrefix(".") ? "" : label, Value(child.value))
        })
    default: self = .text(String(describing: value))
    }
  }

  /// Rows of equal length become one matrix, so that shapes can be compared first.
  private var asMatrix: Value {
    guard case .list(let rows) = self, !rows.isEmpty else { return self }
    var scalars: [Float] = []
    var rowShape: [Int]?
    for row in rows {
      guard case .numbers(let values, let shape) = row, rowShape ?? shape == shape else {
        return self
      }
      rowShape = shape
      scalars += values
    }
    return .numbers(scalars, shape: [rows.count] + rowShape!)
  }
}
