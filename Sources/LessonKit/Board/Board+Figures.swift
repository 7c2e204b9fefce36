import Foundation

extension Board {
  /// Draws a figure on the board, and with `--figures DIR` into an SVG file of that folder.
  ///
  /// The file is named by the lesson and the title: `lesson02-where-the-line-ended.svg`.
  public func draw(_ figure: Figure) {
    if !options.isJSON {
      let picture = TerminalFigure(figure, page: page, phrasebook: phrasebook)
      write(picture.lines(width: textWidth))
      print()
    }
    if let folder = options.figures {
      save(figure.slug(of: card), in: folder) {
        SVGFigure(figure, phrasebook: phrasebook).document
      }
    }
    onSheet { $0.picture(figure, phrasebook) }
  }

  /// Plays a film on a terminal, prints three of its frames elsewhere; with `--figures DIR` it
  /// becomes an SVG file that moves, and on a page it has a player.
  public func draw(_ film: Film) {
    play(film)
    if let folder = options.figures {
      save(film.slug(of: card), in: folder) { SVGFilm(film, phrasebook: phrasebook).document }
    }
    onSheet { $0.film(film, phrasebook) }
  }

  private func save(_ base: String, in folder: String, _ document: () -> String) {
    var name = base
    var number = 2
    while !figureNames.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    do {
      let place = URL(fileURLWithPath: folder, isDirectory: true)
      try document().write(
        to: place.appendingPathComponent(name + ".svg"), atomically: true, encoding: .utf8)
      figuresWritten += 1
    } catch {
      figureTrouble =
        figureTrouble ?? FigureError(folder: folder, file: name + ".svg", reason: error)
    }
  }
}

/// A figure, or the folder of figures, that could not be written.
struct FigureError: Error, CustomStringConvertible {
  let folder: String
  var file: String?
  let reason: any Error

  /// Makes the folder before the lesson begins, so that a wrong path costs no waiting.
  static func prepare(folder: String) throws(FigureError) {
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: folder, isDirectory: true), withIntermediateDirectories: true)
    } catch {
      throw FigureError(folder: folder, reason: error)
    }
  }

  var description: String {
    let what =
      file.map { "cannot write \($0) into the folder" } ?? "--figures: cannot make the folder"
    return "\(what) \"\(folder)\": \(cause)"
  }

  /// What the system says; Foundation hides it under a number of its own.
  private var cause: String {
    let error = reason as NSError
    let underlying = error.userInfo[NSUnderlyingErrorKey] as? any Error
    let words = (underlying ?? error).localizedDescription
    return words.contains("NSCocoaErrorDomain") ? "is it a folder, and may you write there?" : words
  }
}
