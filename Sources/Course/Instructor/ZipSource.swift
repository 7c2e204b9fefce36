import ExerciseKit
import Foundation

/// A zip archive: its list is read here, its contents are unpacked by the system's `gzip`.
///
/// A zip's entry and a .gz file hold the same stream (DEFLATE, RFC 1951) between other headers. So
/// nothing ever reaches the disk under a name that a student chose. The format: PKWARE's APPNOTE,
/// sections 4.3.7 to 4.3.16.
struct ZipSource: FileSource {
  private(set) var files: [FoundFile] = []
  private var entries: [Entry] = []
  private let data: Data
  private let unpacker: Unpacker

  private struct Entry {
    let flags, method, packedSize, size, offset: Int
    let checksum: Int
  }

  init(_ data: Data, _ unpacker: Unpacker) throws {
    self.data = data
    self.unpacker = unpacker
    let damaged = NotGraded("a .zip that cannot be read: unpack it")
    guard let end = Self.end(of: data) else { throw damaged }
    var place = data.little(end + 16, bytes: 4)
    let size = data.little(end + 12, bytes: 4)
    guard place != 0xffff_ffff else { throw NotGraded("a .zip of more than 4 GB: unpack it") }
    // Something may stand before an archive; its list ends where the end begins.
    let shift = end - size - place
    guard shift >= 0 else { throw damaged }
    place += shift
    while place + 46 <= end, data.little(place, bytes: 4) == 0x0201_4b50 {
      let length = data.little(place + 28, bytes: 2)
      guard place + 46 + length <= end, files.count < FoundFile.most else { throw damaged }
      let start = data.startIndex + place + 46
      let name = FoundFile.name(data[start..<start + length])
      let entry = Entry(
        flags: data.little(place + 8, bytes: 2), method: data.little(place + 10, bytes: 2),
        packedSize: data.little(place + 20, bytes: 4), size: data.little(place + 24, bytes: 4),
        offset: data.little(place + 42, bytes: 4) + shift,
        checksum: data.little(place + 16, bytes: 4))
      let mode = data.little(place + 40, bytes: 2)
      let isUnix = [3, 19].contains(data.little(place + 5, bytes: 1))
      if let path = FoundFile.path(name), !name.hasSuffix("/"), !name.hasSuffix("\\") {
        let isLink = isUnix && mode & 0o170000 == 0o120000
        files.append(FoundFile(path: path, kind: isLink ? .link : .file(size: entry.size)))
        entries.append(entry)
      }
      place += 46 + length + data.little(place + 30, bytes: 2) + data.little(place + 32, bytes: 2)
    }
  }

  /// Where the last record begins; a comment of up to 64 KB may follow it.
  private static func end(of data: Data) -> Int? {
    let last = data.count - 22
    guard last >= 0 else { return nil }
    return (max(0, last - 0xffff)...last).reversed().first {
      data[data.startIndex + $0] == 0x50 && data.little($0, bytes: 4) == 0x0605_4b50
    }
  }

  func contents(of places: [Int], atMost largest: Int) throws -> [Data] {
    var stream = Data()
    for place in places {
      let entry = entries[place]
      if entry.flags & 1 == 1 { throw NotGraded("an encrypted .zip: unpack it") }
      guard [0, 8].contains(entry.method) else {
        throw NotGraded("a .zip packed in an unusual way: unpack it")
      }
      if entry.method == 8 { stream += try gzip(entry) }
    }
    let total = places.reduce(0) { $0 + (entries[$1].method == 8 ? entries[$1].size : 0) }
    let unpacked =
      stream.isEmpty ? Data() : try unpacker.run(["gzip", "-dc"], on: stream, atMost: total)
    guard unpacked?.count == total, let unpacked else {
      throw NotGraded("a damaged .zip: unpack it")
    }
    var start = unpacked.startIndex
    return try places.map { place in
      let entry = entries[place]
      if entry.method == 0 { return try packed(entry) }
      defer { start += entry.size }
      return unpacked[start..<start + entry.size]
    }
  }

  private func packed(_ entry: Entry) throws -> Data {
    let damaged = NotGraded("a damaged .zip: unpack it")
    guard entry.offset + 30 <= data.count, data.little(entry.offset, bytes: 4) == 0x0403_4b50
    else { throw damaged }
    let start =
      entry.offset + 30 + data.little(entry.offset + 26, bytes: 2)
      + data.little(entry.offset + 28, bytes: 2)
    guard start + entry.packedSize <= data.count else { throw damaged }
    let first = data.startIndex + start
    return data[first..<first + entry.packedSize]
  }

  /// The entry as a .gz file (RFC 1952).
  private func gzip(_ entry: Entry) throws -> Data {
    var file = Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
    file += try packed(entry)
    for value in [entry.checksum, entry.size] {
      for byte in 0..<4 { file.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }
    return file
  }
}

extension Data {
  /// A whole number, its lowest byte first.
  fileprivate func little(_ place: Int, bytes count: Int) -> Int {
    guard place >= 0, place + count <= self.count else { return 0 }
    var value = 0
    for byte in 0..<count { value |= Int(self[startIndex + place + byte]) << (8 * byte) }
    return value
  }
}
