import Loops

/// One run of a lesson, from the command line to the exit status.
struct Launch {
  let card: LessonCard
  let arguments: [String]
  let environment: [String: String]

  /// Teaches on the page that the options ask for.
  ///
  /// What `prepare` throws ends the run in one sentence, before anything was written.
  func run(
    page makePage: (Options) -> Page, prepare: (Options) throws -> Void = { _ in },
    teach: (Board) throws -> Void
  ) -> Int32 {
    let options: Options
    let phrasebook: Phrasebook
    switch read(page: makePage) {
    case .ended(let status): return status
    case .begins(let chosen, let words): (options, phrasebook) = (chosen, words)
    }
    let page = makePage(options)
    let board = Board(card: card, options: options, page: page, phrasebook: phrasebook)
    do {
      try prepare(options)
      if let folder = options.figures { try FigureError.prepare(folder: folder) }
      if let path = options.page { try PageFile(path).check() }
      board.open()
      if options.isCounting { OperationCount.start() }
      try teach(board)
      return board.close()
    } catch {
      board.abandon(error)
      return ExitStatus.failure
    }
  }

  /// What the command line asks for.
  enum Reading {
    case begins(Options, Phrasebook)
    /// Help was given, or a mistake named.
    case ended(Int32)
  }

  /// Reads the command line; answers it when it asks for help or is wrong.
  func read(page makePage: (Options) -> Page) -> Reading {
    var parser = OptionParser(
      declared: card.options, settings: card.settings, refusing: card.withoutOptions)
    let options: Options
    let phrasebook: Phrasebook
    do {
      options = try parser.parse(arguments)
      phrasebook = try chosenPhrasebook(options)
    } catch {
      let words = phrasebookOfMistakes
      let usage = Usage(card: card, phrasebook: words)
      let page = makePage(Options())
      page.writeError("\(card.name): \(error.message.rendered(in: words))\n\(usage.line)\n")
      return .ended(ExitStatus.usage)
    }
    guard options.isHelp else { return .begins(options, phrasebook) }
    let page = makePage(options)
    page.write(Usage(card: card, phrasebook: phrasebook).help(width: page.width))
    return .ended(ExitStatus.success)
  }

  /// The language of the option must exist; one of the surroundings falls back to English.
  private func chosenPhrasebook(_ options: Options) throws(UsageError) -> Phrasebook {
    if let language = options.language {
      do {
        return try Phrasebook.bundled(language, part)
      } catch {
        let trouble = (error as? PhrasebookError)?.text ?? Text(verbatim: "\(error)")
        throw UsageError(message: "--language: \(trouble)")
      }
    }
    return phrasebookOfSurroundings
  }

  private var part: Phrasebook.Part { card.number > 0 ? .lesson(card.number) : .tools }

  private var phrasebookOfSurroundings: Phrasebook {
    (try? Phrasebook.bundled(Phrasebook.language(in: environment), part)) ?? .english
  }

  /// A command line with a mistake in it was not read to its end, so the option is looked for.
  private var phrasebookOfMistakes: Phrasebook {
    let name = "--language"
    let named = zip(arguments, arguments.dropFirst() + [""]).compactMap {
      word, next -> String? in
      if word == name { return next }
      return word.hasPrefix(name + "=") ? String(word.dropFirst(name.count + 1)) : nil
    }
    return named.last.flatMap { try? Phrasebook.bundled($0, part) } ?? phrasebookOfSurroundings
  }
}
