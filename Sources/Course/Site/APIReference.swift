import Checks
import ExerciseKit
import Foundation

/// The reference of MiniTensor, by the toolchain's own `docc`.
struct APIReference {
  let plan: SitePlan
  let folder: SiteFolder

  /// The page that it begins with, by the name that its script knows, and the folder that it lies
  /// in.
  static let entry = "api/documentation/minitensor/"
  static let place = "api"
  static let catalogue = "docs/en/MiniTensor.docc"

  /// Makes the reference; tells in a sentence why there is none.
  func make() throws -> Text? {
    guard let docc = Self.tool("docc") else {
      return "there is no docc in this toolchain, so the site has no reference of MiniTensor"
    }
    let modules = Place.products.appendingPathComponent("Modules")
    guard FileManager.default.fileExists(atPath: modules.path + "/MiniTensor.swiftmodule") else {
      return "the module MiniTensor is not beside the tool, so the site has no reference of it"
    }
    let graphs = folder.url(".symbols")
    defer { try? FileManager.default.removeItem(at: graphs) }
    try FileManager.default.createDirectory(at: graphs, withIntermediateDirectories: true)
    let base = (plan.options.basePath + "/" + Self.place).dropFirst()
    try run(
      ["swift", "symbolgraph-extract", "-module-name", "MiniTensor", "-target", try triple()]
        + (try sdk()) + [
          "-I", modules.path, "-minimum-access-level", "public", "-skip-synthesized-members",
          "-output-dir", graphs.path,
        ])
    var words = [docc, "convert"]
    let catalogue = plan.course.root.appendingPathComponent(Self.catalogue).path
    if FileManager.default.fileExists(atPath: catalogue) { words.append(catalogue) }
    words += [
      "--additional-symbol-graph-dir", graphs.path, "--fallback-display-name", "MiniTensor",
      "--fallback-bundle-identifier", "MiniTensor", "--warnings-as-errors",
      "--transform-for-static-hosting", "--hosting-base-path", String(base),
      "--output-path", folder.url(Self.place).path,
    ]
    if let repository = plan.options.repository, repository.contains("//github.com/") {
      words += [
        "--source-service", "github", "--source-service-base-url", repository + "/blob/main",
        "--checkout-path", plan.course.root.path,
      ]
    }
    try run(words)
    // Its pages ask for colours of one's own; a file without any spares them a complaint.
    try folder.write("{}\n", to: Self.place + "/theme-settings.json")
    return nil
  }

  /// Runs a tool of the toolchain to its end, or throws with the first thing that it complains of.
  @discardableResult private func run(_ words: [String]) throws -> String {
    var program = Program(
      arguments: ["/usr/bin/env"] + words, folder: plan.course.root.path)
    program.environment = ProcessInfo.processInfo.environment
    let name = words.prefix(2).map { $0.split(separator: "/").last ?? "" }.joined(separator: " ")
    let end: Program.End
    do {
      end = try program.run(atMost: 300)
    } catch {
      throw ToolError("`\(name)` could not be started: \(error.reason)")
    }
    let output = String(decoding: end.output, as: UTF8.self)
    guard end.status == 0 else {
      try SystemTrouble.refuseIfFull(folder.workshop)
      let lines = output.split(separator: "\n")
      let complaint = lines.first { $0.contains("error: ") } ?? lines.last ?? ""
      throw ToolError("`\(name)` failed: \(String(complaint))")
    }
    return output
  }

  /// The machine that is compiled for, as the compiler names it.
  private func triple() throws -> String {
    struct Info: Decodable {
      struct Target: Decodable { let triple: String }
      let target: Target
    }
    let output = try run(["swift", "-print-target-info"])
    guard let info = try? JSONDecoder().decode(Info.self, from: Data(output.utf8)) else {
      throw ToolError("`swift -print-target-info` printed something else than expected")
    }
    return info.target.triple
  }

  /// Where the system's modules lie: the compiler knows it by itself, except on macOS.
  private func sdk() throws -> [String] {
    #if os(macOS)
      let path = try run(["xcrun", "--show-sdk-path"])
      return ["-sdk", path.trimmingCharacters(in: .whitespacesAndNewlines)]
    #else
      return []
    #endif
  }

  /// A program on the search path.
  static func tool(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
