/// What a lesson has written so far, as the main part of a page.
struct PageSheet {
  private let phrasebook: Phrasebook
  private var pieces: [String] = []
  private var entries: [PageFrame.Entry] = []
  private var ids: Set<String> = ["main"]
  private var figures = 0
  /// The rules that move the films.
  private var rules: [String] = []
  private var links: PageLinks?

  init(_ phrasebook: Phrasebook) { self.phrasebook = phrasebook }

  private func words(_ text: Text) -> String { text.rendered(in: phrasebook) }
  private func escaped(_ text: Text) -> String { HTML.escaped(words(text)) }
  private mutating func add(_ html: String) { if !html.isEmpty { pieces.append(html) } }

  /// An id that nothing on the page has yet.
  private mutating func unused(_ name: String) -> String {
    var id = name
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(name)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: - The pieces

  /// The title and what the lesson is about.
  mutating func open(_ card: LessonCard, kind: Text, beside path: String) {
    links = PageLinks(card, phrasebook.language, beside: path)
    add(
      "<h1><span class=\"kind\">\(escaped(kind))</span> \(escaped(card.title))"
        + (card.years.isEmpty ? "" : " <span class=\"years\">\(HTML.escaped(card.years))</span>")
        + "</h1>")
    if !card.people.isEmpty { add("<p class=\"people muted\">\(escaped(card.people))</p>") }
    paragraphs(card.summary)
    let places = [("the chapter" as Text, links?.chapter), ("the code", links?.code)]
      .compactMap { name, link in
        link.map { "<a href=\"\(HTML.escaped($0))\">\(escaped(name))</a>" }
      }
    if !places.isEmpty { add("<p class=\"links\">\(places.joined(separator: " · "))</p>") }
  }

  mutating func section(_ number: Int, _ title: Text) {
    let id = unused("section-\(number)")
    entries.append(.init("\(number)  \(words(title))", link: "#\(id)"))
    add("<h2 id=\"\(id)\"><span class=\"count\">\(number)</span> \(escaped(title))</h2>")
  }

  /// A heading of the end: what it cost.
  mutating func closing(_ title: Text) {
    let id = unused(HTML.slug(title.english))
    entries.append(.init(words(title), link: "#\(id)"))
    add("<h2 id=\"\(id)\">\(escaped(title))</h2>")
  }

  mutating func paragraphs(_ text: Text) {
    for paragraph in Wrapping.paragraphs(words(text)) {
      let line = Wrapping.words(of: paragraph).joined(separator: " ")
      add("<p>\(HTML.escaped(line))</p>")
    }
  }

  mutating func note(_ text: Text) {
    let line = Wrapping.words(of: words(text)).joined(separator: " ")
    add("<p class=\"note\">\(HTML.escaped(line))</p>")
  }

  mutating func formula(_ text: Text) {
    guard let formula = Formula(text.renderedAsCode(in: phrasebook)) else { return listing(text) }
    add(formula.html)
  }

  mutating func listing(_ text: Text) {
    add("<pre>\(HTML.escaped(text.renderedAsCode(in: phrasebook)))</pre>")
  }

  mutating func table(_ table: Table, title: Text?) {
    add(PageTable(table).html(title: title.map(words)))
  }

  /// A figure: its panels side by side as far as there is room, the words around them as words.
  mutating func picture(_ figure: Figure, _ phrasebook: Phrasebook) {
    let panels = SVGFigure(figure, phrasebook: phrasebook).panels
    add(frame(panels, title: figure.title, caption: figure.caption, style: "", player: ""))
  }

  /// A film: the panels move by themselves, or are moved by the player where scripts run.
  mutating func film(_ film: Film, _ phrasebook: Phrasebook) {
    let labels = film.frames.map { words($0.label) }
    let (panels, style) = SVGFilm(film, phrasebook: phrasebook).panels
    for rule in style.split(separator: "\n").map(String.init) where !rules.contains(rule) {
      rules.append(rule)
    }
    let list = "[" + labels.map(JSONObject.quoted).joined(separator: ",") + "]"
    let name = escaped(film.title)
    let player = """
      <div class="player" hidden="hidden" data-labels="\(HTML.escaped(list))"><button type="button" data-play="\(escaped("play"))" \
      data-pause="\(escaped("pause"))" aria-label="\(escaped("play")): \(name)">\(escaped("play"))</button>\
      <input type="range" min="0" max="\(labels.count - 1)" value="\(labels.count - 1)" \
      aria-label="\(name)" aria-valuetext="\(HTML.escaped(labels.last ?? ""))"/></div>
      <noscript><p class="pausing"><label><input type="checkbox"/> \(escaped("pause"))</label></p></noscript>
      """
    add(frame(panels, title: film.title, caption: film.caption, style: " film", player: player))
  }

  private mutating func frame(
    _ panels: [String], title: Text, caption: Text?, style: String, player: String
  ) -> String {
    figures += 1
    let id = unused("figure-\(figures)")
    let rows = panels.map { "<div class=\"panel\">\($0)</div>" }.joined(separator: "\n")
    let sentence = caption.map { " \(escaped($0))" } ?? ""
    return """
      <figure id="\(id)" class="figure\(style)">
      <div class="panels">
      \(rows)
      </div>
      \(player.isEmpty ? "" : player + "\n")<figcaption><strong>\(escaped(title))</strong>\(sentence)</figcaption>
      </figure>
      """
  }

  // MARK: - The end

  /// The claims with their marks, figures and gates, and the sources.
  mutating func claims(_ claims: [Claim]) {
    guard !claims.isEmpty else { return }
    closing("claims")
    let sources = ClaimSources(claims.map { words($0.source) })
    add(ClaimSheet(claims, sources: sources, words: words).html)
    guard !sources.names.isEmpty else { return }
    add("<h3 id=\"\(unused("sources"))\">\(escaped("sources"))</h3>")
    let lines = sources.names.enumerated().map { index, name in
      "<li id=\"\(unused("source-\(index + 1)"))\">[\(index + 1)] \(HTML.escaped(name))</li>"
    }
    add("<ul class=\"sources\">\(lines.joined(separator: "\n"))</ul>")
  }

  /// What the learner does now.
  mutating func yourTurn(_ card: LessonCard, turn: [String], next: String?) {
    guard !turn.isEmpty || next != nil else { return }
    closing("your turn")
    let lines = turn.map { part in
      let words = "<code>\(HTML.escaped(part))</code>"
      if part.hasSuffix(card.chapter), let link = links?.chapter {
        return "<li><a href=\"\(HTML.escaped(link))\">\(words)</a></li>"
      }
      return part.contains(" ") && part.first?.isLetter == true
        ? "<li>\(words)</li>" : "<li>\(HTML.escaped(part))</li>"
    }
    if !lines.isEmpty { add("<ul>\(lines.joined())</ul>") }
    if let next { add("<p>\(escaped("next")): <code>\(HTML.escaped(next))</code></p>") }
  }

  /// The whole file.
  func document(of card: LessonCard, origin: Text, _ language: String) -> String {
    var frame = PageFrame(
      title: "\(card.name): \(words(card.title))", main: pieces.joined(separator: "\n"))
    frame.summary = words(card.summary)
    frame.language = language
    frame.header = "<strong>\(HTML.escaped(card.name))</strong>"
    frame.contentsTitle = words("On this page")
    frame.contents = entries
    frame.words = .init(
      skip: words("To the text"), appearance: words("Appearance"), automatic: words("auto"),
      light: words("light"), dark: words("dark"))
    frame.footer = "<p>\(escaped(origin))</p>"
    if !rules.isEmpty {
      frame.style = rules.joined(separator: "\n") + "\n"
      frame.script = FilmPlayer.script
    }
    return frame.document
  }
}
