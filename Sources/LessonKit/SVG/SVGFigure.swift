/// A figure as an SVG document.
struct SVGFigure {
  let figure: Figure
  let phrasebook: Phrasebook

  init(_ figure: Figure, phrasebook: Phrasebook = .english) {
    self.figure = figure
    self.phrasebook = phrasebook
  }

  var document: String { "" }
}
