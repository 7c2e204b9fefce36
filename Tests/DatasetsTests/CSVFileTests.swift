import Datasets
import Foundation
import Testing

@Suite struct CSVFileTests {
  @Test func readsColumnsInTheOrderAskedFor() throws {
    let table = try csv("length,width,kind\n1,2.5,rose\n-3,0.25,tulip\n")
    #expect(table.columnNames == ["length", "width", "kind"])
    #expect(table.rowCount == 2)
    #expect(try table.numbers("width", "length") == [2.5, 1, 0.25, -3])
    #expect(try table.texts("kind") == ["rose", "tulip"])
    #expect(try table.classes("kind", names: ["tulip", "rose"]) == [1, 0])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func acceptsEveryLineEnd(end: String) throws {
    let lines = ["a,b", "1,2", "", "3,4"]
    for text in [lines.joined(separator: end), lines.joined(separator: end) + end + end] {
      #expect(try csv(text).numbers("a", "b") == [1, 2, 3, 4])
    }
    let wrong = message { _ = try csv(lines.joined(separator: end) + end + "5").numbers("a") }
    #expect(wrong == "table.csv, line 5: expected 2 cells, one a column, found 1")
  }

  @Test func readsQuotedCells() throws {
    let table = try csv("\"a, b\",c\r\n\"5\"\" disk\", \"line\nbreak\" \n\"\",\"?\"\n")
    #expect(table.columnNames == ["a, b", "c"])
    #expect(try table.texts("a, b") == ["5\" disk", ""])
    #expect(try table.texts("c") == ["line\nbreak", "?"])
    #expect(try csv("a\n\"1.5\"").numbers("a") == [1.5])
  }

  @Test func dropsSpacesAndTheByteOrderMark() throws {
    let table = try csv("\u{FEFF} a ,\tb\n 1 , 2\t\n")
    #expect(table.columnNames == ["a", "b"])
    #expect(try table.numbers("a", "b") == [1, 2])
  }

  @Test func readsNumbersAsTheStandardLibraryDoes() throws {
    let texts = [
      "0", "-0", "+1", "007", "1.", ".5", "-2.75", "3.1415927", "0.1", "16777217", "1e3", "2.5E-3",
      "-1.5e+2", "123456789012345", "1234567890123456789", "0.00000000000000000000000123456",
      "3.4028235e38", "1e-46", "0.000000000000000000000000000000000000000000001",
    ]
    for text in texts {
      #expect(try csv("a\n\(text)").numbers("a") == [Float(text)!], "\(text)")
    }
  }

  @Test(arguments: [
    "x", "1.2.3", "1,5", "--1", "1e", "1e+", "e5", "1 2", "0x10", "nanny", "inf", "1e39", "-", ".",
    "1_000",
  ])
  func refusesWhatIsNoNumber(text: String) throws {
    let table = try csv("a\n1\n\"\(text)\"")
    let expected = "table.csv, line 3: expected a number in column \"a\", found \"\(text)\""
    #expect(message { _ = try table.numbers("a") } == expected)
  }

  @Test func missingValuesAreNamedOrDropped() throws {
    let table = try csv("mpg,power\n18,130\n25,?\nNA,90\n,95\n31,65\n")
    let complaint = message { _ = try table.numbers("power") }
    #expect(complaint.hasPrefix("table.csv, line 3: expected a number in column \"power\""))
    #expect(complaint.contains("a missing value"))
    let whole = try table.droppingMissing()
    #expect(try whole.numbers("mpg", "power") == [18, 130, 31, 65])
    #expect(try table.droppingMissing(in: ["power"]).texts("mpg") == ["18", "NA", "", "31"])
    #expect(message { _ = try csv("a\n?\n").droppingMissing() }.hasSuffix("found none in 1 rows"))
    // A row that is left out does not shift the lines of the messages.
    let later = try csv("a,b\n?,1\n1,x\n").droppingMissing()
    #expect(message { _ = try later.numbers("b") }.contains("line 3"))
  }

