/// One run of a lesson, from the command line to the exit status.
struct Launch {
  let card: LessonCard
  let arguments: [String]
  let environment: [String: String]

  /// Teaches on the page that the options ask for.
  func run(page makePage: (Options) -> Page, teach: (Board) throws -> Void) -> Int32 {
    var parser = OptionParser(declared: card.options, settings: card.settings)
    let options: Options
    let phrasebook: Phrasebook
    do {
      options = try parser.parse(arguments)
      phrasebook = try chosenPhrasebook(options)
    } catch {
      let usage = Usage(card: card, phrasebook: .english)
      let page = makePage(Options())
      page.writeError("\(card.name): \(error.message)\n\(usage.line)\n")
      return ExitStatus.usage
    }
    let page = makePage(options)
    if options.isHelp {
      page.write(Usage(card: card, phrasebook: phrasebook).help(width: page.width))
      return ExitStatus.success
    }
    let board = Board(card: card, options: options, page: page, phrasebook: phrasebook)
    do {
      if let folder = options.figures { try FigureError.prepare(folder: folder) }
      board.open()
      try teach(board)
      return board.close()
    } catch {
      board.abandon(error)
      return ExitStatus.failure
    }
  }

  /// The language of the option must exist; one of the environment falls back to English.
  private func chosenPhrasebook(_ options: Options) throws(UsageError) -> Phrasebook {
    if let language = options.language {
      do {
        return try Phrasebook.bundled(language)
      } catch {
        throw UsageError(message: "--language: \(error)")
      }
    }
    return (try? Phrasebook.bundled(environment["COURSE_LANGUAGE"] ?? "en")) ?? .english
  }
}
