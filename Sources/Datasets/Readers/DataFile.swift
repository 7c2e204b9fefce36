import Foundation

/// The bytes of one file, and the name that messages call it by.
struct DataFile {
  let name: String
  let bytes: [UInt8]

  /// Reads a whole file.
  init(contentsOf url: URL) throws {
    name = url.lastPathComponent
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      let compressed = FileManager.default.fileExists(atPath: url.path + ".gz")
      throw DataError(
        file: name, expected: "a file at \(url.path)",
        found: compressed ? "only \(name).gz; run gunzip on it first" : "none")
    }
    guard !isDirectory.boolValue else {
      throw DataError(file: name, expected: "a file at \(url.path)", found: "a directory")
    }
    do {
      bytes = [UInt8](try Data(contentsOf: url))
    } catch {
      throw DataError(
        file: name, expected: "a readable file at \(url.path)",
        found: "one that cannot be read (\(error.localizedDescription))")
    }
    try refuseCompressed()
  }

  /// Names bytes that are already in memory.
  init(name: String, bytes: [UInt8]) throws {
    self.name = name
    self.bytes = bytes
    try refuseCompressed()
  }

  /// Refuses a file of lines that was cut off: too few of them, or the last one without its end.
  ///
  /// Without this, `18.0` cut off to `18.` or `1` would be read as a number like any other.
  func expect(_ count: Int, _ things: String, found: Int) throws {
    guard found == count else {
      throw DataError(file: name, expected: "\(count) \(things)", found: "\(found)")
    }
    guard bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") else {
      throw DataError(
        file: name, expected: "a line end after the last of \(count) \(things)",
        found: "the end of the file")
    }
  }

  /// Whether the file begins as spreadsheets and some editors begin one: with EF BB BF.
  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Refuses Latin-1 and others, whose letters would silently become question marks.
  func refuseOtherThanUTF8() throws {
    // Zero bytes are valid UTF-8, and are in programs, pictures and UTF-16, not in texts.
    guard !bytes.contains(0) else {
      throw DataError(file: name, expected: "text in UTF-8", found: "zero bytes")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let good = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    throw DataError(
      file: name, line: good.count(where: \.isNewline) + 1, expected: "text in UTF-8",
      found: "other bytes")
  }

  /// Compressed files are common where data sets are published, and their bytes look like damage.
  private func refuseCompressed() throws {
    if bytes.starts(with: [0x1f, 0x8b]) {
      throw DataError(
        file: name, expected: "an uncompressed file",
        found: "gzip compression; run gunzip on it first")
    }
  }
}

/// Where the bundled files are.
enum Bundled {
  /// A file inside `Resources`, for example `"optdigits/train-images-idx3-ubyte"`.
  static func url(_ path: String) -> URL {
    Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(path)
  }
}
