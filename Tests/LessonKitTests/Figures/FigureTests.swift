import Foundation
import Testing

@testable import LessonKit

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every sample in both renderers.
@Suite struct FigureTests {
  @Test(arguments: 0..<FigureSamples.all.count)
  func terminalFits(index: Int) {
    let (name, figure) = FigureSamples.all[index]
    for width in [34, 74] {
      let plain = TerminalFigure(figure, page: Recorder().page(width: width + 6))
      for line in plain.lines(width: width) {
        #expect(line.displayWidth <= width, "\(name): \(line)")
        #expect(line.allSatisfy { $0.isASCII }, "\(name): \(line)")
      }
      let rich = TerminalFigure(figure, page: Recorder().page(width: width + 6, isRich: true))
      for line in rich.lines(width: width) {
        let bare = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare.displayWidth <= width, "\(name): \(bare)")
        #expect(!bare.contains("\u{1B}"), "\(name): \(bare)")
      }
    }
  }

  /// NO_COLOR takes away colour only: bars, frames and dots stay, and series can be told apart.
  @Test func withoutColourThereAreStillDrawingCharacters() {
    for (name, figure) in FigureSamples.all {
      let page = Recorder().page(isRich: true, hasColour: false)
      let lines = TerminalFigure(figure, page: page).lines(width: 74)
      #expect(!lines.joined().contains("\u{1B}"), "\(name)")
    }
    func drawn(_ figure: Figure) -> String {
      let page = Recorder().page(isRich: true, hasColour: false)
      return TerminalFigure(figure, page: page).lines(width: 74).joined(separator: "\n")
    }
    let bars = drawn(Figure("B") { Bars(["a"], series: [[2], [1]], names: ["one", "two"]) })
    #expect(bars.contains("│██") && bars.contains("│▒▒") && bars.contains("▒ two"))
    let lines = drawn(
      Figure("L") { Lines(x: 0...2, [[0, 1, 2], [2, 1, 0]], names: ["up", "down"]) })
    #expect(lines.contains("┤") && lines.contains("* up   + down"))
    #expect(drawn(Figure("M") { HeatMap([[0, 1, 2]], showsValues: false) }).contains("@@"))
  }

  @Test func anElementOfOnesOwnIsDrawn() {
    struct Circle: FigureElement {
      var content: FigureContent { Lines(path: [[0, 0], [1, 1], [2, 0]], name: "mine").content }
    }
    let figure = Figure("C") { Circle() }
    #expect(
      TerminalFigure(figure, page: Recorder().page()).lines(width: 74).joined().contains("mine"))
    #expect(SVGFigure(figure).document.contains(">mine</text>"))
  }

  @Test func panelsDoNotNest() async {
    await #expect(processExitsWith: .failure) {
      _ = Figure("N") { Panel("outer") { Panel("inner") { Lines(y: [1, 2]) } } }
    }
  }

  @Test(arguments: 0..<FigureSamples.all.count)
  func svgIsValid(index: Int) throws {
    let (name, figure) = FigureSamples.all[index]
    let document = SVGFigure(figure).document
    let parser = XMLParser(data: Data(document.utf8))
    #expect(parser.parse(), "\(name): \(String(describing: parser.parserError))")
    for word in ["nan", "inf", "e+", "e-"] {
      let values = document.matches(of: /(?: d| x| y|width|height|transform)="([^"]*)"/)
      #expect(!values.contains { $0.1.contains(word) }, "\(name): \(word) in a number")
    }
    #expect(document == SVGFigure(figure).document, "\(name): differs from run to run")
  }

  @Test func whatIsShownIsThere() throws {
    for (name, figure) in FigureSamples.ordinary {
      let plain = TerminalFigure(figure, page: Recorder().page()).lines(width: 74).joined()
      let document = SVGFigure(figure).document
      #expect(plain.contains(figure.title.english), "\(name)")
      #expect(document.contains("<title>\(figure.title.english)</title>"), "\(name)")
      for panel in figure.panels {
        let texts = [panel.title, panel.x.label, panel.y.label].compactMap { $0?.english }.filter {
          !$0.isEmpty
        }
        for text in texts {
          #expect(plain.contains(text), "\(name): \(text)")
          #expect(document.contains(SVGDrawing.escaped(text)), "\(name): \(text)")
        }
      }
    }
  }
}
