import Foundation

extension Board {
  /// Claims something, measured in this run and held against a gate.
  ///
  /// - Parameters:
  ///   - id: a short name, unique within the lesson.
  ///   - statement: what is claimed, in a few words.
  ///   - source: where it was published: author, title or journal, year, page or table.
  ///   - published: the published figure.
  ///   - measured: the figure of this run.
  ///   - gate: what must hold, in words: `"at least 96 %"`.
  ///   - holds: whether it does.
  ///   - notQuick: why the gate does not judge a run with `--quick`: `"3 epochs, not 24"`. Without
  ///     a reason it judges every run.
  /// - Precondition: the lesson has no other claim with this id.
  public func claim(
    _ id: String, _ statement: Text, source: Text, published: Text, measured: Text, gate: Text,
    holds: Bool, notQuick: Text? = nil
  ) {
    if !changedSettings.isEmpty {
      ungatedClaim(
        id, statement, source: source, published: published, measured: measured,
        reason: "not judged, as --set changed \(changedSettings.joined(separator: ", "))")
      return
    }
    if isQuick, let notQuick {
      ungatedClaim(
        id, statement, source: source, published: published, measured: measured, reason: notQuick)
      return
    }
    record(
      Claim(
        id: id, statement: statement, source: source, published: published, measured: measured,
        gate: gate, verdict: holds ? .passed : .failed))
  }

  /// Claims something that no gate judges in this run, and says why.
  ///
  /// - Parameters:
  ///   - id: a short name, unique within the lesson.
  ///   - statement: what is claimed, in a few words.
  ///   - source: where it was published: author, title or journal, year, page or table.
  ///   - published: the published figure.
  ///   - measured: the figure of this run, if it was run.
  ///   - reason: why there is no gate: `"not run with --quick"`.
  /// - Precondition: the lesson has no other claim with this id.
  public func ungatedClaim(
    _ id: String, _ statement: Text, source: Text, published: Text, measured: Text = "not run",
    reason: Text
  ) {
    record(
      Claim(
        id: id, statement: statement, source: source, published: published, measured: measured,
        gate: "", verdict: .ungated(reason: reason)))
  }

  private func record(_ claim: Claim) {
    precondition(
      !claims.contains { $0.id == claim.id },
      "Board.claim: the lesson already has a claim \"\(claim.id)\"; every id needs to be different")
    claims.append(claim)
    if options.isJSON { page.write(claim.json(of: card) + "\n") }
  }

  // MARK: - The frame of the lesson

  /// Writes the title.
  func open() {
    let width = page.width - 2
    let kind: Text = card.program == nil ? "Lesson \(twoDigits)" : "Workbench"
    let title = "\(words(kind))   \(words(card.title))"
    let space = width - title.displayWidth - card.years.displayWidth
    print()
    if card.years.isEmpty, space >= 2 {
      print(" " + page.styled(title, .heading))
    } else if space >= 2 {
      print(
        " " + page.styled(title, .heading) + String(repeating: " ", count: space) + card.years)
    } else {
      for line in Wrapping.lines(title, width: width) { print(" " + page.styled(line, .heading)) }
      if !card.years.isEmpty { print(" " + card.years) }
    }
    print(" " + page.styled(page.rule(width), .faint))
    if !card.people.isEmpty {
      for line in Wrapping.lines(words(card.people), width: textWidth) {
        print(Self.margin + page.styled(line, .faint))
      }
    }
    write(Wrapping.lines(words(card.summary), width: textWidth))
    onSheet { $0.open(card, kind: kind, beside: options.page ?? "") }
    warnOfChanges()
  }

  /// The texts of a lesson describe its usual run; whoever changes a setting is told so.
  private func warnOfChanges() {
    guard !changedSettings.isEmpty else { return }
    print()
    note(
      """
      You changed \(Text(verbatim: changedSettings.joined(separator: ", "))). The sentences below were written for the \
      usual settings. Where they and the figures disagree, the figures are right, and you have found something.
      """)
  }

  /// Writes the claims and what to do next; returns the exit status.
  func close() -> Int32 {
    isClosing = true
    resume()
    if options.section > max(1, sections) {
      page.writeError("\(card.name): there is no section \(options.section), only \(sections)\n")
      return ExitStatus.usage
    }
    onSheet { $0.claims(claims) }
    if options.isJSON {
      var end = JSONObject()
      end.add(card)
      end.add("seconds", seconds, decimals: 1)
      end.add("peakMegabytes", PeakMemory.megabytes)
      page.write(end.line + "\n")
      writePage()
    } else {
      writeClaims()
      writeCost()
      writeFigures()
      writePage()
      writeYourTurn()
      writeNext()
    }
    if let trouble: any Error = figureTrouble ?? pageTrouble {
      page.writeError("\(card.name): \(trouble)\n")
      return ExitStatus.failure
    }
    return claims.contains { $0.verdict == .failed } ? ExitStatus.failure : ExitStatus.success
  }

  /// Ends a lesson that cannot go on, with one line.
  func abandon(_ error: any Error) {
    for bar in progressBars { bar.clear() }
    let message = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
    page.writeError("\(card.name): \(message)\n")
  }

  private var twoDigits: String { String(card.name.dropFirst("Lesson".count)) }

  /// With `--figures DIR`: what was written there.
  private func writeFigures() {
    guard let folder = options.figures, figuresWritten > 0 else { return }
    print()
    print(
      " " + page.styled(words("figures"), .heading) + "   "
        + words("\(figuresWritten) files in \(folder)"))
  }

  /// What follows in the folder of the run.
  var next: String? {
    card.next(in: FileManager.default.currentDirectoryPath, language: phrasebook.language)
  }

  /// Names what follows: the command that begins the next lesson, or the page after the last one.
  private func writeNext() {
    guard let next else { return }
    print(" " + page.styled(words("next"), .heading) + "   " + next)
    print()
  }

  /// The exercises, how to check them, and where to read; nothing where there are none.
  var yourTurn: [String] {
    guard card.exercises > 0 else { return [] }
    return [
      card.exerciseNumbers, "swift test --filter \(card.name)",
      "docs/\(phrasebook.language)/\(card.chapter)",
    ]
  }

  private func writeYourTurn() {
    let parts = yourTurn
    guard !parts.isEmpty else { return }
    let heading = words("your turn")
    let line = parts.joined(separator: "   ")
    print()
    if heading.displayWidth + 4 + line.displayWidth <= page.width {
      print(" " + page.styled(heading, .heading) + "   " + line)
    } else {
      print(" " + page.styled(heading, .heading))
      for part in parts { print("   " + part) }
    }
    print()
  }
}
