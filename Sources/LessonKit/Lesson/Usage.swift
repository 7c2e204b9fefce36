/// What a lesson says about its options.
struct Usage {
  let card: LessonCard
  let phrasebook: Phrasebook

  /// One line with every option.
  var line: String {
    let common = commonOptions.map { Self.bracketed($0.rawValue, $0.placeholder) }
    let own = card.options.map { Self.bracketed($0.name, $0.placeholder) }
    let words: Text = "usage: \(command) \((common + own).joined(separator: " "))"
    return words.rendered(in: phrasebook)
  }

  /// The answer to `--help`.
  func help(width: Int) -> String {
    var lines = [
      "\(card.name)  \(card.title.rendered(in: phrasebook))"
        + (card.years.isEmpty ? "" : " (\(card.years))"),
      "",
    ]
    lines += Wrapping.lines(card.summary.rendered(in: phrasebook), width: width)
    let usage: Text = "usage: \(command) [options]"
    lines += ["", usage.rendered(in: phrasebook), ""]
    let common = commonOptions.map { ($0.rawValue, $0.placeholder, $0.help) }
    let own = card.options.map { ($0.name, $0.placeholder, $0.helpWithDefault) }
    lines += columns(
      (common + own).map { ("--\($0.0)" + ($0.1.isEmpty ? "" : " \($0.1)"), $0.2) }, width: width)
    if !card.settings.isEmpty {
      let title: Text = "settings, with range and default, for --set NAME=VALUE:"
      lines += ["", title.rendered(in: phrasebook), ""]
      lines += columns(card.settings.map { ($0.name, $0.helpWithRange) }, width: width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var command: String {
    "swift run \(card.name)" + (card.arguments.isEmpty ? "" : " \(card.arguments)")
  }

  private var commonOptions: [CommonOption] {
    CommonOption.allCases.filter { !card.withoutOptions.contains($0) }
  }

  private func columns(_ rows: [(name: String, help: Text)], width: Int) -> [String] {
    let column = (rows.map(\.name.displayWidth).max() ?? 0) + 4
    let indent = String(repeating: " ", count: column)
    return rows.flatMap { row in
      let help = Wrapping.lines(row.help.rendered(in: phrasebook), width: width - column)
      let first = "  \(row.name)".padded(to: column) + (help.first ?? "")
      return [first] + help.dropFirst().map { indent + $0 }
    }
  }

  private static func bracketed(_ name: String, _ placeholder: String) -> String {
    placeholder.isEmpty ? "[--\(name)]" : "[--\(name) \(placeholder)]"
  }
}

extension LessonOption {
  /// The help with the default behind it.
  var helpWithDefault: Text {
    switch kind {
    case .flag, .text(nil): help
    case .text(let value?): "\(help) (\(value))"
    case .integer(let value, _): "\(help) (\(value))"
    case .number(let value, _): "\(help) (\(value))"
    }
  }
}
