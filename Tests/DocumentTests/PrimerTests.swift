import Foundation
import Testing

/// Every piece of "Swift in 20 minutes" is a program, and prints what its comments say.
@Suite struct PrimerTests {
  static let pieces =
    (try? Chapter.swiftBlocks(of: Repository.text("docs/en/swift-in-20-minutes.md"))) ?? []

  @Test func thereArePieces() {
    #expect(Self.pieces.count >= 15)
    #expect(Self.pieces.flatMap(Self.promises).count >= 20)
  }

  @Test(arguments: pieces.indices) func isAProgram(_ number: Int) throws {
    let piece = Self.pieces[number]
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("primer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("first.swift")
    try piece.write(to: source, atomically: true, encoding: .utf8)
    let program = folder.appendingPathComponent("first")
    let compiled = try run(
      "/usr/bin/env", ["swiftc", "-swift-version", "6", source.path, "-o", program.path])
    try #require(compiled.status == 0, "\(piece)\n\(compiled.text)")
    // What is printed, line by line: what a comment promises is there.
    let printed = try run(program.path, []).text
    for promise in Self.promises(of: piece) {
      #expect(printed.contains(promise), "the page says \"\(promise)\", the program:\n\(printed)")
    }
  }

  /// The comments behind `print`, up to a colon: after it comes the reason.
  static func promises(of piece: String) -> [String] {
    piece.components(separatedBy: "\n").compactMap { line in
      guard line.contains("print("),
        let comment = line.range(of: "\\)\\s+// ", options: .regularExpression)
      else { return nil }
      return line[comment.upperBound...].components(separatedBy: ": ")[0]
    }
  }

  private func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
