import Foundation
import Testing

@testable import LessonKit

@Suite struct FilmTests {
  /// A film of so many frames: a row of values that changes, over one that stays.
  private func film(_ count: Int) -> Film {
    Film(
      "Growth", over: 0..<count, of: "epoch", x: Axis("x", range: 0...10),
      y: Axis("y", range: 0...10)
    ) {
      step in
      Lines(x: [0, 10], y: [0, Double(step) / 2], name: "moves")
      Points([[5, 5], [6, 6]] as [[Float]])
    }
  }

  @Test func elsewhereThreeStationsArePrinted() {
    let recorder = Recorder()
    Board.sample(recorder).draw(film(9))
    for label in ["Growth: epoch 0", "Growth: epoch 4", "Growth: epoch 8"] {
      #expect(recorder.output.contains(label))
    }
    #expect(!recorder.output.contains("epoch 3") && !recorder.output.contains("\u{1B}"))
  }

  @Test(arguments: [1, 2, 3]) func shortFilmsHaveNoStationTwice(count: Int) {
    let recorder = Recorder()
    Board.sample(recorder).draw(film(count))
    #expect(recorder.output.components(separatedBy: "Growth: epoch").count == count + 1)
  }

  @Test func aTerminalDrawsItInPlace() {
    let recorder = Recorder()
    var page = recorder.page(isRich: true, showsProgress: true)
    page.filmRows = 60
    var waited = 0.0
    page.wait = { waited += $0 }
    Board(card: .sample, options: Options(), page: page).draw(film(5))
    let back = recorder.output.matches(of: /\u{1B}\[(\d+)A\u{1B}\[J/).map { Int($0.1)! }
    #expect(back.count == 4)
    // Each frame goes back over exactly the lines of the one before.
    let frames = recorder.output.split(separator: /\u{1B}\[\d+A\u{1B}\[J/)
    #expect(frames.dropLast().map { $0.count { $0 == "\n" } } == back)
    #expect(waited > 0 && waited < 2)
  }

  @Test func aLowTerminalGetsStations() {
    let recorder = Recorder()
    var page = recorder.page(isRich: true)
    page.filmRows = 10
    Board(card: .sample, options: Options(), page: page).draw(film(5))
    #expect(recorder.output.contains("epoch 2") && !recorder.output.contains("\u{1B}[J"))
  }

  @Test func onlyFramesThatAreSeenAreComputed() {
    var asked: [Int] = []
    let film = Film("Lazy", over: 0..<20, of: "epoch") { step in
      let _ = asked.append(step)
      Lines(y: [1, 2])
    }
    Board.sample(Recorder()).draw(film)
    #expect(asked == [0, 9, 19])
  }

  @Test func whatStaysIsDrawnOnce() throws {
    let document = SVGFilm(film(12)).document
    let page = try PageReader(document)
    let seen = page.elements.filter { $0.attributes["class"]?.contains("seen-") == true }
    // The moving line and the name of the moment, twelve times each.
    #expect(seen.count == 24)
    #expect(seen.filter { $0.attributes["class"]!.contains("last") }.count == 2)
    let still = SVGFigure(film(12).figure(0)).document
    #expect(document.utf8.count < 2 * still.utf8.count + 12 * 400)
    #expect(document.contains("prefers-reduced-motion") && !document.contains("<script"))
  }

  /// At each moment of a round exactly one frame of every moving part is seen.
  @Test func theFramesTakeTurnsWithoutGaps() {
    for count in [1, 2, 7, 24] {
      let frames = (0..<count).map { [FilmPiece.line("frame \($0 / 2)"), .line("stays")] }
      var merge = FilmMerge(count: count)
      let lines = merge.lines(of: frames)
      #expect(lines.last == "stays" && lines.filter { $0 == "stays" }.count == 1)
      let parts = lines.compactMap { line in
        line.firstMatch(of: /data-from="(\d+)" data-to="(\d+)"/).map { (Int($0.1)!, Int($0.2)!) }
      }
      guard count > 2 else { continue }
      #expect(parts.first?.0 == 0 && parts.last?.1 == count - 1)
      for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.1 + 1 == next.0) }
    }
  }

  /// Frames with more elements than others keep what is the same at both ends.
  @Test func framesOfDifferentLengthShareTheirEnds() {
    let a = FilmPiece.pieces(of: ["<g one>", "<path/>", "</g>", "end"])
    let b = FilmPiece.pieces(of: ["<g one>", "<path/>", "</g>", "more", "end"])
    var merge = FilmMerge(count: 2)
    let lines = merge.lines(of: [a, b])
    #expect(lines.prefix(3) == ["<g one>", "<path/>", "</g>"] && lines.last == "end")
    #expect(lines.filter { $0 == "more" }.count == 1 && lines.filter { $0 == "<path/>" }.count == 1)
  }

  /// The rules show every part for the frames that it stands for, and hide it for the others.
  @Test func theRulesOfTimeFit() throws {
    let document = SVGFilm(film(12)).document
    let slots = FilmMerge.slots(12)
    #expect(slots == 15)
    let delays = document.matches(of: /\.from-(\d+)-of-15 { animation-delay: (-[\d.]+)s }/)
      .map { (Int($0.1)!, Double($0.2)!) }
    #expect(delays.count == 12)
    let round = try #require(
      document.firstMatch(of: /seen-1-of-15 ([\d.]+)s/).flatMap { Double($0.1) })
    for (index, delay) in delays {
      // The round of this part begins so long after the film's.
      let begin = (delay + round) / round * Double(slots)
      #expect(abs(begin - Double(index)) < 0.05)
    }
    #expect(document.contains("seen-4-of-15"), "the last frame stays for three places more")
  }

  @Test func filmsHaveFiles() throws {
    let scratch = try Scratch()
    let status = Recorder().run(["--figures", scratch.folder.path]) { board in
      board.draw(film(4))
      board.draw(film(4))
    }
    #expect(status == 0)
    #expect(scratch.names == ["lesson04-growth-2.svg", "lesson04-growth.svg"])
    _ = try PageReader(scratch.text("lesson04-growth.svg"))
  }
}
