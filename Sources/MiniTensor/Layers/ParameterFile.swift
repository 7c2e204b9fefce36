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
    var words = [version, UInt32(parameters.count)]
    for parameter in parameters {
      words += [UInt32(parameter.shape.rank)] + parameter.shape.map { UInt32($0) }
      words += parameter.value.scalars.map(\.bitPattern)
    }
    let content = magic + bytes(of: words)
    try Data(content + checksum(of: content)).write(to: url, options: .atomic)
  }

  /// Reads values for the given parameters, which must have the same shapes in the same order.
  public static func load(_ parameters: [Variable], from url: URL) throws {
    func require(_ isRight: Bool, _ expected: String, butFound found: String) throws {
      guard !isRight else { return }
      throw ParameterFileError(file: url.lastPathComponent, expected: expected, found: found)
    }
    let all = [UInt8](try Data(contentsOf: url))
    try require(
      all.starts(with: magic), "the letters N2DPARAM at the beginning",
      butFound: "another kind of file")
    try require(
      all.count >= magic.count + 16, "at least \(magic.count + 16) bytes",
      butFound: "\(all.count)")
    let content = all.dropLast(8)
    try require(
      all.suffix(8).elementsEqual(checksum(of: content)), "a whole, unchanged file",
      butFound: "a checksum that does not fit its content")

    var words = words(of: content.dropFirst(magic.count))[...]
    func next(_ count: Int) throws -> [UInt32] {
      try require(count <= words.count, "\(count) more numbers", butFound: "\(words.count)")
      defer { words.removeFirst(count) }
      return Array(words.prefix(count))
    }
    let (found, count) = (try next(1)[0], try next(1)[0])
    try require(found == version, "version \(version)", butFound: "version \(found)")
    try require(
      count == parameters.count, "\(parameters.count) parameters", butFound: "\(count)")
    var values: [Tensor] = []
    for (index, parameter) in parameters.enumerated() {
      let shape = try next(Int(try next(1)[0])).map { Int($0) }
      try require(
        parameter.shape == shape, "shape \(parameter.shape) for parameter \(index)",
        butFound: "\(shape)")
      let numbers = try next(parameter.value.count).map { Float(bitPattern: $0) }
      values.append(parameter.value.holding(numbers))
    }
    try require(words.isEmpty, "the end of the file", butFound: "\(words.count) more numbers")
    for (value, parameter) in zip(values, parameters) { parameter.value = value }
  }

  private static let magic = Array("N2DPARAM".utf8)
  private static let version: UInt32 = 1

  private static func bytes(of words: [UInt32]) -> [UInt8] {
    words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private static func words(of bytes: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { start in
      bytes[start...].prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// FNV-1a by Glenn Fowler, Landon Curt Noll and Kiem-Phong Vo (1991).
  private static func checksum(of bytes: some Sequence<UInt8>) -> [UInt8] {
    let sum = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return self.bytes(of: [UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: sum >> 32)])
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
