import ExerciseKit
import Checks
import Foundation

/// The list of archives: those that the grader unpacks, and those that the instructor must.
enum Archive: CaseIterable {
  case zip, tar, tarGzip, tarXz, tarBzip2

  /// The ends of its names.
  var extensions: [String] {
    switch self {
    case .zip: ["zip"]
    case .tar: ["tar"]
    case .tarGzip: ["tar.gz", "tgz"]
    case .tarXz: ["tar.xz", "txz"]
    case .tarBzip2: ["tar.bz2", "tbz2", "tbz"]
    }
  }

  /// Archives that no tool of every system unpacks.
  static let foreign: Set<String> = [
    "rar", "7z", "gz", "xz", "bz2", "zst", "lz4", "lzma", "z", "dmg", "iso", "cab", "jar", "xar",
    "arj", "lha", "sit", "zipx",
  ]

  /// The largest archive that is read, and the most that it may hold.
  static let largest = 128 << 20

  /// By the end of a name.
  init?(name: String) {
    let name = name.lowercased()
    let found = Self.allCases.first { $0.extensions.contains { name.hasSuffix("." + $0) } }
    guard let found else { return nil }
    self = found
  }

  /// "kim" for "kim.tar.gz".
  static func bareName(_ name: String) -> String {
    guard let archive = Archive(name: name) else { return name }
    let end = archive.extensions.first { name.lowercased().hasSuffix("." + $0) } ?? ""
    return name.count > end.count + 1 ? String(name.dropLast(end.count + 1)) : name
  }

  func open(_ data: Data, _ unpacker: Unpacker) throws -> any FileSource {
    switch self {
    case .zip: return try ZipSource(data, unpacker)
    case .tar: return try TarSource(data)
    case .tarGzip: return try tar(data, ["gzip", "-dc"], unpacker)
    case .tarXz: return try tar(data, ["xz", "-dc"], unpacker)
    case .tarBzip2: return try tar(data, ["bzip2", "-dc"], unpacker)
    }
  }

  private func tar(_ data: Data, _ tool: [String], _ unpacker: Unpacker) throws -> TarSource {
    guard let tar = try unpacker.run(tool, on: data, atMost: Self.largest) else {
      throw NotGraded("a damaged .\(extensions[0]), or a very large one: unpack it")
    }
    return try TarSource(tar)
  }
}

/// Runs the system's `gzip` and its like, with limits on time and on what comes out.
struct Unpacker {
  /// Where its input and output lie for a moment.
  let folder: URL

  /// What the tool makes of the data; nil when it fails, or when more comes out than allowed.
  func run(_ tool: [String], on data: Data, atMost limit: Int) throws -> Data? {
    let place = folder.appendingPathComponent("unpacking-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let input = place.appendingPathComponent("input")
    try data.write(to: input)
    // An archive can hold more than any disk: what comes out is counted, and the tool has little
    // time.
    var program = Program(
      arguments: ["/bin/sh", "-c", "ulimit -t 20; exec \"$@\" <input 2>/dev/null", "sh"] + tool,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"],
      folder: place.path)
    program.mostOutput = limit + 1
    let end = try program.run(atMost: 20)
    if end.status == 127 {
      throw NotGraded("there is no `\(tool[0])` on this machine: unpack it")
    }
    guard end.status == 0 else { return nil }
    let unpacked = Data(end.output)
    return unpacked.count <= limit ? unpacked : nil
  }
}
