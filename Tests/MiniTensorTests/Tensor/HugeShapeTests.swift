import Foundation
import MiniTensor
import Testing

/// Sizes multiply with care: an overflow is a sentence, in a file an error.
@Suite struct HugeShapeTests {
  @Test func traps() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2_000_000_000, 2_000_000_000, 2_000_000_000, 0)
    }
    expect(result, says: "asks for more numbers than can be counted")
  }

  @Test(arguments: [[Int]](arrayLiteral: [2_000_000_000, 2_000_000_000, 2_000_000_000, 0]))
  func aFileThatDeclaresOneGivesAnError(shape: [Int]) throws {
    var data = Data("N2DPARAM".utf8)
    func append(_ word: UInt32) { for i in 0..<4 { data.append(UInt8(word >> (8 * i) & 255)) } }
    for word in [1, 1, UInt32(shape.count)] + shape.map(UInt32.init) { append(word) }
    let sum = data.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    append(UInt32(truncatingIfNeeded: sum))
    append(UInt32(truncatingIfNeeded: sum >> 32))
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: ParameterFileError.self) {
      try ParameterFile.load([Variable([1])], from: file)
    }
  }

  @Test func shapesCompareAndCount() {
    let shape: Shape = [2, 3]
    #expect(shape.rank == 2 && shape.elementCount == 6 && "\(shape)" == "[2, 3]")
    #expect(shape == [2, 3] as [Int] && shape != [3, 2] as [Int])
    #expect(Shape([]).elementCount == 1)
    #expect(Shape([0, 5]).elementCount == 0)
  }
}
