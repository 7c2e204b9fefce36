/// The style sheet of every picture: one set of colours for light, one for dark surroundings.
enum SVGStyle {
  /// What a picture in a file of its own carries.
  static var sheet: String {
    let light = colours(
      paper: "#ffffff", ink: "#1f2328", muted: "#59636e", grid: "#e3e8ed",
      hues: Palette.hues.map(\.light))
    let dark = colours(
      paper: "#0d1117", ink: "#e6edf3", muted: "#9aa4af", grid: "#262d36",
      hues: Palette.hues.map(\.dark))
    return """
      \(forms.joined(separator: "\n"))
      \(light.map { $0.joined(separator: " ") }.joined(separator: "\n"))
      @media (prefers-color-scheme: dark) {
      \(dark.map { "  " + $0.joined(separator: " ") }.joined(separator: "\n"))
      }
      """
  }

  /// The same for pictures on a page, whose style sheet is one for all of them: every rule holds
  /// only within `selector`, and the colours are the page's variables.
  static func rules(within selector: String) -> String {
    let colours = colours(
      paper: "var(--paper)", ink: "var(--ink)", muted: "var(--muted)", grid: "var(--grid)",
      hues: Palette.hues.indices.map { "var(--h\($0))" })
    return (forms + colours.flatMap { $0 }).map { "\(selector) \($0)" }.joined(separator: "\n")
  }

  private static let forms = [
    #"text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 13px }"#,
    ".title { font-size: 16px; font-weight: 600 }",
    ".small { font-size: 11px }",
    ".number { font-size: 12px }",
    ".node { stroke-width: 1.6 }",
    ".line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }",
    ".dashed { stroke-dasharray: 7 5; stroke-linecap: butt }",
    ".dotted { stroke-dasharray: 0.1 5 }",
    ".thin { fill: none; stroke-width: 1; stroke-linejoin: round }",
    ".faint { fill: none; stroke-width: 1; opacity: 0.35 }",
    ".mark { fill: none; stroke-width: 1.8; stroke-linecap: round }",
    ".area { opacity: 0.18 }",
    ".solid { opacity: 0.85 }",
    ".halo { stroke-width: 4; stroke-linejoin: round; paint-order: stroke }",
  ]

  /// The rules for colours, those that share a line together.
  private static func colours(
    paper: String, ink: String, muted: String, grid: String, hues: [String]
  ) -> [[String]] {
    [
      "text { fill: \(ink) }", ".muted { fill: \(muted) }", ".paper { fill: \(paper) }",
      ".ink { fill: \(ink) }", ".axis { fill: none; stroke: \(muted) }",
      ".grid { fill: none; stroke: \(grid) }", ".halo { stroke: \(paper) }",
      ".node { fill: \(paper) }",
    ].map { [$0] }
      + hues.enumerated().map { index, hue in
        [".s\(index) { stroke: \(hue) }", ".f\(index) { fill: \(hue) }"]
      }
  }
}
