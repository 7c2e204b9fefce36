import Foundation
import Testing

@testable import LessonKit

/// What exactly stands in the pictures.
@Suite struct RenderingTests {
  func plain(_ figure: Figure, width: Int = 74) -> [String] {
    TerminalFigure(figure, page: Recorder().page()).lines(width: width)
  }

  @Test func pointsHaveMarksAndNames() {
    let figure = Figure("P") {
      Points(x: [0, 1], y: [0, 1], group: [0, 1], names: ["setosa", "versicolor"])
    }
    let text = plain(figure).joined(separator: "\n")
    #expect(text.contains("o setosa   x versicolor"))
    let rows = plain(figure).filter { $0.contains("|") || $0.contains("+") }
    #expect(rows.first { $0.contains("x") } != nil)
    let highest = rows.firstIndex { $0.hasSuffix("x") } ?? 99
    let lowest = rows.firstIndex { $0.contains("  o") || $0.contains("|o") } ?? -1
    #expect(highest < lowest, "the second point stands higher")
  }

  @Test func curvesOfSeveralSeriesDiffer() {
    let figure = Figure("L") {
      Lines(x: 0...3, [[0, 1, 2, 3], [3, 2, 1, 0]], names: ["up", "down"])
    }
    #expect(plain(figure).joined().contains("* up   + down"))
  }

  @Test func confusionMatrix() {
    let figure = Figure("C") {
      HeatMap([[10, 2], [0, 7]], rows: ["cat", "dog"], columns: ["cat", "dog"])
    }
    #expect(plain(figure) == ["C", "     cat dog", "cat   10   2", "dog    0   7"])
  }

  @Test func plainImages() {
    let figure = Figure("I") { ImageGrid([[0, 1, 1, 0]], width: 2, captions: ["x"]) }
    #expect(plain(figure) == ["I", "  @@", "@@", "x"])
  }

  @Test func plainBars() {
    let figure = Figure("B") { Bars(["a", "bb"], [1, 2]) }
    let lines = plain(figure)
    #expect(lines[1].hasPrefix(" a |#") && lines[1].hasSuffix("# 1"))
    let lengths = lines.map { line in line.count { $0 == "#" } }
    #expect(abs(lengths[2] - 2 * lengths[1]) <= 1)
  }

  @Test func plainSpikes() {
    let figure = Figure("S") { SpikeRaster([[1, 0, 1]], names: ["cold"]) }
    #expect(plain(figure)[1] == "cold :| . |")
  }

