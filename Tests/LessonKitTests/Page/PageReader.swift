import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a page, or a piece of one, as XML: what is not well-formed throws.
final class PageReader: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var ids: [String] = []
  private(set) var links: [String] = []
  /// The elements in their order, with their attributes.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private var hidden = 0
  /// How many elements are open.
  private var depth = 0

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  init(_ html: String) throws {
    super.init()
    let isWhole = html.hasPrefix("<!DOCTYPE")
    let parser = XMLParser(data: Data((isWhole ? html : "<div>\(html)</div>").utf8))
    parser.delegate = self
    // A page that ends early is no error for the parser of every system: an element is left open.
    guard parser.parse(), parser.parserError == nil, depth == 0 else {
      let trouble = parser.parserError.map { "\($0)" } ?? "\(depth) elements are not closed"
      throw Malformed(description: "line \(parser.lineNumber): \(trouble)")
    }
  }

  /// The words as a reader finds them, with one space wherever there is any white space.
  var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    elements.append((name, attributes))
    if let id = attributes["id"] { ids.append(id) }
    if let link = attributes["href"] { links.append(link) }
    if ["style", "script"].contains(name) { hidden += 1 }
    if !["mi", "mo", "mn", "span"].contains(name) { text += " " }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    depth -= 1
    if ["style", "script"].contains(name) { hidden -= 1 }
    if !["mi", "mo", "mn", "span"].contains(name) { text += " " }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if hidden == 0 { text += string }
  }
}
