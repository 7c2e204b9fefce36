import Checks
import Foundation
import MiniTensor
import Testing

@testable import WorkbenchKit

/// `swift run Workbench table` on good files and bad ones.
@Suite struct TableTests {
  /// Files with which nothing can be done, the options, and what the one sentence says.
  static let bad: [(name: String, text: String, options: [String], says: String)] = [
    ("empty.csv", "", ["--target", "y"], "an empty file"),
    ("blank.csv", "\n\n", ["--target", "y"], "only blank lines"),
    ("bom.csv", "\u{FEFF}", ["--target", "y"], "only blank lines"),
    ("header.csv", "x,y\n", ["--target", "y"], "expected rows after the column names"),
    ("noheader.csv", rows("1,2\n"), ["--target", "y"], "names of the columns"),
    ("ragged.csv", "x,y\n1,2\n3\n" + rows("1,2\n"), ["--target", "y"], "line 3: expected 2 cells"),
    ("unknown.csv", table, ["--target", "z"], "expected a column \"z\", found only \"x\", \"y\""),
    ("notarget.csv", table, [], "--target: notarget.csv has \"x\", \"y\""),
    ("oneclass.csv", "x,y\n" + rows("1,a\n"), ["--target", "y"], "found only \"a\""),
    ("three.csv", "x,y\n1,2\n2,3\n3,4\n", ["--target", "y"], "expected 20 rows at least"),
    ("novalues.csv", "x,y\n" + rows("1,?\n"), ["--target", "y"], "found 0"),
    ("names.csv", "x,y\n" + named, ["--target", "y"], "expected 50 classes at most"),
    ("quote.csv", "x,y\n1,\"2\n" + rows("1,2\n"), ["--target", "y"], "a closing quote"),
    ("twice.csv", "x,x\n" + rows("1,2\n"), ["--target", "x"], "\"x\" twice"),
    ("single.csv", "x\n" + rows("1\n"), ["--target", "x"], "two columns at least"),
    (
      "constant.csv", "x,y\n" + rows("5,a\n7,b\n", 20).replacing("7,", with: "5,"),
      ["--target", "y"], "a column to predict \"y\" from"
    ),
    (
      "huge.csv", "x,y\n" + String(repeating: "a", count: 100_000) + ",2\n" + rows("1,2\n"),
      ["--target", "y"], "cells of 2000 bytes at most"
    ),
    (
      "words.csv", "x,y\n" + rows("1,a\n2,b\n"), ["--target", "y", "--as", "numbers"], "found words"
    ),
    ("kind.csv", table, ["--target", "y", "--as", "dates"], "--as takes auto or classes"),
    ("nodates.csv", table, ["--target", "y", "--test", "latest"], "a column of dates"),
    ("out.csv", table, ["--target", "y", "--out", "x/y.txt"], "--out needs a file such as"),
  ]

  private static let table =
    "x,y\n" + (0..<60).map { "\($0 % 7 * $0),\($0 % 7 * $0 + $0 % 3)\n" }.joined()
  private static let named = (0..<60).map { "\($0),n\($0)\n" }.joined()

  private static func rows(_ row: String, _ count: Int = 30) -> String {
    String(repeating: row, count: count)
  }

  @Test(arguments: bad.indices) func aBadFileIsOneSentenceAndNothingElse(_ index: Int) throws {
    let (name, text, options, says) = Self.bad[index]
    let guest = try Guest()
    defer { guest.remove() }
    let path = try guest.write(text.utf8, to: name)
    let before = guest.files
    let (status, said) = try guest.run(["table", path] + options + ["--figures", "figures"])
    #expect(status == 1 && said.contains(says), "\(name): \(said)")
    #expect(said.split(separator: "\n").count == 1 && said.utf8.count < 600, "\(name): \(said)")
    #expect(guest.files == before, "\(name)")
  }

