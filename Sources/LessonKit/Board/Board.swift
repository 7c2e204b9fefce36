import Foundation

/// The board of the class room: a lesson writes on it, and it knows whether it hangs in a
/// terminal, in a file, in a folder of SVG figures or is read by a program.
///
/// A lesson is a handful of sections. Each says an idea in plain words, shows the formula, runs
/// an experiment and draws what came out:
///
///     board.section("Two flowers")
///     board.say("""
///       A perceptron draws one straight line. Show it a flower: if it answers wrongly, \
///       move the line a little towards the right answer.
///       """)
///     board.formula("w <- w + eta (y - y^) x")
///
///     let mistakes = board.progress("training", total: epochs) { tick in
///       (0..<epochs).map { _ in
///         defer { tick() }
///         return neuron.epoch(x, y)
///       }
///     }
///
///     board.table(["epoch", "mistakes"], mistakes.enumerated().map { ["\($0 + 1)", "\($1)"] })
///     board.draw(Figure("Mistakes in each epoch", x: "epoch", y: "mistakes") {
///       Lines(x: 1...epochs, y: mistakes)
///     })
///
/// What the lesson re-measures of a publication is a **claim**. All claims stand in the table
/// that closes the lesson, and `--json` writes them for a program:
///
///     board.claim(
///       "errors-per-epoch", "mistakes in each epoch on Iris",
///       source: "Raschka, Python Machine Learning (2015), ch. 2",
///       published: "2, 2, 3, 2, 1, 0", measured: mistakes.list, gate: "the same",
///       holds: mistakes == [2, 2, 3, 2, 1, 0])
///
/// A claim whose gate needs the long run says why with `notQuick:`; one without a gate does with
/// ``ungatedClaim(_:_:source:published:measured:reason:)``.
///
/// A ``Figure`` is drawn once and appears in the terminal and, with `--figures DIR`, as SVG. On
/// its axes lie ``Points``, ``Lines``, ``Region``, ``Contours``, ``Histogram``; alone stand
/// ``HeatMap``, ``ImageGrid``, ``Bars``, ``SpikeRaster``, ``Graph``; ``Panel``s go side by side:
///
///     board.draw(Figure("Before and after", name: "before-and-after") {
///       Panel("before", x: "x", y: "y") { Points(start, group: labels, names: ["no", "yes"]) }
///       Panel("after", x: "x", y: "y") {
///         Region(batch: { network.classes(of: Tensor($0)) })
///         Points(end, group: labels)
///       }
///     })
///
/// Give a figure that a chapter shows a `name`, so that its file keeps its name when the title
/// changes. Compute long expressions before the braces; the compiler thanks for it.
///
/// Every text is a ``Text``, so numbers are written with a format and never through `String`:
///
///     "\(error, decimals: 2)"  "\(accuracy, percent: 1)"  "\(mistakes)"  "\(60000, grouped: true)"
///
/// The learner's wishes: ``seed`` begins every random generator, ``isQuick`` asks for a run of
/// seconds, and ``options`` holds the options that the lesson's card declares.
///
/// The board prints the title before and the claims and "your turn" after the lesson by itself.
/// A lesson never prints on its own, and never chooses colours or widths.
public final class Board {
  /// The lesson's card.
  public let card: LessonCard
  /// What the learner asked for, with the options that the card declares.
  public let options: Options

  var page: Page
  let phrasebook: Phrasebook
  var claims: [Claim] = []
  var figureNames: Set<String> = []
  var progressBars: [Progress] = []
  /// The first figure that could not be written.
  var figureTrouble: FigureError?
  /// Why the page of `--page` could not be written.
  var pageTrouble: PageError?
  /// Whether the claims and the end are being written: they are shown whatever section was chosen.
  var isClosing = false
  /// With `--step`: the lines since the reader last said to go on.
  private var linesOnScreen = 0
  /// With `--step`: whether the reader wants to see no more of this section.
  private var isSkipping = false
  /// With `--page FILE`: what is written into it.
  private(set) var sheet: PageSheet?
  /// How many figures were written into the folder of `--figures`.
  var figuresWritten = 0
  /// The section that is being taught, from 1; 0 before the first.
  private(set) var sections = 0
  private let start = DispatchTime.now()

  /// Where the random numbers of this run begin.
  public var seed: UInt64 { options.seed }

  /// Whether the learner asked for short runs.
  public var isQuick: Bool { options.isQuick }

  /// Seconds since the lesson began.
  public var seconds: Double {
    Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
  }

  init(card: LessonCard, options: Options, page: Page, phrasebook: Phrasebook = .english) {
    self.card = card
    self.options = options
    self.page = page
    self.phrasebook = phrasebook
    if options.page != nil { sheet = PageSheet(phrasebook) }
  }

  // MARK: - Writing

  /// Begins a section with a numbered heading; with `--step` waits for the reader first.
  ///
  /// With `--section N` nothing is shown before section N. What comes before is computed all the
  /// same, as a later section may need it, so all numbers and claims are those of a whole run.
  public func section(_ title: Text) {
    if sections > 0, !isBeforeChosenSection { waitForReturn() }
    sections += 1
    print()
    let number = "\(sections)".rightAligned(in: 2)
    let lines = Wrapping.lines(words(title), width: textWidth)
    print(page.styled("\(number)  \(lines.first ?? "")", .heading))
    for line in lines.dropFirst() { print(Self.margin + page.styled(line, .heading)) }
    onSheet { $0.section(sections, title) }
  }

  /// Writes paragraphs, wrapped to the page; an empty line in the text parts two of them.
  public func say(_ text: Text) {
    write(Wrapping.lines(words(text), width: textWidth))
    print()
    onSheet { $0.paragraphs(text) }
  }

