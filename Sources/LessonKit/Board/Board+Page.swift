import Foundation

extension Board {
  /// With `--page FILE`: writes the file, and says so.
  func writePage() {
    guard let path = options.page else { return }
    onSheet { $0.yourTurn(card, turn: yourTurn, next: next) }
    guard let sheet else { return }
    do {
      try PageFile(path).write(sheet.document(of: card, origin: origin, phrasebook.language))
      print()
      print(" " + page.styled(words("page"), .heading) + "   " + words("written to \(path)"))
    } catch {
      pageTrouble = error
    }
  }

  /// What the run was, so that anybody can have it again.
  private var origin: Text {
    let name = card.name
    let seed = "\(options.seed)"
    let settings = options.settings.keys.sorted()
    if !settings.isEmpty {
      return
        "A run of \(name) with seed \(seed) and changed settings: \(settings.joined(separator: ", "))."
    }
    return isQuick
      ? "A quick run of \(name) with seed \(seed)." : "A run of \(name) with seed \(seed)."
  }
}
