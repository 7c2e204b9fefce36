extension Board {
  /// Writes the closing table: statement and gate, published figure, this run's figure, mark.
  func writeClaims() {
    guard !claims.isEmpty else { return }
    let sources = ClaimSources(claims.map { words($0.source) })
    let header = [words("claims"), words("published"), words("here"), ""]
    let rows = claims.enumerated().map { index, claim in
      [
        words(claim.statement) + sources.mark(ofClaim: index) + "\n" + gate(of: claim),
        words(claim.published), words(claim.measured), mark(of: claim.verdict),
      ]
    }
    let table = Table(
      header: header, rows: rows, alignments: Array(repeating: .left, count: header.count))
    print()
    for line in table.lines(width: page.width - 2) {
      print(" " + (line.isHeader ? page.styled(line.text, .heading) : coloured(line.text)))
    }
    writeSources(sources)
  }

  /// The gate, or why there is none.
  private func gate(of claim: Claim) -> String {
    if case .ungated(let reason) = claim.verdict { return "  - " + words(reason) }
    return "  " + words("gate: \(claim.gate)")
  }

  private func mark(of verdict: Claim.Verdict) -> String {
    switch verdict {
    case .passed: words("ok")
    case .failed: words("FAILED")
    case .ungated: "-"
    }
  }

  /// Colours the mark at the end of a line, if there is one.
  private func coloured(_ line: String) -> String {
    for (mark, emphasis) in [(words("ok"), Emphasis.good), (words("FAILED"), .bad)]
    where line.hasSuffix(" " + mark) {
      return line.dropLast(mark.count) + page.styled(mark, emphasis)
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

  /// ` [2]` behind the statement of a claim.
  func mark(ofClaim index: Int) -> String {
    numbers[index].map { " [\($0)]" } ?? ""
  }
}
