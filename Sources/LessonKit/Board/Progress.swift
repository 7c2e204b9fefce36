/// A bar that grows while something takes long: done, rate, time left.
///
/// It appears after one second, on a terminal only, and is gone when the work is done.
public final class Progress {
  private let name: String
  private let total: Int
  private let unit: String
  private let page: Page
  private let words: (Text) -> String
  private let elapsed: () -> Double
  private let start: Double
  private var done = 0
  private var note = ""
  private var lastDrawn = -Double.infinity
  private(set) var isVisible = false

  static let patience = 1.0
  static let pause = 0.1

  init(
    name: Text, unit: Text, total: Int, page: Page,
    words: @escaping (Text) -> String = \.english, elapsed: @escaping () -> Double
  ) {
    self.name = words(name)
    self.unit = words(unit)
    self.words = words
    self.total = total
    self.page = page
    self.elapsed = elapsed
    start = elapsed()
  }

  /// Counts `steps` more; the note, if there is one, stands behind the bar: `"loss 0.31"`.
  public func callAsFunction(_ steps: Int = 1, note: @autoclosure () -> Text? = nil) {
    done += steps
    guard page.showsProgress else { return }
    let now = elapsed()
    guard now - start >= Self.patience, now - lastDrawn >= Self.pause else { return }
    if let text = note() { self.note = words(text) }
    lastDrawn = now
    isVisible = true
    page.writeError("\r" + line(after: now - start) + "\u{1B}[K")
  }

  /// Takes the bar away.
  func clear() {
    guard isVisible else { return }
    isVisible = false
    page.writeError("\r\u{1B}[K")
  }

  /// The bar's line, never as wide as the page, so that it never wraps.
  func line(after seconds: Double) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var facts = ""
    if total > 0 {
      facts += " \(min(100, 100 * done / total)) %"
      if rate > 0, done < total {
        facts += "  " + words("\(Self.duration(Double(total - done) / rate)) left")
      }
    } else {
      facts += " \(done)"
    }
    facts += "  " + words("\(rate, significant: 3)") + " \(unit)/s"
    if !note.isEmpty { facts += "  " + note }
    let width = page.width - 1
    let title = "    " + name.truncated(to: 24) + "  "
    let space = min(24, width - title.displayWidth - facts.displayWidth)
    let bar = total > 0 && space >= 6 ? self.bar(width: space) : ""
    return (title + bar + facts).truncated(to: width)
  }

  private func bar(width: Int) -> String {
    let filled = min(width, width * done / total)
    let (full, empty) = page.isRich ? ("━", "─") : ("#", ".")
    return String(repeating: full, count: filled) + String(repeating: empty, count: width - filled)
  }

  /// `12 s`, `3 min 20 s`.
  static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 360_000).rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
