/// What a judge tells the process that holds an answer.
public enum Request: Sendable {
  /// Call a function, by its name with labels, with these arguments.
  case call(String, [Value])
  /// What a function of the judge's returned.
  case result(Value)
}

/// What the process that holds an answer tells the judge.
public enum Reply: Sendable {
  /// A function has returned.
  case returned(Value)
  /// A function of the judge's is called, by its number.
  case callback(Int, [Value])
  /// The answer reached `todo()` in this function.
  case stub(String)
  /// There is no such function, or it takes other arguments.
  case unknown(String)
}

/// Messages travel as a length in four bytes, a byte for their kind, and their contents.
public enum Frame {
  /// The most bytes of a message: more than any check asks for, less than would fill the memory.
  public static let longest = 1 << 24
  /// The bytes of a length.
  public static let header = 4

  /// A message with its length in front.
  public static func around(_ contents: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = []
    frame.append(count: contents.count)
    return frame + contents
  }

  /// The length that a header tells; throws when it is longer than any message.
  public static func length(_ header: [UInt8]) throws -> Int {
    let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard header.count == Self.header, length <= longest else { throw MessageReader.Damaged() }
    return length
  }
}

extension Request {
  /// The message as bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .call(let name, let arguments):
      bytes.append(0)
      bytes.append(name)
      bytes.append(arguments)
    case .result(let value):
      bytes.append(1)
      value.write(to: &bytes)
    }
    return bytes
  }

  /// Reads a message; throws when it is none.
  public init(_ bytes: [UInt8]) throws {
    var reader = MessageReader(bytes)
    switch try reader.byte() {
    case 0: self = .call(try reader.text(), try reader.values())
    case 1: self = .result(try reader.value())
    default: throw MessageReader.Damaged()
    }
    guard reader.isAtEnd else { throw MessageReader.Damaged() }
  }
}

extension Reply {
  /// The message as bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .returned(let value):
      bytes.append(0)
      value.write(to: &bytes)
    case .callback(let number, let arguments):
      bytes.append(1)
      bytes.append(count: number)
      bytes.append(arguments)
    case .stub(let function):
      bytes.append(2)
      bytes.append(function)
    case .unknown(let what):
      bytes.append(3)
      bytes.append(what)
    }
    return bytes
  }

  /// Reads a message; throws when it is none.
  public init(_ bytes: [UInt8]) throws {
    var reader = MessageReader(bytes)
    switch try reader.byte() {
    case 0: self = .returned(try reader.value())
    case 1: self = .callback(try reader.number(), try reader.values())
    case 2: self = .stub(try reader.text())
    case 3: self = .unknown(try reader.text())
    default: throw MessageReader.Damaged()
    }
    guard reader.isAtEnd else { throw MessageReader.Damaged() }
  }
}
