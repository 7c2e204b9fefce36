/// A film as an SVG document that moves by itself, or as elements for a page.
///
/// Each frame is drawn as a picture, and the pictures are laid over one another: what is the same
/// in all stays once, what differs is shown in turn.
struct SVGFilm {
  let film: Film
  let phrasebook: Phrasebook

  init(_ film: Film, phrasebook: Phrasebook = .english) {
    self.film = film
    self.phrasebook = phrasebook
  }

  /// The whole file; it moves without a script, and stands still for whoever wishes no motion.
  var document: String {
    let (pictures, lengths) = merged
    return still.document(of: pictures, style: "\n" + style(lengths))
  }

  /// Elements for a page, one a panel, and the rules that move them.
  var panels: (elements: [String], style: String) {
    let (pictures, lengths) = merged
    return (still.panels(of: pictures), style(lengths))
  }

  /// Title and caption, without a frame's name.
  private var still: SVGFigure {
    SVGFigure(
      Figure(
        film.title, caption: film.caption, x: film.x, y: film.y, aspect: film.aspect,
        name: film.name, film.frames[film.frames.count - 1].elements),
      phrasebook: phrasebook)
  }

  // MARK: - The frames over one another

  private static let labelHeight = 20.0

  /// Each panel's frames in one drawing, and for how many frames something is seen at a stretch.
  private var merged: (pictures: [SVGFigure.Picture], lengths: Set<Int>) {
    let frames = film.frames.indices.map { index in
      SVGFigure(film.figure(index), phrasebook: phrasebook, isFrame: true).pictures
    }
    var merge = FilmMerge(count: frames.count)
    let pictures = frames[0].indices.map { panel in
      var trees: [[FilmPiece]] = []
      for (index, pictures) in frames.enumerated() {
        var lines = pictures[panel].drawing.lines
        if panel == 0 {
          lines = labelled(pictures[panel].drawing, film.frames[index].label)
        }
        trees.append(FilmPiece.pieces(of: lines))
      }
      return SVGFigure.Picture(
        drawing: SVGDrawing(lines: merge.lines(of: trees)),
        width: frames.map { $0[panel].width }.max() ?? 0,
        height: (frames.map { $0[panel].height }.max() ?? 0) + (panel == 0 ? Self.labelHeight : 0))
    }
    return (pictures, merge.lengths)
  }

  /// A frame's first panel under the name of the moment.
  private func labelled(_ drawing: SVGDrawing, _ label: Text) -> [String] {
    var result = SVGDrawing()
    result.text(label.rendered(in: phrasebook), x: 0, y: 13, style: "moment")
    result.group("transform=\"translate(0 \(SVGDrawing.number(Self.labelHeight)))\"") { inner in
      for line in drawing.lines { inner.add(line) }
    }
    return result.lines
  }

  // MARK: - Time

  /// Frames in a round: the last is seen for longer.
  private var slots: Int { FilmMerge.slots(film.frames.count) }

  /// Seconds of a round.
  private var duration: Double { min(10, max(3, Double(slots) * 0.22)) }

  /// What is seen for so many frames is shown and hidden by one rule; it begins with the round's
  /// delay.
  private func style(_ lengths: Set<Int>) -> String {
    let round = SVGDrawing.number(duration)
    let frames = lengths.sorted().map { length in
      let end = SVGDrawing.number(100 * Double(length) / Double(slots))
      return """
        @keyframes seen-\(length)-of-\(slots) { 0% { visibility: visible } \(end)%, 100% { visibility: hidden } }
        """
    }
    let rules = lengths.sorted().map { length in
      ".seen-\(length)-of-\(slots) { animation: seen-\(length)-of-\(slots) \(round)s step-end infinite }"
    }
    // Each piece begins so many slots before the round that its turn comes in its place.
    let delays = (0..<film.frames.count).map { index in
      let delay = duration * Double(index - slots) / Double(slots)
      return ".from-\(index)-of-\(slots) { animation-delay: \(SVGDrawing.number(delay))s }"
    }
    return """
      .moment { font-weight: 600 }
      .dot { fill: none; stroke-linecap: round; stroke-width: 5 }
      .seen { visibility: hidden }
      \((frames + rules + delays).joined(separator: "\n"))
      @media (prefers-reduced-motion: reduce) { .seen { animation: none } .seen.last { visibility: visible } }
      @media print { .seen { animation: none } .seen.last { visibility: visible } }
      """
  }
}
