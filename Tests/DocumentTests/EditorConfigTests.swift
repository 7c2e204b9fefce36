import Foundation
import Testing

/// What `.editorconfig` promises of the files is so.
@Suite struct EditorConfigTests {
  private static func texts() throws -> [(path: String, bytes: Data)] {
    let folders = ["Sources", "Lessons", "Exercises", "Solutions", "Tests", "docs", ".github"]
    let endings = [".swift", ".md", ".yml", ".py", ".svg"]
    let nested = folders.flatMap { folder -> [String] in
      let base = Repository.root.appendingPathComponent(folder).resolvingSymlinksInPath()
      let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String }
      return (names ?? []).map { folder + "/" + $0 }
    }
    return try (nested + ["README.md", "CONTRIBUTING.md", "Package.swift"])
      .filter { path in endings.contains { path.hasSuffix($0) } }
      .map { ($0, try Data(contentsOf: Repository.root.appendingPathComponent($0))) }
  }

  @Test func filesAreAsPromised() throws {
    let texts = try Self.texts()
    #expect(texts.count > 500)
    for (path, bytes) in texts {
      #expect(bytes.last == UInt8(ascii: "\n"), "\(path) does not end with a newline")
      let places = bytes.indices.dropFirst().filter { bytes[$0] == UInt8(ascii: "\n") }
      let isTrimmed = places.allSatisfy { !" \t\r".utf8.contains(bytes[$0 - 1]) }
      #expect(isTrimmed, "\(path) has white space at the end of a line")
      #expect(!bytes.contains(UInt8(ascii: "\t")), "\(path) has a tab")
      if path.hasSuffix(".swift") {
        #expect(String(data: bytes, encoding: .utf8) != nil, "\(path) is no UTF-8")
      }
    }
  }
}
