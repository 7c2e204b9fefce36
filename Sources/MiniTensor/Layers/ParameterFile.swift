import Foundation

/// Writes the state of a model to a file and reads it back.
///
///     try ParameterFile.save(model.state, to: URL(filePath: "digits.parameters"))
///     try ParameterFile.load(model.state, from: URL(filePath: "digits.parameters"))
///
/// `model.parameters` alone lack what was gathered without learning, the running values of a batch
/// norm. To go on with training, save `model.state + optimizer.state`.
///
/// The format, all numbers little-endian:
///
/// | bytes | meaning |
/// |---|---|
/// | 8 | the letters `N2DPARAM` |
/// | 4 | version: 1 |
/// | 4 | number of parameters |
/// | for each: 4, then 4 for each axis | rank and extents |
/// | for each: 4 for each number | the numbers as 32-bit floats, row by row |
/// | 8 | checksum (FNV-1a, 64 bits) of everything before |
///
/// Loading checks the whole file first. When something is wrong, an error says what was expected
/// and what was found, and the model stays as it was.
public enum ParameterFile {
  /// Writes the values in order, atomically: a crash leaves no half-written file.
  public static func save(_ parameters: [Variable], to url: URL) throws {
    var data = Data(magic)
    data.append(word: version)
    data.append(word: UInt32(parameters.count))
    for parameter in parameters {
      data.append(word: UInt32(parameter.value.rank))
      for extent in parameter.value.shape { data.append(word: UInt32(extent)) }
      for number in parameter.value.scalars { data.append(word: number.bitPattern) }
    }
    let sum = checksum(data)
    data.append(word: UInt32(truncatingIfNeeded: sum))
    data.append(word: UInt32(truncatingIfNeeded: sum >> 32))
    try data.write(to: url, options: .atomic)
  }

  /// Reads values for the given parameters, which must have the same shapes in the same order.
  public static func load(_ parameters: [Variable], from url: URL) throws {
    let file = url.lastPathComponent
    let values = try decode(try Data(contentsOf: url), file: file)
    guard values.count == parameters.count else {
      throw ParameterFileError(
        file: file, expected: "\(parameters.count) parameters", found: "\(values.count)")
    }
    for (index, (value, parameter)) in zip(values, parameters).enumerated() {
      guard value.shape == parameter.value.shape else {
        throw ParameterFileError(
          file: file, expected: "shape \(parameter.shape) for parameter \(index)",
          found: "\(value.shape)")
      }
    }
    for (value, parameter) in zip(values, parameters) { parameter.value = value }
  }

  private static let magic = Array("N2DPARAM".utf8)
  private static let version: UInt32 = 1

  private static func decode(_ data: Data, file: String) throws -> [Tensor] {
    func failure(_ expected: String, _ found: String) -> ParameterFileError {
      ParameterFileError(file: file, expected: expected, found: found)
    }
    guard data.starts(with: magic) else {
      throw failure("the letters N2DPARAM at the beginning", "another kind of file")
    }
    guard data.count >= magic.count + 16 else {
      throw failure("at least \(magic.count + 16) bytes", "\(data.count)")
    }
    let body = data.prefix(data.count - 8)
    let stored = data.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard checksum(body) == stored else {
      throw failure("a whole, unchanged file", "a checksum that does not fit its content")
    }
    var reader = WordReader(data: body.dropFirst(magic.count))
    let version = try reader.next(failure)
    guard version == Self.version else {
      throw failure("version \(Self.version)", "version \(version)")
    }
    let count = try reader.next(failure)
    var tensors: [Tensor] = []
    for _ in 0..<count {
      let rank = try reader.next(failure)
      guard rank <= Shape.maximumRank else {
        throw failure("at most \(Shape.maximumRank) axes", "\(rank)")
      }
      let shape = try (0..<rank).map { _ in Int(try reader.next(failure)) }
      // In floating point a damaged shape cannot overflow.
      let size = shape.reduce(1.0) { $0 * Double($1) }
      let countable = shape.reduce(1.0) { $0 * Double(Swift.max($1, 1)) } < 0x1p62
      guard countable, size <= Double(reader.remaining), shape.allSatisfy({ $0 <= Int32.max })
      else {
        throw failure("numbers for a parameter of shape \(shape)", "\(reader.remaining)")
      }
      let scalars = try (0..<Int(size)).map { _ in Float(bitPattern: try reader.next(failure)) }
      tensors.append(Tensor(scalars, shape: shape))
    }
    guard reader.remaining == 0 else {
      throw failure("the end of the file", "\(4 * reader.remaining) more bytes")
    }
    return tensors
  }

  /// FNV-1a by Glenn Fowler, Landon Curt Noll and Kiem-Phong Vo (1991).
  private static func checksum(_ data: Data) -> UInt64 {
    data.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

/// Why a file of parameters was refused.
public struct ParameterFileError: Error, CustomStringConvertible, Equatable {
  /// The name of the file.
  public let file: String
  /// What should have stood there.
  public let expected: String
  /// What stood there.
  public let found: String

  /// One line: file, expected, found.
  public var description: String { "\(file): expected \(expected), found \(found)" }
}

/// Reads 32-bit numbers from the front of the data.
private struct WordReader {
  private var bytes: [UInt8]
  private var position = 0

  init(data: Data) { bytes = Array(data) }

  /// How many words are left.
  var remaining: Int { (bytes.count - position) / 4 }

  mutating func next(
    _ failure: (_ expected: String, _ found: String) -> ParameterFileError
  ) throws -> UInt32 {
    guard position + 4 <= bytes.count else { throw failure("more numbers", "the end of the file") }
    defer { position += 4 }
    return (0..<4).reversed().reduce(0) { $0 << 8 | UInt32(bytes[position + $1]) }
  }
}

extension Data {
  fileprivate mutating func append(word: UInt32) {
    for place in 0..<4 { append(UInt8(truncatingIfNeeded: word >> (8 * place))) }
  }
}