  @Test func whatIsNoTextIsRefused() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let cases: [(bytes: [UInt8], says: String)] = [
      ([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0], "zero bytes"),
      ([0x1f, 0x8b, 8, 0, 1, 2, 3], "gzip compression"),
      ([0xff, 0xfe, 0x61, 0, 0x2c, 0], "zero bytes"),
      (Array("x,y\n1,é".utf8.dropLast()), "text in UTF-8"),
    ]
    for (bytes, says) in cases {
      let path = try guest.write(bytes, to: "file.csv")
      let (status, said) = try guest.run("table", path, "--target", "y")
      #expect(status == 1 && said.contains(says), "\(said)")
    }
    var (status, said) = try guest.run("table", guest.folder.path, "--target", "y")
    #expect(status == 1 && said.contains("a directory"), "\(said)")
    (status, said) = try guest.run("table", "absent.csv", "--target", "y")
    #expect(status == 1 && said.contains("found none"), "\(said)")
    (status, said) = try guest.run("table")
    #expect(status == 1 && said.contains("needs a CSV file"), "\(said)")
  }

  /// Spreadsheets' files: a byte-order mark, CR LF, semicolons, decimal commas, quotes, dates,
  /// words, gaps.
  @Test func anUntidyTableIsUnderstood() throws {
    let guest = try Guest()
    defer { guest.remove() }
    var generator = RandomGenerator(seed: 7)
    var text = "\u{FEFF}no;\"town; old\";day;size;always;price\r\n"
    for row in 0..<200 {
      let size = generator.normal()
      let town = ["\"A; B\"", "C", "D"][row % 3]
      let price = 3 * size + Float(row % 3) + 0.1 * generator.normal()
      let number = row % 11 == 5 ? "NA" : "\(size)".replacing(".", with: ",")
      text += "\(row + 1);\(town);\(row % 28 + 1).\(row % 12 + 1).2014;\(number);x;"
      text += "\(price)".replacing(".", with: ",") + "\r\n"
    }
    let path = try guest.write(text.utf8, to: "untidy.csv")
    let (status, said) = try guest.run(
      "table", path, "--target", "price", "--plain", "--out", "UntidyTable.swift")
    let words = Guest.words(said)
    #expect(status == 0, "\(said)")
    #expect(words.contains("no left out: a name for each row"), "\(said)")
    #expect(words.contains("town; old words"), "\(said)")
    #expect(words.contains("day dates from 2014"), "\(said)")
    #expect(words.contains("always left out: constant"), "\(said)")
    #expect(words.contains("--test latest"), "\(said)")
    #expect(!said.contains("Neither model") && guest.files.contains("UntidyTable.swift"), "\(said)")
  }

  @Test func nothingIsEverOverwritten() throws {
    let guest = try Guest()
    defer { guest.remove() }
    let path = try guest.write(Self.table.utf8, to: "t.csv")
    _ = try guest.write("mine".utf8, to: "T.swift")
    let (status, said) = try guest.run("table", path, "--target", "y", "--out", "T.swift")
    #expect(status == 1 && said.contains("nothing is overwritten"), "\(said)")
    let file = guest.folder.appendingPathComponent("T.swift")
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    // Without --out it finds a name of its own, twice.
    for name in ["TTable.swift", "TTable2.swift"] {
      let (status, said) = try guest.run("table", path, "--target", "y", "--plain")
      #expect(status == 0 && guest.files.contains(name), "\(said)")
    }
  }

  @Test func noiseIsCalledNoise() throws {
    let guest = try Guest()
    defer { guest.remove() }
    var generator = RandomGenerator(seed: 3)
    var text = "a,b,c,y\n"
    for _ in 0..<300 {
      text += "\(generator.normal()),\(generator.normal()),\(generator.normal()),"
      text += generator.chance(0.5) ? "yes\n" : "no\n"
    }
    let path = try guest.write(text.utf8, to: "noise.csv")
    let (status, said) = try guest.run("table", path, "--target", "y", "--plain")
    #expect(status == 0 && said.contains("Neither model"), "\(said)")
  }

  @Test func aTargetInDisguiseIsLeftOut() throws {
    let guest = try Guest()
    defer { guest.remove() }
    var text = "x,name,code,y\n"
    for row in 0..<60 {
      text += "\(row * 7 % 13),\(row % 2 == 0 ? "a" : "b"),\(row % 2),\(row % 2)\n"
    }
    let path = try guest.write(text.utf8, to: "leak.csv")
    let (_, said) = try guest.run("table", path, "--target", "y", "--plain")
    #expect(said.components(separatedBy: "left out: it is the target").count == 3, "\(said)")
  }

  @Test func theProgramThatIsWrittenCompiles() throws {
    let guest = try Guest()
    defer { guest.remove() }
    var text = "\"a \"\"b\\c\"\"\",day,y,z\n"
    for row in 0..<80 {
      text += "\(row * row % 17),2014-03-\(10 + row % 20),\(row % 2),\(row * 3 % 7).5\n"
    }
    let path = try guest.write(text.utf8, to: "1 good-table.csv")
    for target in ["y", "z"] {
      for kind in ["random", "latest"] {
        let (status, said) = try guest.run(
          "table", path, "--target", target, "--plain", "--test", kind, "--out",
          "T\(target)\(kind).swift")
        #expect(status == 0, "\(said)")
      }
    }
    let sources = guest.files.filter { $0.hasSuffix(".swift") }
    #expect(sources.count == 4)
    let modules = Guest.products.appendingPathComponent("Modules")
    let place = FileManager.default.fileExists(atPath: modules.path) ? modules : Guest.products
    let end = try Program(
      arguments: [
        "/usr/bin/env", "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library",
      ]
        + ["-I", place.path] + sources.sorted(),
      environment: ProcessInfo.processInfo.environment, folder: guest.folder.path
    ).run(atMost: 300)
    #expect(end.status == 0, "\(String(decoding: end.output, as: UTF8.self))")
  }

  // MARK: - Pieces

  @Test func whatTheTestRowsSayChangesNothing() throws {
    let guest = try Guest()
    defer { guest.remove() }
    func prepared(_ last: String) throws -> [Float] {
      var text = "x,w,y\n"
      for row in 0..<30 { text += "\(row),\(row % 2 == 0 ? "a" : "b"),\(row)\n" }
      for _ in 0..<5 { text += "\(last),1\n" }
      let path = try guest.write(text.utf8, to: "t.csv")
      let table = try DataTable(contentsOf: URL(fileURLWithPath: path))
      let prepare = try Preparation(
        [.number("x"), .words("w")], of: table, fitting: Array(0..<30))
      #expect(prepare.names == ["x", "w: a", "w: b"])
      return prepare(Array(0..<30)).scalars
    }
    #expect(try prepared("1000000,c") == prepared("3,a"))
  }

  @Test func everyRowIsInOnePart() {
    var generator = RandomGenerator(seed: 1)
    let classes = (0..<97).map { Optional($0 % 10 == 0 ? 1 : 0) }
    let split = RowSplit(Array(0..<97), classes: classes, using: &generator)
    #expect((split.train + split.validation + split.test).sorted() == Array(0..<97))
    #expect(abs(split.test.count - 19) <= 1 && abs(split.validation.count - 19) <= 1)
    #expect(Set(split.test.map { classes[$0]! }).count == 2)
    let latest = RowSplit(Array(0..<50), latestBy: (0..<50).map { Float(50 - $0) })
    #expect(latest.test.sorted() == Array(0..<10))
  }

  @Test func datesAreReadAsPeopleWriteThem() {
    let day = DateReader.days(2014, 3, 9)
    #expect(DateReader.days(1970, 1, 1) == 0 && day == 16138)
    for text in [
      "2014-03-09", "2014/3/9 12:30", "2014-03-09T10:00:00", "9.3.2014", "Mar 9 2014",
      "9 March 2014",
    ] {
      #expect(DateReader(for: [text]).day(text) == day, "\(text)")
    }
    #expect(DateReader(for: ["3/9/2014"]).day("3/9/2014") == day)
    #expect(DateReader(for: ["13/9/2014"]).day("9/3/2014") == day)
    #expect(DateReader.year(ofDay: DateReader.days(2012, 1, 1)) == 2012)
    #expect(DateReader.year(ofDay: DateReader.days(2015, 12, 31)) == 2015)
    #expect(DateReader.year(ofDay: DateReader.days(1969, 12, 31)) == 1969)
    for text in ["", "a-b-c", "2014-13-01", "1-2", "12:30:10", "2014-03-99", "٢٠١٤-٠٣-٠٩"] {
      #expect(DateReader(for: [text]).day(text) == nil, "\(text)")
    }
  }

  @Test func verdictsAskForMoreThanChance() {
    func wrong(_ count: Int) -> [Bool] { (0..<100).map { $0 < count } }
    #expect(Verdict(wrong: wrong(10), against: wrong(40)) == .better)
    #expect(Verdict(wrong: wrong(40), against: wrong(10)) == .worse)
    #expect(Verdict(wrong: wrong(10), against: wrong(12)) == .asGood)
    #expect(Verdict(wrong: wrong(10), against: wrong(10)) == .asGood)
    let few = (0..<50).map { Double($0 % 5) }
    #expect(Verdict(squaredErrors: few, against: few.map { $0 + 1 + $0 / 10 }) == .better)
    #expect(Verdict(squaredErrors: few, against: few.reversed()) == .asGood)
  }
}
