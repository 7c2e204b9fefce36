extension Board {
  /// Writes the closing table: a claim a line where all fit, otherwise each in two or three.
  func writeClaims() {
    guard !claims.isEmpty else { return }
    let sources = ClaimSources(claims.map { words($0.source) })
    print()
    if let lines = claimsInOneLineEach(sources) {
      for line in lines {
        print(" " + (line.isHeader ? page.styled(line.text, .heading) : coloured(line.text)))
      }
    } else {
      print(" " + page.styled(words("claims"), .heading))
      for (index, claim) in claims.enumerated() { write(claim, sources.mark(ofClaim: index)) }
    }
    writeSources(sources)
  }

  /// A row a claim, or nothing if one of them would have to be wrapped.
  private func claimsInOneLineEach(_ sources: ClaimSources) -> [(text: String, isHeader: Bool)]? {
    let header = ["", words("claims"), words("published"), words("here"), words("gate")]
    let rows = claims.enumerated().map { index, claim in
      [
        mark(of: claim.verdict), words(claim.statement) + sources.mark(ofClaim: index),
        words(claim.published), words(claim.measured), gateCell(of: claim),
      ]
    }
    let table = Table(
      header: header, rows: rows, alignments: Array(repeating: .left, count: header.count))
    let lines = table.lines(width: page.width - 2)
    return lines.count == rows.count + 1 ? lines : nil
  }

  private func gateCell(of claim: Claim) -> String {
    if case .ungated(let reason) = claim.verdict { return words("none: \(reason)") }
    return words(claim.gate)
  }

  private func gateOrReason(of claim: Claim) -> Text {
    if case .ungated(let reason) = claim.verdict { return "no gate: \(reason)" }
    return "gate: \(claim.gate)"
  }

  /// The mark and the statement, and below them the figures and the gate.
  private func write(_ claim: Claim, _ source: String) {
    let mark = mark(of: claim.verdict)
    let indent = 2 + max(words("ok").displayWidth, words("FAILED").displayWidth) + 2
    let statement = Wrapping.lines(
      words(claim.statement) + source, width: page.width - indent - 2)
    let space = String(repeating: " ", count: indent)
    for (index, line) in statement.enumerated() {
      let margin = index == 0 ? ("  " + mark).padded(to: indent) : space
      print(coloured(margin) + page.styled(line, .heading))
    }
    let parts = [
      words("published: \(claim.published)"), words("here: \(claim.measured)"),
      words(gateOrReason(of: claim)),
    ]
    for line in Wrapping.parts(parts, width: page.width - indent - 2) { print(space + line) }
  }

  private func mark(of verdict: Claim.Verdict) -> String {
    switch verdict {
    case .passed: words("ok")
    case .failed: words("FAILED")
    case .ungated: "-"
    }
  }

  /// Colours the mark at the beginning of a line, if there is one.
  private func coloured(_ line: String) -> String {
    let space = line.prefix { $0 == " " }
    let rest = line.dropFirst(space.count)
    for (mark, emphasis) in [(words("ok"), Emphasis.good), (words("FAILED"), .bad)]
    where rest.hasPrefix(mark + " ") {
      return space + page.styled(mark, emphasis) + rest.dropFirst(mark.count)
    }
    return line
  }

  private func writeSources(_ sources: ClaimSources) {
    guard !sources.names.isEmpty else { return }
    print()
    print(" " + page.styled(words("sources"), .heading))
    for (index, name) in sources.names.enumerated() {
      writeHanging("[\(index + 1)] \(name)", indent: 4)
    }
  }

  private func writeHanging(_ text: String, indent: Int) {
    let lines = Wrapping.lines(text, width: page.width - 2 - indent)
    for (index, line) in lines.enumerated() {
      let space = String(repeating: " ", count: index == 0 ? 1 : 1 + indent)
      print(space + page.styled(line, .faint))
    }
  }
}

/// The sources of all claims, each once, in the order of their first use.
struct ClaimSources {
  private(set) var names: [String] = []
  private var numbers: [Int?] = []

  init(_ sources: [String]) {
    for source in sources {
      guard !source.isEmpty else {
        numbers.append(nil)
        continue
      }
      if let known = names.firstIndex(of: source) {
        numbers.append(known + 1)
      } else {
        names.append(source)
        numbers.append(names.count)
      }
    }
  }

  /// The number of a claim's source, from 1; nothing for a claim without.
  func number(ofClaim index: Int) -> Int? { numbers[index] }

  /// ` [2]` behind the statement of a claim.
  func mark(ofClaim index: Int) -> String {
    numbers[index].map { " [\($0)]" } ?? ""
  }
}
