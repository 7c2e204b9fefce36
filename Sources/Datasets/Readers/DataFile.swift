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
      throw DataError(file: name, expected: "a file at \(url.path)", found: "none")
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