  /// Writes formulas, one a line, further to the right; a page of `--page` shows them as MathML.
  ///
  /// They are written in the course's notation (docs/en/notation.md). Lines that are none go to
  /// ``listing(_:)``. A line that is wider than the page continues on the next, from an operator
  /// on.
  public func formula(_ text: Text) {
    writeLines(text)
    onSheet { $0.formula(text) }
  }

  /// Writes lines as they are, further to the right: a drawing of signs, code, what a network
  /// wrote.
  public func listing(_ text: Text) {
    writeLines(text)
    onSheet { $0.listing(text) }
  }

  private func writeLines(_ text: Text) {
    let text = text.renderedAsCode(in: phrasebook)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      for part in Wrapping.formula(String(line), width: page.width - Self.indent - 5) {
        print(part.isEmpty ? "" : Self.margin + "    " + part)
      }
    }
    print()
  }

  /// Writes a remark that one may skip.
  public func note(_ text: Text) {
    let lines = Wrapping.lines(words(text), width: textWidth - 2)
    for (index, line) in lines.enumerated() {
      print(Self.margin + page.styled((index == 0 ? "* " : "  ") + line, .faint))
    }
    print()
    onSheet { $0.note(text) }
  }

  /// Writes a table: `board.table(["epoch", "mistakes"], rows)`.
  ///
  /// Columns of numbers stand right, words left. A table too wide for the page wraps its widest
  /// columns.
  /// - Parameters:
  ///   - header: the columns' names; empty for a table without.
  ///   - rows: the rows, each with a cell a column.
  ///   - title: a line above.
  public func table(_ header: [Text], _ rows: [[Text]], title: Text? = nil) {
    if let title { write(Wrapping.lines(words(title), width: textWidth)) }
    let table = Table(header: header.map(words), rows: rows.map { $0.map(words) })
    for line in table.lines(width: textWidth - 2) {
      print(Self.margin + "  " + (line.isHeader ? page.styled(line.text, .faint) : line.text))
    }
    print()
    onSheet { $0.table(table, title: title) }
  }

  /// Runs something that may take long, with a bar that says how far it is.
  ///
  ///     try board.progress("training", total: epochs) { tick in
  ///       for epoch in 1...epochs {
  ///         let loss = network.epoch(...)
  ///         tick(note: "loss \(loss, decimals: 3)")
  ///       }
  ///     }
  ///
  /// The bar is seen after a second, on a terminal only, and is removed at the end.
  /// - Parameters:
  ///   - name: what is going on.
  ///   - total: how many ticks there will be; 0 when nobody knows.
  ///   - unit: what one tick is.
  ///   - body: the work; it is given the bar and ticks.
  /// - Returns: what `body` returns.
  public func progress<Result>(
    _ name: Text, total: Int, unit: Text = "steps", _ body: (Progress) throws -> Result
  ) rethrows -> Result {
    let bar = Progress(
      name: name, unit: unit, total: total, page: page,
      words: { [phrasebook] in $0.rendered(in: phrasebook) },
      elapsed: { [unowned self] in seconds })
    progressBars.append(bar)
    defer {
      bar.clear()
      progressBars.removeAll { $0 === bar }
    }
    return try body(bar)
  }

  // MARK: - The page

  static let indent = 4
  static let margin = "    "

  /// The columns of a paragraph: a little air remains to the right.
  var textWidth: Int { page.width - Self.indent - 2 }

  /// The text in the learner's language.
  func words(_ text: Text) -> String { text.rendered(in: phrasebook) }

  func write(_ lines: [String]) {
    for line in lines { print(line.isEmpty ? "" : Self.margin + line) }
  }

  /// Writes one line, unless only claims are wanted.
  func print(_ line: String = "") {
    guard !options.isJSON, !isBeforeChosenSection else { return }
    for bar in progressBars { bar.clear() }
    if let height = page.height, options.isStepping {
      if isSkipping { return }
      if linesOnScreen >= max(1, height - 1) { pause() }
      if isSkipping { return }
      linesOnScreen += 1
    }
    page.write(line + "\n")
  }

  /// Writes on the page of `--page`, if there is one and this section is to be shown.
  func onSheet(_ write: (inout PageSheet) -> Void) {
    guard sheet != nil, !isBeforeChosenSection else { return }
    write(&sheet!)
  }

  /// Waits until the reader has read what is on the screen.
  private func pause() {
    for bar in progressBars { bar.clear() }
    page.writeError(Self.margin + words("space: more   Return: next section   q: end"))
    let key = page.readKey()
    page.writeError("\r\u{1B}[K")
    linesOnScreen = 0
    switch key {
    case .more: break
    case .section: isSkipping = !isClosing
    case .end: exit(ExitStatus.success)
    }
  }

  /// Shows everything again, beginning on a new screen: a section begins, or the lesson's end.
  func resume() {
    guard options.isStepping, !options.isJSON, page.height != nil else { return }
    if !isSkipping, linesOnScreen > 0 { pause() }
    isSkipping = false
  }

  /// Whether what is drawn now is seen.
  var isShowing: Bool { !options.isJSON && !isBeforeChosenSection }

  /// Whether the learner asked to begin at a later section.
  private var isBeforeChosenSection: Bool {
    !isClosing && sections > 0 && sections < options.section
  }

  private func waitForReturn() {
    guard options.isStepping, !options.isJSON else { return }
    if page.height != nil { return resume() }
    if page.isInputTerminal { page.writeError(Self.margin + words("Return goes on") + " ") }
    _ = page.readReturn()
  }
}
