import Datasets
import Foundation
import Testing

@Suite struct TextFileTests {
  @Test func readsTextAndLines() throws {
    try withText("Ávila\r\n\nCádiz\n") { url in
      let text = try TextFile.text(of: url)
      #expect(text == "Ávila\n\nCádiz\n")
      #expect(try TextFile.lines(of: url) == ["Ávila", "Cádiz"])
      #expect(try TextFile.lines(of: url, count: 2).count == 2)
      let complaint = message { _ = try TextFile.lines(of: url, count: 3) }
      #expect(complaint == "words.txt: expected 3 lines, found 2")
    }
  }

  @Test func everyEditorWritesTheSameText() throws {
    for text in ["\u{FEFF}one\r\ntwo\r\n", "one\rtwo\r", "\u{FEFF}one\ntwo\n"] {
      try withText(text) { url in
        let (read, lines) = (try TextFile.text(of: url), try TextFile.lines(of: url, count: 2))
        #expect(read.unicodeScalars.elementsEqual("one\ntwo\n".unicodeScalars))
        #expect(lines == ["one", "two"])
      }
    }
    try withText("a\r\r\n\nb\u{FEFF}") { url in
      let text = try TextFile.text(of: url)
      #expect(text == "a\n\n\nb\u{FEFF}")
    }
    try withText("\u{FEFF}") { url in
      #expect(message { _ = try TextFile.text(of: url) }.hasSuffix("found only a byte-order mark"))
    }
  }

  @Test func namesWhatIsWrong() throws {
    func complaint(_ bytes: [UInt8]) throws -> String {
      var text = ""
      try withFile(bytes) { url in text = message { _ = try TextFile.lines(of: url, count: 1) } }
      return text
    }
    #expect(try complaint([]) == "words.txt: expected text, found an empty file")
    #expect(try complaint(Array("\n\n".utf8)).hasSuffix("found only blank lines"))
    #expect(
      try complaint([0x61, 0x0A, 0xC3, 0x28])
        == "words.txt, line 2: expected text in UTF-8, found other bytes")
    #expect(try complaint(Array("Ávi".utf8)).hasSuffix("found the end of the file"))
    #expect(try complaint(Array("Á".utf8.prefix(1))).hasSuffix("found other bytes"))
  }

  @Test func pointsToACompressedFile() throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("train-labels-idx1-ubyte")
      try Data([0x1F, 0x8B]).write(to: url.appendingPathExtension("gz"))
      let complaint = message { _ = try IDXFile(contentsOf: url) }
      #expect(complaint.hasSuffix("found only train-labels-idx1-ubyte.gz; run gunzip on it first"))
    }
  }

  private func withText(_ text: String, _ body: (URL) throws -> Void) throws {
    try withFile(Array(text.utf8), body)
  }

  private func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("words.txt")
      try Data(bytes).write(to: url)
      try body(url)
    }
  }
}
