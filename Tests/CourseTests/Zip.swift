import Foundation

/// Archives for tests: stored, not compressed (PKWARE's APPNOTE, sections 4.3.7 to 4.3.16).
enum Zip {
  static func archive(_ entries: [(name: String, data: Data)]) -> Data {
    var archive = Data()
    var directory = Data()
    for (name, data) in entries {
      let offset = archive.count
      var common = Data()
      for value in [20, 0x800, 0, 0, 0x21] { common.append(little: value, bytes: 2) }
      common.append(little: Int(checksum(data)), bytes: 4)
      for value in [data.count, data.count] { common.append(little: value, bytes: 4) }
      for value in [name.utf8.count, 0] { common.append(little: value, bytes: 2) }
      archive.append(little: 0x0403_4b50, bytes: 4)
      archive += common + Data(name.utf8) + data
      directory.append(little: 0x0201_4b50, bytes: 4)
      directory.append(little: 20, bytes: 2)
      directory += common
      for value in [0, 0, 0] { directory.append(little: value, bytes: 2) }
      for value in [0, offset] { directory.append(little: value, bytes: 4) }
      directory += Data(name.utf8)
    }
    let start = archive.count
    archive += directory
    archive.append(little: 0x0605_4b50, bytes: 4)
    for value in [0, 0, entries.count, entries.count] { archive.append(little: value, bytes: 2) }
    for value in [directory.count, start] { archive.append(little: value, bytes: 4) }
    archive.append(little: 0, bytes: 2)
    return archive
  }

  private static func checksum(_ data: Data) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

extension Data {
  fileprivate mutating func append(little value: Int, bytes count: Int) {
    for place in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
