import ExerciseKit
import Foundation

/// A tar archive, read in memory: headers of 512 bytes, each followed by its file (POSIX.1-2001,
/// `pax`).
struct TarSource: FileSource {
  private(set) var files: [FoundFile] = []
  private var ranges: [Range<Int>] = []
  private let data: Data

  private static let block = 512

  init(_ data: Data) throws {
    self.data = data
    let damaged = NotGraded("a damaged .tar: unpack it")
    var place = 0
    /// A name that an entry of its own announces, because it is long.
    var announced: String?
    while place + Self.block <= data.count {
      let header = data[data.startIndex + place..<data.startIndex + place + Self.block]
      if header.first == 0 { break }
      guard let size = header.octal(124, 12), size >= 0, Self.isSound(header),
        place + Self.block + size <= data.count
      else { throw damaged }
      let body = place + Self.block..<place + Self.block + size
      place = (body.upperBound + Self.block - 1) / Self.block * Self.block
      let contents = data[data.startIndex + body.lowerBound..<data.startIndex + body.upperBound]
      switch header[header.startIndex + 156] {
      case UInt8(ascii: "x"): announced = Self.path(inRecords: contents) ?? announced
      case UInt8(ascii: "L"): announced = FoundFile.name(contents.prefix { $0 != 0 })
      case let type:
        let name = announced ?? Self.name(header)
        announced = nil
        guard let kind = Self.kind(type, size: size), let path = FoundFile.path(name) else {
          continue
        }
        guard files.count < FoundFile.most else { throw damaged }
        files.append(FoundFile(path: path, kind: kind))
        ranges.append(body)
      }
    }
    if data.isEmpty || place == 0 { throw damaged }
  }

  func contents(of places: [Int], atMost largest: Int) throws -> [Data] {
    places.map {
      data[data.startIndex + ranges[$0].lowerBound..<data.startIndex + ranges[$0].upperBound]
    }
  }

  /// Nil for folders, and for entries that only describe others.
  private static func kind(_ type: UInt8, size: Int) -> FoundFile.Kind? {
    switch type {
    case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file(size: size)
    case UInt8(ascii: "1"), UInt8(ascii: "2"): .link
    case UInt8(ascii: "3"), UInt8(ascii: "4"), UInt8(ascii: "6"): .other
    default: nil
    }
  }

  private static func name(_ header: Data) -> String {
    let name = FoundFile.name(header.field(0, 100))
    let isPosix = header.field(257, 5).elementsEqual("ustar".utf8)
    // GNU's own format has "ustar " there, and other things in the place of the prefix.
    guard isPosix, header[header.startIndex + 262] == 0 else { return name }
    let prefix = FoundFile.name(header.field(345, 155))
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  /// The sum of a header's bytes, its own field counted as spaces.
  private static func isSound(_ header: Data) -> Bool {
    var sum = 256
    for (place, byte) in header.enumerated() where !(148..<156).contains(place) { sum += Int(byte) }
    return header.octal(148, 8) == sum
  }

  /// Records such as "27 path=a/long/name.swift\n".
  private static func path(inRecords data: Data) -> String? {
    var rest = data
    while let space = rest.firstIndex(of: 32),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
      length > space - rest.startIndex + 1, length <= rest.count
    {
      let record = rest[(space + 1)..<(rest.startIndex + length - 1)]
      if record.starts(with: "path=".utf8) { return FoundFile.name(record.dropFirst(5)) }
      rest = rest.dropFirst(length)
    }
    return nil
  }
}

extension Data {
  /// The bytes of a field up to its first zero.
  fileprivate func field(_ place: Int, _ count: Int) -> Data {
    self[startIndex + place..<startIndex + place + count].prefix { $0 != 0 }
  }

  fileprivate func octal(_ place: Int, _ count: Int) -> Int? {
    let digits = field(place, count).filter { $0 != 32 }
    return digits.isEmpty ? 0 : Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