  @Test func plainGraph() {
    let figure = Figure("G") { Graph(edges: [("x1", "h"), ("x2", "h")]) }
    #expect(
      plain(figure).dropFirst() == [
        "(x1)-----+", "         +----->(h)", "(x2)-----+",
      ])
  }

  @Test func circlesAreRoundWithEqualAspect() throws {
    let figure = Figure("E", aspect: .equal) { Points(x: [-4, 4, 0, 0], y: [0, 0, -1, 1]) }
    let rows = plain(figure).filter { $0.contains("o") }
    let across = try #require(rows.first { $0.count(where: { $0 == "o" }) == 2 })
    let first = across.distance(
      from: try #require(across.firstIndex(of: "o")), to: try #require(across.lastIndex(of: "o")))
    let lines = plain(figure)
    let down =
      try #require(lines.lastIndex { $0.contains("o") })
      - (try #require(lines.firstIndex { $0.contains("o") }))
    #expect(abs(Double(first) / Double(2 * down) - 4) < 1.2, "\(first) columns, \(down) rows")
  }

  @Test func svgNumbersAreShort() {
    #expect(SVGDrawing.number(1 / 3) == "0.33")
    #expect(SVGDrawing.number(-0.001) == "0")
    #expect(SVGDrawing.number(.nan) == "0")
    #expect(SVGDrawing.coordinate(12.34) == "12.3")
    #expect(SVGDrawing.coordinate(-0.04) == "0")
    #expect(SVGDrawing.coordinate(-12.96) == "-13")
    #expect(SVGDrawing.coordinate(.infinity) == "0")
    #expect(SVGDrawing.escaped("<a & \"b\">\u{1}") == "&lt;a &amp; &quot;b&quot;&gt;\u{FFFD}")
  }

  @Test func svgIsReadableInLightAndDark() {
    let document = SVGFigure(Figure("D") { Lines(y: [1, 2]) }).document
    #expect(document.contains("@media (prefers-color-scheme: dark)"))
    #expect(document.contains("viewBox="))
    #expect(!document.contains("<image"))
  }

  @Test func curvesLoseOnlyNeedlessPoints() {
    let line = (0...100).map { (x: Double($0), y: Double($0)) }
    #expect(SVGPath.simplified(line, tolerance: 0.1) == [0, 100])
    let bent = [(x: 0.0, y: 0.0), (x: 5, y: 5), (x: 10, y: 0)]
    #expect(SVGPath.simplified(bent, tolerance: 0.1) == [0, 1, 2])
    let circle = (0...400).map { step -> (x: Double, y: Double) in
      let angle = Double(step) * .pi / 200
      return (100 * cos(angle), 100 * sin(angle))
    }
    let kept = SVGPath.simplified(circle, tolerance: 0.1)
    #expect((20...200).contains(kept.count), "a closed curve keeps its shape: \(kept.count)")
    #expect(SVGPath.simplified([], tolerance: 0.1).isEmpty)
  }

  @Test func aFigureThatCannotBeWrittenEndsWith1() throws {
    let folder = NSTemporaryDirectory() + "figures-\(UInt64.random(in: 0 ... .max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/lesson04-taken.svg/full", withIntermediateDirectories: true)
    let recorder = Recorder()
    let status = recorder.run(["--figures", folder]) { board in
      board.draw(Figure("Taken") { Lines(y: [1, 2]) })
    }
    #expect(status == 1)
    #expect(recorder.errors.hasPrefix("Lesson04: cannot write lesson04-taken.svg into the folder"))
    #expect(recorder.errors.count { $0.isNewline } == 1)
  }

  @Test func mosaicsAreFewPaths() {
    var drawing = SVGDrawing()
    SVGMosaic(columns: 3, classes: [0, 0, 1, 0, 0, 1]).draw(width: 3, height: 2, on: &drawing)
    #expect(drawing.lines.filter { $0.contains("<path") }.count == 2)
    #expect(drawing.lines.joined().contains("M0 0h2v2h-2z"))
    #expect(drawing.lines.joined().contains("M2 0h1v2h-1z"))
  }

  @Test func regionsAreAskedForAsManyPointsAsTheyAnswer() async {
    await #expect(processExitsWith: .failure) {
      let figure = Figure("R") { Region(batch: { _ in [0] }) }
      _ = SVGFigure(figure).document
    }
  }

  @Test func figuresBecomeFiles() throws {
    let folder = NSTemporaryDirectory() + "figures-\(UInt64.random(in: 0 ... .max))/deep/er"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let recorder = Recorder()
    let status = recorder.run(["--figures", folder]) { board in
      board.draw(Figure("Where the line ended: 6 epochs!") { Lines(y: [1, 2]) })
      board.draw(Figure("Another", name: "Where the line ended 6 epochs") { Lines(y: [1, 2]) })
    }
    #expect(status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(
      files == [
        "lesson04-where-the-line-ended-6-epochs-2.svg",
        "lesson04-where-the-line-ended-6-epochs.svg",
      ])
  }

  @Test func aFolderThatCannotBeMadeIsOneLine() {
    let recorder = Recorder()
    let status = recorder.run(["--figures", "/dev/null/figures"]) { _ in
      Issue.record("the lesson must not begin")
    }
    #expect(status == 1)
    #expect(recorder.errors.hasPrefix("Lesson04: --figures: cannot make the folder"))
    #expect(recorder.errors.count { $0.isNewline } == 1)
  }

  @Test func figuresSpeakTheLanguage() throws {
    let book = try Phrasebook(
      language: "es", contents: "msgid \"loss\"\nmsgstr \"pérdida\"")
    let page = Recorder().page()
    func pictures(_ figure: Figure) -> [String] {
      [
        TerminalFigure(figure, page: page, phrasebook: book).lines(width: 74).joined(
          separator: "\n"),
        SVGFigure(figure, phrasebook: book).document,
      ]
    }
    let lines = Figure("F", y: Axis("loss", ticks: [1, 1.5, 2])) {
      Lines(y: [1, 2], name: "loss")
    }
    for picture in pictures(lines) {
      #expect(picture.contains("pérdida"))
      #expect(picture.contains("1,5") && !picture.contains(">1.5<"))
    }
    let bars = Figure("F") { Bars(["a", "b"], [1.25, 0.5]) }
    for picture in pictures(bars) { #expect(picture.contains("1,25")) }
    let map = Figure("F") { HeatMap([[0.25, 0.75]], decimals: 2, showsValues: true) }
    for picture in pictures(map) { #expect(picture.contains("0,75")) }
  }
}
