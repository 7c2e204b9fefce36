import Datasets
import Foundation
import Testing

@Suite struct IDXFileTests {
  @Test func readsBytes() throws {
    let file = try IDXFile(
      name: "a", bytes: idx(shape: [2, 1, 3], body: [0, 1, 16, 127, 128, 255]))
    #expect(file.element == .unsignedByte)
    #expect(file.shape == [2, 1, 3])
    #expect(file.scalars == [0, 1, 16, 127, 128, 255])
  }

  @Test func readsFloats() throws {
    let numbers: [Float] = [0, -1.5, 3.25e7, .leastNonzeroMagnitude]
    let body = numbers.flatMap { bigEndian($0.bitPattern) }
    let file = try IDXFile(name: "a", bytes: idx(type: 0x0D, shape: [4], body: body))
    #expect(file.element == .float)
    #expect(file.scalars == numbers)
  }

  @Test func readsEveryTypeOfTheFormat() throws {
    func scalars(_ type: UInt8, _ body: [UInt8], count: Int = 2) throws -> [Float] {
      try IDXFile(name: "a", bytes: idx(type: type, shape: [count], body: body)).scalars
    }
    #expect(try scalars(0x09, [0x7F, 0x80]) == [127, -128])
    #expect(try scalars(0x0B, [0x01, 0x02, 0xFF, 0xFE]) == [258, -2])
    #expect(
      try scalars(0x0C, bigEndian(70_000) + bigEndian(UInt32(bitPattern: -3))) == [70_000, -3])
    let half = bigEndian(UInt32(truncatingIfNeeded: (-0.5).bitPattern >> 32)) + [0, 0, 0, 0]
    #expect(try scalars(0x0E, half, count: 1) == [-0.5])
    let large = message { _ = try scalars(0x0C, bigEndian(7) + bigEndian(16_777_217)) }
    #expect(
      large == "a: expected whole numbers that a Float holds exactly, found 16777217 at element 1")
    let labels = try IDXFile(
      name: "a", bytes: idx(type: 0x0C, shape: [2], body: bigEndian(3) + bigEndian(.max)))
    let complaint = message { _ = try labels.labels(classCount: 4) }
    #expect(complaint == "a: expected labels from 0 to 3, found -1 at element 1")
  }

  @Test func namesWhatIsWrong() {
    func complaint(_ bytes: [UInt8]) -> String {
      message { _ = try IDXFile(name: "digits", bytes: bytes) }
    }
    #expect(complaint([]).hasSuffix("found an empty file"))
    #expect(complaint([0, 0, 8]).hasSuffix("found 3 bytes in all"))
    #expect(complaint([1, 0, 8, 1, 0, 0, 0, 0]).hasSuffix("found 01 00 08 01"))
    #expect(complaint([0, 0, 0x0A, 1, 0, 0, 0, 0]).hasSuffix("found 00 00 0a 01"))
    #expect(complaint([0, 0, 8, 0]).hasSuffix("found 00 00 08 00"))
    #expect(
      complaint([0, 0, 8, 2, 0, 0, 0, 1])
        == "digits: expected a header of 12 bytes for 2 dimensions, found 8 bytes in all")
    #expect(
      complaint(idx(shape: [2, 3], body: [1, 2, 3, 4, 5]))
        == "digits: expected 6 bytes after the header for 2 x 3 elements, found 5")
    #expect(complaint(idx(shape: [2, 3], body: Array(1...7))).hasSuffix("found 7"))
    #expect(
      complaint(idx(shape: [0, 28, 28], body: [])).hasSuffix("found the dimensions 0 x 28 x 28"))
    #expect(
      complaint(idx(type: 0x0D, shape: [2], body: [0, 0, 0, 0, 0x7F, 0xC0, 0, 0]))
        == "digits: expected finite numbers, found nan at element 1")
    #expect(complaint([0x1F, 0x8B, 8, 0]).contains("gunzip"))
  }

  /// Sizes whose product overflows 64 bits, or merely exceeds all memory, are refused by
  /// arithmetic.
  @Test func giganticDimensionsAllocateNothing() {
    let most = Int(UInt32.max)
    for shape in [[most], [most, most], [most, most, most], Array(repeating: most, count: 255)] {
      for type: UInt8 in [0x08, 0x0D] {
        let text = message {
          _ = try IDXFile(name: "a", bytes: idx(type: type, shape: shape, body: [1, 2]))
        }
        #expect(text.hasSuffix("found 2"))
      }
    }
    let hidden = message {
      _ = try IDXFile(name: "a", bytes: idx(shape: [most, most, most, 0], body: []))
    }
    #expect(!hidden.isEmpty)
  }

  /// The product of these sizes is 2^64 + 4: it wraps around to the 4 bytes that are there.
  @Test func aProductThatWrapsAroundIsRefused() {
    let bytes = idx(shape: [968_973_220, 49_477, 384_773], body: [1, 2, 3, 4])
    #expect(message { _ = try IDXFile(name: "a", bytes: bytes) }.hasSuffix("found 4"))
  }

  @Test(arguments: [(0x08, 1), (0x09, 1), (0x0B, 2), (0x0C, 4), (0x0D, 4), (0x0E, 8)])
  func everyTruncationIsAnError(type: UInt8, bytes: Int) throws {
    let size = 24 * bytes
    let whole = idx(
      type: type, shape: [4, 2, 3], body: Array(repeating: type == 0x0C ? 0 : 1, count: size))
    _ = try IDXFile(name: "a", bytes: whole)
    for length in 0..<whole.count {
      #expect(throws: DataError.self) { try IDXFile(name: "a", bytes: Array(whole[..<length])) }
    }
  }

  /// Whatever byte is flipped: the file is read, or refused with a `DataError`; it never traps.
  @Test func everyFlippedByteIsSurvived() {
    let whole = idx(type: 0x0D, shape: [2, 3], body: (0..<24).map { UInt8($0) })
    var refused = 0
    for position in whole.indices {
      for flip: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var damaged = whole
        damaged[position] ^= flip
        if let file = try? IDXFile(name: "a", bytes: damaged) {
          #expect(file.scalars.count == file.shape.reduce(1, *))
        } else {
          refused += 1
        }
      }
    }
    #expect(refused >= 12 * 4 - 4)  // nearly every change of the header shows
  }

  @Test func readsAFileAndNamesAnAbsentOne() throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("few-labels")
      #expect(message { _ = try IDXFile(contentsOf: url) }.hasSuffix("found none"))
      #expect(message { _ = try IDXFile(contentsOf: directory) }.hasSuffix("found a directory"))
      try Data(idx(shape: [3], body: [7, 8, 9])).write(to: url)
      #expect(try IDXFile(contentsOf: url).scalars == [7, 8, 9])
      #expect(try IDXFile(contentsOf: url).name == "few-labels")
    }
  }
}