  @Test func namesWhatIsWrong() {
    func complaint(_ text: String) -> String { message { _ = try csv(text) } }
    #expect(complaint("") == "table.csv: expected a line of column names, found an empty file")
    #expect(complaint("\n\r\n").hasSuffix("found only blank lines"))
    #expect(complaint("a,b\n").hasSuffix("expected rows after the column names, found none"))
    #expect(complaint("a,b,a\n1,2,3").hasSuffix("column names that differ, found \"a\" twice"))
    #expect(
      complaint("a,b\n1,2\n3,4,5\n")
        == "table.csv, line 3: expected 2 cells, one a column, found 3")
    #expect(
      complaint("a\n1\n\"2\n3\n")
        == "table.csv, line 3: expected a closing quote, found the end of the file")
    #expect(complaint("a\n\"1\"x\n").hasSuffix("a comma after the closing quote, found \"x\""))
    #expect(complaint("\u{1F}\u{8B}").isEmpty == false)
  }

  @Test(arguments: ["", "?", "NA", "na", "N/A", "NaN", "nan", "NULL", "null"])
  func whatTablesWriteForNothing(word: String) throws {
    for cell in [word, "\"\(word)\""] {
      let table = try csv("a,b\n1,\(cell)\n2,3\n")
      #expect(try table.droppingMissing().numbers("a", "b") == [2, 3])
      #expect(message { _ = try table.numbers("b") }.contains("a missing value"))
    }
  }

  @Test func refusesLatin1() {
    let bytes = Array("name,x\nok,1\nJos".utf8) + [0xE9] + Array(",2\n".utf8)
    #expect(
      message { _ = try CSVFile(name: "latin.csv", bytes: bytes) }
        == "latin.csv, line 3: expected text in UTF-8, found other bytes")
  }

  /// Comparing each name with all others would take half a minute here.
  @Test func readsManyColumns() throws {
    let count = 100_000
    let header = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let row = Array(repeating: "1", count: count).joined(separator: ",")
    let table = try csv("\(header)\n\(row)\n")
    #expect(try table.numbers(table.columnNames).count == count)
    #expect(try table.droppingMissing().rowCount == 1)
    let complaint = message { _ = try table.numbers("x") }
    #expect(complaint.hasSuffix("\"c11\" and 99988 more"))
  }

  @Test func namesTheColumnsThatExist() throws {
    let table = try csv("a,b\n1,2\n")
    let expected = "table.csv: expected a column \"c\", found only \"a\", \"b\""
    #expect(message { _ = try table.numbers("a", "c") } == expected)
    #expect(message { _ = try table.texts("c") } == expected)
    #expect(message { _ = try table.classes("c", names: []) } == expected)
    #expect(
      message { _ = try table.classes("a", names: ["x", "y"]) }
        == "table.csv, line 2: expected one of \"x\", \"y\" in column \"a\", found \"1\"")
  }

  @Test func everyTruncationAndFlippedByteIsSurvived() throws {
    let whole = Array("a,\"b b\",c\r\n1,2.5,\"x\"\"y\"\r\n-3e1,?,z\r\n".utf8)
    for length in 0...whole.count { read(Array(whole[..<length])) }
    for position in whole.indices {
      for byte: UInt8 in 0...255 {
        var damaged = whole
        damaged[position] = byte
        read(damaged)
      }
    }
  }

  /// Reads a table as far as it goes; a `DataError` is a fine answer, a trap is not.
  private func read(_ bytes: [UInt8]) {
    guard let table = try? CSVFile(name: "a", bytes: bytes) else { return }
    for name in table.columnNames {
      #expect((try? table.texts(name))?.count == table.rowCount)
      _ = try? table.numbers(name)
    }
    _ = try? table.droppingMissing()
  }

  @Test func readsAFileWithoutAHeader() throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("plain.csv")
      try Data("1,2\n3,4\n".utf8).write(to: url)
      let table = try CSVFile(contentsOf: url, columnNames: ["x", "y"])
      #expect(try table.numbers("y") == [2, 4])
    }
  }

  /// With the number of rows known, no cut goes unnoticed, not even one inside the last number.
  @Test func everyTruncationOfAKnownTableIsAnError() throws {
    try withTemporaryDirectory { directory in
      let url = directory.appendingPathComponent("cars.csv")
      let whole = Data("weight,mpg\n3504,18.0\n3693,15.25\n".utf8)
      try whole.write(to: url)
      #expect(try CSVFile(contentsOf: url, rowCount: 2).numbers("mpg") == [18, 15.25])
      for length in 0..<whole.count {
        try whole.prefix(length).write(to: url)
        #expect(throws: DataError.self, "\(length) bytes") {
          try CSVFile(contentsOf: url, rowCount: 2)
        }
      }
      try whole.write(to: url)
      let complaint = message { _ = try CSVFile(contentsOf: url, rowCount: 3) }
      #expect(complaint == "cars.csv: expected 3 rows, found 2")
    }
  }
}
