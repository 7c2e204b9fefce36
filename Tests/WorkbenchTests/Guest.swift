import Checks
import Foundation

/// Runs the workbench of the tests, or the learner's own.
struct Guest {
  /// What is written and remembered goes here.
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("workbench-tests-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// How it ended, and what it said on both outputs.
  func run(_ arguments: String..., program: String = "WorkbenchGuest") throws
    -> (status: Int32?, text: String)
  {
    try run(arguments, program: program)
  }

  func run(_ arguments: [String], program: String = "WorkbenchGuest") throws
    -> (status: Int32?, text: String)
  {
    let path = Self.products.appendingPathComponent(program).path
    var environment = ProcessInfo.processInfo.environment
    environment["COURSE_ROOT"] = folder.path
    // Whatever the locale of this machine.
    environment["COURSE_LANGUAGE"] = "en"
    let end = try Program(
      arguments: [path] + arguments, environment: environment, folder: folder.path
    ).run(atMost: 300)
    return (end.status, String(decoding: end.output, as: UTF8.self))
  }

  /// The words of an output, whatever lines they stand on.
  static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }

  var files: Set<String> {
    Set((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
  }

  static let products: URL = {
    #if canImport(Darwin)
      let bundle = Bundle(for: Marker.self).bundleURL
    #else
      let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #endif
    return bundle.deletingLastPathComponent()
  }()

  private final class Marker {}
}
