import Foundation

/// A block of numbers in the IDX format, the format in which MNIST was published.
///
/// A file starts with two zero bytes, the element type and the number of dimensions. Then comes the
/// size of each dimension as a big-endian 32-bit number, then the elements, the last dimension
/// fastest:
///
///     00 00 08 03 | 00 00 0e ef | 00 00 00 08 | 00 00 00 08 | 00 01 06 0f ...
///     unsigned bytes, 3 dimensions: 3823 x 8 x 8
///
/// Source: Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits", the
/// section on file formats.
public struct IDXFile: Sendable, Equatable {
  /// What one element of the file is.
  public enum Element: UInt8, Sendable {
    /// A whole number 0...255 in one byte.
    case unsignedByte = 0x08
    /// A whole number -128...127 in one byte.
    case signedByte = 0x09
    /// A whole number in 16 bits, its highest byte first, as all that follow.
    case short = 0x0B
    /// A whole number in 32 bits.
    case int = 0x0C
    /// A 32-bit floating point number.
    case float = 0x0D
    /// A 64-bit floating point number.
    case double = 0x0E

    /// How many bytes of the file one element takes.
    public var byteCount: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .short: 2
      case .int, .float: 4
      case .double: 8
      }
    }

    /// Whether the elements are whole numbers.
    var isWhole: Bool { self != .float && self != .double }

    /// What the elements are called in messages.
    var name: String {
      switch self {
      case .unsignedByte, .signedByte: "bytes"
      case .short: "16-bit numbers"
      case .int: "32-bit numbers"
      case .float, .double: "floats"
      }
    }
  }

  /// The name of the file, for messages.
  public let name: String

  /// What the file stores.
  public let element: Element

  /// The size of each dimension, `[count, height, width]` for images.
  public let shape: [Int]

  /// The elements, the last dimension fastest; bytes become 0...255.
  public private(set) var scalars: [Float]

  /// Reads a file.
  ///
  /// - Throws: `DataError` when the file is absent, empty, compressed, not IDX, shorter or longer
  ///   than its dimensions say, or holds a number that is
  ///   not finite or that `Float` cannot hold.
  public init(contentsOf url: URL) throws {
    try self.init(DataFile(contentsOf: url))
  }

  /// Reads bytes that are already in memory; `name` stands in the messages.
  public init(name: String, bytes: [UInt8]) throws {
    try self.init(DataFile(name: name, bytes: bytes))
  }

  // O(bytes). Nothing is allocated before the sizes agree with the length of the file.
  private init(_ file: DataFile) throws {
    let (element, shape) = try Self.header(of: file)
    let start = 4 + 4 * shape.count

    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      count = overflow ? .max : product
    }
    let (length, overflow) = count.multipliedReportingOverflow(by: element.byteCount)
    let sizes = shape.map(String.init).joined(separator: " x ")
    guard !overflow, length == file.bytes.count - start else {
      throw DataError(
        file: file.name,
        expected: (overflow || count == .max ? "far too many" : "\(length)")
          + " bytes after the header for \(sizes) elements",
        found: "\(file.bytes.count - start)")
    }
    guard count > 0 else {
      throw DataError(
        file: file.name, expected: "at least one element", found: "the dimensions \(sizes)")
    }

    name = file.name
    self.element = element
    self.shape = shape
    switch element {
    case .unsignedByte: scalars = file.bytes[start...].map(Float.init)
    default: scalars = try Self.scalars(of: file, element, from: start, count: count)
    }
  }

  /// The element type and the dimensions, checked.
  private static func header(of file: DataFile) throws -> (Element, [Int]) {
    let bytes = file.bytes
    guard bytes.count >= 4 else {
      throw DataError(
        file: file.name, expected: "an IDX file, which starts with 4 bytes",
        found: bytes.isEmpty ? "an empty file" : "\(bytes.count) bytes in all")
    }
    guard bytes[0] == 0, bytes[1] == 0, let element = Element(rawValue: bytes[2]), bytes[3] > 0
    else {
      throw DataError(
        file: file.name,
        expected: "an IDX file, which starts with the bytes 00 00, the type 08, 09 or 0b to 0e, "
          + "and the number of dimensions",
        found: bytes.prefix(4).map(hexadecimal).joined(separator: " "))
    }
    let rank = Int(bytes[3])
    guard bytes.count >= 4 + 4 * rank else {
      throw DataError(
        file: file.name, expected: "a header of \(4 + 4 * rank) bytes for \(rank) dimensions",
        found: "\(bytes.count) bytes in all")
    }
    return (element, (1...rank).map { Int(word(bytes, at: 4 * $0)) })
  }

  /// The elements as `Float`; a whole number that `Float` would change is refused, not rounded.
  private static func scalars(
    of file: DataFile, _ element: Element, from start: Int, count: Int
  ) throws -> [Float] {
    let (bytes, size) = (file.bytes, element.byteCount)
    let scalars: [Float] = (0..<count).map { index in
      let place = start + size * index
      switch element {
      case .unsignedByte: return Float(bytes[place])
      case .signedByte: return Float(Int8(bitPattern: bytes[place]))
      case .short:
        return Float(Int16(truncatingIfNeeded: Int(bytes[place]) << 8 | Int(bytes[place + 1])))
      case .int: return Float(exactly: Int32(bitPattern: word(bytes, at: place))) ?? .nan
      case .float: return Float(bitPattern: word(bytes, at: place))
      case .double:
        let (high, low) = (word(bytes, at: place), word(bytes, at: place + 4))
        return Float(Double(bitPattern: UInt64(high) << 32 | UInt64(low)))
      }
    }
    guard let index = scalars.firstIndex(where: { !$0.isFinite }) else { return scalars }
    if element.isWhole {
      throw DataError(
        file: file.name, expected: "whole numbers that a Float holds exactly",
        found: "\(Int32(bitPattern: word(bytes, at: start + size * index))) at element \(index)")
    }
    throw DataError(
      file: file.name, expected: "finite numbers", found: "\(scalars[index]) at element \(index)")
  }

  private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16
      | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension IDXFile {
  /// The elements as class labels, each below `classCount`.
  ///
  /// - Throws: `DataError` when there is more than one dimension, or a label is out of range.
  public func labels(classCount: Int) throws -> [Int] {
    guard shape.count == 1, element.isWhole else {
      throw DataError(
        file: name, expected: "labels: whole numbers in 1 dimension",
        found: "\(element.name) in \(shape.count)")
    }
    let labels = scalars.map(Int.init)
    if let index = labels.firstIndex(where: { $0 < 0 || $0 >= classCount }) {
      throw DataError(
        file: name, expected: "labels from 0 to \(classCount - 1)",
        found: "\(labels[index]) at element \(index)")
    }
    return labels
  }

  /// Hands the elements over, moved from one range to another, and keeps none.
  ///
  /// The array changes in place: the 60,000 images of the full MNIST set take 188 MB once, not
  /// twice.
  mutating func takeScalars(
    from stored: ClosedRange<Float>, to wanted: ClosedRange<Float>
  ) -> [Float] {
    var taken: [Float] = []
    swap(&taken, &scalars)
    guard stored != wanted else { return taken }
    let size = stored.upperBound - stored.lowerBound
    let wantedSize = wanted.upperBound - wanted.lowerBound
    for index in taken.indices {
      taken[index] =
        wanted.lowerBound + (taken[index] - stored.lowerBound) / size * wantedSize
    }
    return taken
  }
}
