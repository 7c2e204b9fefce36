/// Values as bytes.
///
/// What is read may come from a program that lies: every length is checked against what is there
/// before anything is made of it, and nothing is nested deeper than a learner's value could be.
extension Value {
  /// How deep lists may lie in lists.
  static let deepest = 16
  /// How many axes a box may have.
  static let mostAxes = 6
  /// How many values a message may hold, a box of numbers counted as one.
  static let most = 1 << 20

  /// Appends the value to a message.
  public func write(to bytes: inout [UInt8]) {
    switch self {
    case .number(let number):
      bytes.append(0)
      bytes.append(word: number.bitPattern)
    case .flag(let flag):
      bytes.append(flag ? 2 : 1)
    case .text(let text):
      bytes.append(3)
      bytes.append(text)
    case .numbers(let scalars, let shape):
      bytes.append(4)
      bytes.append(count: shape.count)
      for length in shape { bytes.append(count: length) }
      bytes.append(count: scalars.count)
      for scalar in scalars { bytes.append(half: scalar.bitPattern) }
    case .list(let values):
      bytes.append(5)
      bytes.append(count: values.count)
      for value in values { value.write(to: &bytes) }
    case .record(let fields):
      bytes.append(6)
      bytes.append(count: fields.count)
      for field in fields {
        bytes.append(field.name)
        field.value.write(to: &bytes)
      }
    case .nothing:
      bytes.append(7)
    case .function(let number):
      bytes.append(8)
      bytes.append(count: number)
    }
  }
}

/// Reads a message from its beginning; throws where it does not hold what it says.
public struct MessageReader {
  /// A message that is not what it says it is.
  public struct Damaged: Error {
    /// A message that is not what it says it is.
    public init() {}
  }

  private let bytes: [UInt8]
  private var place = 0
  private var left = Value.most

  /// Begins at the first byte.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything has been read.
  public var isAtEnd: Bool { place == bytes.count }

  /// The next value.
  public mutating func value() throws -> Value { try value(depth: 0) }

  private mutating func value(depth: Int) throws -> Value {
    left -= 1
    guard depth < Value.deepest, left >= 0 else { throw Damaged() }
    switch try byte() {
    case 0: return .number(Double(bitPattern: try word()))
    case 1: return .flag(false)
    case 2: return .flag(true)
    case 3: return .text(try text())
    case 4:
      let rank = try count(of: 4)
      guard rank <= Value.mostAxes else { throw Damaged() }
      var shape: [Int] = []
      for _ in 0..<rank { shape.append(Int(try half())) }
      let scalars = try count(of: 4)
      // An empty box may have many rows; each costs the reader something, as soon as they are
      // looked at one by one.
      var rows = 1
      for length in shape {
        let (product, overflow) = rows.multipliedReportingOverflow(by: max(1, length))
        guard !overflow, product <= max(scalars, Value.most) else { throw Damaged() }
        rows = product
      }
      guard shape.reduce(1, *) == scalars else { throw Damaged() }
      let start = place
      place += 4 * scalars
      let numbers = (0..<scalars).map { Float(bitPattern: half(at: start + 4 * $0)) }
      return .numbers(numbers, shape: shape)
    case 5:
      let length = try count(of: 1)
      return .list(try (0..<length).map { _ in try value(depth: depth + 1) })
    case 6:
      let length = try count(of: 5)
      return .record(
        try (0..<length).map { _ in Value.Field(try text(), try value(depth: depth + 1)) })
    case 7: return .nothing
    case 8: return .function(Int(try half()))
    default: throw Damaged()
    }
  }

  /// The next byte.
  public mutating func byte() throws -> UInt8 {
    guard place < bytes.count else { throw Damaged() }
    defer { place += 1 }
    return bytes[place]
  }

  /// The next text.
  public mutating func text() throws -> String {
    let length = try count(of: 1)
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  /// The next values, all of a list.
  public mutating func values() throws -> [Value] {
    let length = try count(of: 1)
    return try (0..<length).map { _ in try value() }
  }

  /// A number of things that take so many bytes each at least, no more than there can be.
  public mutating func count(of size: Int) throws -> Int {
    let count = Int(try half())
    guard count <= (bytes.count - place) / size else { throw Damaged() }
    return count
  }

  /// A number that stands for itself.
  public mutating func number() throws -> Int { Int(try half()) }

  private mutating func half() throws -> UInt32 {
    guard bytes.count - place >= 4 else { throw Damaged() }
    defer { place += 4 }
    return half(at: place)
  }

  private mutating func word() throws -> UInt64 {
    UInt64(try half()) | UInt64(try half()) << 32
  }

  private func half(at place: Int) -> UInt32 {
    UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
      | UInt32(bytes[place + 3]) << 24
  }
}

extension [UInt8] {
  /// Appends a text with its length.
  public mutating func append(_ text: String) {
    append(count: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  /// Appends a list of values with its length.
  public mutating func append(_ values: [Value]) {
    append(count: values.count)
    for value in values { value.write(to: &self) }
  }

  /// Appends a count.
  public mutating func append(count: Int) { append(half: UInt32(truncatingIfNeeded: count)) }

  mutating func append(half bits: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: bits >> shift)) }
  }

  mutating func append(word bits: UInt64) {
    append(half: UInt32(truncatingIfNeeded: bits))
    append(half: UInt32(truncatingIfNeeded: bits >> 32))
  }
}
