import Foundation
import Testing

/// Above `Sources/Kernels` there are no pointers, no vector registers, and no leave to be unsafe.
///
/// The compiler guards the wall too (strict memory safety, as errors); it does not know of SIMD.
@Suite struct WallTests {
  static let forbidden = [
    "Unsafe", "unsafe", "SIMD", "Lanes", "withMemoryRebound", "withUnsafe", "nonisolated(unsafe)",
    "OpaquePointer", "@unchecked", "@_",
  ]

  @Test func noPointerInMiniTensor() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let room = package.appending(path: "Sources/MiniTensor")
    let names = try FileManager.default.subpathsOfDirectory(atPath: room.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(names.count > 40)
    for name in names {
      let text = try String(contentsOf: room.appending(path: name), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.components(separatedBy: "//")[0]
        for word in Self.forbidden {
          #expect(!code.contains(word), "\(name):\(number + 1) uses \(word)")
        }
      }
    }
  }
}
