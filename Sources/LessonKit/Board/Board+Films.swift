import Foundation

extension Board {
  /// Seconds for which a terminal shows a frame.
  private static let pause = 0.1

  /// Frames over one another where a line may be written over, otherwise the stations one below the
  /// other.
  func play(_ film: Film) {
    guard isShowing else { return }
    let frames = film.frames.indices
    // With `--step` the reader counts the lines.
    guard let height = page.filmRows, !options.isStepping else { return printStations(of: film) }
    let first = lines(of: film, frames.lowerBound)
    guard first.count + 2 < height else { return printStations(of: film) }
    for bar in progressBars { bar.clear() }
    var used = 0
    for frame in frames {
      let lines = frame == frames.lowerBound ? first : lines(of: film, frame)
      // Up to where the frame before began, and away with it.
      let back = used > 0 ? "\u{1B}[\(used)A\u{1B}[J" : ""
      page.write(back + lines.map { Self.margin + $0 + "\n" }.joined())
      used = lines.count
      if frame + 1 < frames.upperBound { page.wait(Self.pause) }
    }
    print()
  }

  private func printStations(of film: Film) {
    for station in film.stations {
      write(lines(of: film, station, isCaptioned: station == film.stations.last))
      print()
    }
  }

  private func lines(of film: Film, _ frame: Int, isCaptioned: Bool = true) -> [String] {
    let figure = film.figure(frame, isCaptioned: isCaptioned)
    return TerminalFigure(figure, page: page, phrasebook: phrasebook).lines(width: textWidth)
  }
}
