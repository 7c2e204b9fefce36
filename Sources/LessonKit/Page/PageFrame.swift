/// What is around every page of the course: head, header, contents at the side, main, footer.
///
///     let frame = PageFrame(title: "The perceptron", main: "<h2 id=\"rule\">The rule</h2>...")
///     frame.contents = [.init("The rule", link: "#rule")]
///     try PageFile(path).write(frame.document)
///
/// The page is whole in itself: one style sheet inside, no request to anywhere. It follows the
/// reader's system in light and dark, and three buttons without a script choose otherwise. It is
/// well-formed XML.
package struct PageFrame {
  /// A line of the contents at the side.
  package struct Entry {
    let title: String
    let link: String
    /// 1 for a chapter or a section, 2 for what lies in it.
    let level: Int
    let isCurrent: Bool

    /// A line; `link` is an address such as `#rule` or `02-perceptron.html`.
    package init(_ title: String, link: String, level: Int = 1, isCurrent: Bool = false) {
      self.title = title
      self.link = link
      self.level = level
      self.isCurrent = isCurrent
    }
  }

  /// The title of the window, in words.
  package var title: String
  /// One sentence for search engines and previews, in words.
  package var summary = ""
  /// The code of the language that the page is written in.
  package var language = "en"
  /// HTML beside the buttons at the top: where one is, a search field.
  package var header = ""
  /// The contents at the side; empty for a page without.
  package var contents: [Entry] = []
  /// What stands above the contents, in words.
  package var contentsTitle = "On this page"
  /// The page itself, in HTML: `h1` first, then `h2`.
  package var main: String
  /// HTML at the bottom.
  package var footer = ""
  /// Rules for this page, behind those of all pages; without `<` and `&`.
  package var style = ""
  /// A script at the end, without `<` and `&`; the page has to be readable without it.
  package var script = ""
  /// The buttons' words, for a page in another language.
  package var words = Words()

  /// What the frame itself says.
  package struct Words {
    let skip: String
    let appearance: String
    let automatic: String
    let light: String
    let dark: String

    package init(
      skip: String = "To the text", appearance: String = "Appearance", automatic: String = "auto",
      light: String = "light", dark: String = "dark"
    ) {
      self.skip = skip
      self.appearance = appearance
      self.automatic = automatic
      self.light = light
      self.dark = dark
    }
  }

  package init(title: String, main: String) {
    self.title = title
    self.main = main
  }

  /// By this a file is known as one of the course's pages, which a later run may write over.
  package static let mark = "<meta name=\"generator\" content=\"Neuron to Diffusion\"/>"

  /// The whole file.
  package var document: String {
    let text = HTML.escaped
    let description =
      summary.isEmpty ? "" : "<meta name=\"description\" content=\"\(text(summary))\"/>\n"
    return """
      <!DOCTYPE html>
      <html lang="\(text(language))" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      \(Self.mark)
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      \(description)<title>\(text(title))</title>
      <style>
      \(PageStyle.sheet)
      \(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">\(text(words.skip))</a>
      <header class="top">
      <div class="where">\(header)</div>
      \(switches)
      </header>
      <div class="\(contents.isEmpty ? "columns single" : "columns")">
      \(side)<main id="main" tabindex="-1">
      \(main)
      </main>
      </div>
      <footer class="bottom">\(footer)</footer>
      \(script.isEmpty ? "" : "<script>\n\(script)\n</script>\n")</body>
      </html>

      """
  }

  private var switches: String {
    let choices = [
      ("auto", words.automatic), ("light", words.light), ("dark", words.dark),
    ]
    let buttons = choices.map { name, word in
      let checked = name == "auto" ? " checked=\"checked\"" : ""
      return
        "<label><input type=\"radio\" name=\"appearance\" id=\"appearance-\(name)\"\(checked)/>"
        + "<span>\(HTML.escaped(word))</span></label>"
    }
    return "<fieldset class=\"appearance\"><legend>\(HTML.escaped(words.appearance))</legend>"
      + buttons.joined() + "</fieldset>"
  }

  private var side: String {
    guard !contents.isEmpty else { return "" }
    let lines = contents.map { entry in
      let current = entry.isCurrent ? " aria-current=\"page\"" : ""
      return "<li class=\"level\(entry.level)\"><a href=\"\(HTML.escaped(entry.link))\"\(current)>"
        + "\(HTML.escaped(entry.title))</a></li>"
    }
    let title = HTML.escaped(contentsTitle)
    return """
      <nav class="side" aria-label="\(title)">
      <details open="open"><summary>\(title)</summary>
      <ol>
      \(lines.joined(separator: "\n"))
      </ol>
      </details>
      </nav>

      """
  }
}
