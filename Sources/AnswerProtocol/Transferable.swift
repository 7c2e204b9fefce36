import MiniTensor

/// A type whose values can be made again from what was sent.
public protocol Transferable {
  /// The value again; throws when something else was sent.
  init(transferred value: Value) throws
}

/// A type that says itself how its values travel, where reflection would not find what matters.
public protocol SelfDescribing {
  /// The value as it travels.
  var transferred: Value { get }
}

/// Something else was sent than what was expected.
public struct Mismatch: Error, Sendable {
  /// The type that was expected.
  public let expected: String

  /// Names the type that was expected.
  public init(_ expected: Any.Type) { self.expected = "\(expected)" }
}

extension Double: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .number(let number) = value else { throw Mismatch(Double.self) }
    self = number
  }
}

extension Float: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .number(let number) = value else { throw Mismatch(Float.self) }
    self = Float(number)
  }
}

extension Int: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .number(let number) = value, let whole = Int(exactly: number) else {
      throw Mismatch(Int.self)
    }
    self = whole
  }
}

extension UInt64: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .number(let number) = value, let whole = UInt64(exactly: number) else {
      throw Mismatch(UInt64.self)
    }
    self = whole
  }
}

extension Bool: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .flag(let flag) = value else { throw Mismatch(Bool.self) }
    self = flag
  }
}

extension String: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .text(let text) = value else { throw Mismatch(String.self) }
    self = text
  }
}

extension Character: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    guard case .text(let text) = value, text.count == 1, let character = text.first else {
      throw Mismatch(Character.self)
    }
    self = character
  }
}

extension Tensor: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    switch value {
    case .numbers(let scalars, let shape): self = Tensor(scalars, shape: shape)
    case .number(let number): self = Tensor(Float(number))
    default: throw Mismatch(Tensor.self)
    }
  }
}

extension Optional: Transferable where Wrapped: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    if case .nothing = value { self = nil } else { self = try Wrapped(transferred: value) }
  }
}

extension Array: Transferable where Element: Transferable {
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    self = try value.elements.map { try Element(transferred: $0) }
  }
}

/// A generator travels as its bits, so that both sides draw the same numbers.
extension RandomGenerator: Transferable, SelfDescribing {
  /// The value as it travels.
  public var transferred: Value {
    let bytes = withUnsafeBytes(of: self) { Array($0) }
    return .numbers(bytes.map(Float.init), shape: [bytes.count])
  }

  /// The value again; throws when something else was sent.
  public init(transferred value: Value) throws {
    var generator = RandomGenerator(seed: 0)
    let bytes = try [Int](transferred: value).map { UInt8(truncatingIfNeeded: $0) }
    let fits = withUnsafeMutableBytes(of: &generator) { memory in
      if bytes.count == memory.count { memory.copyBytes(from: bytes) }
      return bytes.count == memory.count
    }
    guard fits else { throw Mismatch(RandomGenerator.self) }
    self = generator
  }
}

extension Value: Transferable, SelfDescribing {
  /// The value as it travels.
  public var transferred: Value { self }
  /// The value again; throws when something else was sent.
  public init(transferred value: Value) { self = value }
}

// MARK: - Taking values apart

extension Value {
  /// The elements of a list; the rows of a box of numbers.
  public var elements: [Value] {
    get throws {
      switch self {
      case .list(let values): return values
      case .numbers(let scalars, let shape):
        guard let count = shape.first else { throw Mismatch([Value].self) }
        let rest = Array(shape.dropFirst())
        if rest.isEmpty { return scalars.map { .number(Double($0)) } }
        let width = rest.reduce(1, *)
        return (0..<count).map {
          .numbers(Array(scalars[$0 * width..<($0 + 1) * width]), shape: rest)
        }
      default: throw Mismatch([Value].self)
      }
    }
  }

  /// The fields of a record with so many of them.
  public func fields(_ count: Int) throws -> [Value] {
    guard case .record(let fields) = self, fields.count == count else {
      throw Mismatch((Value, Value).self)
    }
    return fields.map(\.value)
  }

  /// The values of a tuple, by their types.
  public func tuple<each Element: Transferable>(of types: repeat (each Element).Type) throws -> (
    repeat each Element
  ) {
    var count = 0
    for _ in repeat each types { count += 1 }
    var rest = try fields(count)[...]
    return (repeat try (each types).init(transferred: rest.removeFirst()))
  }
}
