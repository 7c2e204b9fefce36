/// The style sheet of every picture: one set of colours for light, one for dark surroundings.
enum SVGStyle {
  static var sheet: String {
    let light = rules(
      paper: "#ffffff", ink: "#1f2328", muted: "#59636e", grid: "#e3e8ed", hue: \.light)
    let dark = rules(
      paper: "#0d1117", ink: "#e6edf3", muted: "#9aa4af", grid: "#262d36", hue: \.dark)
    return """
      text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 13px }
      .title { font-size: 16px; font-weight: 600 }
      .small { font-size: 11px }
      .number { font-size: 12px }
      .node { stroke-width: 1.6 }
      .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
      .dashed { stroke-dasharray: 7 5; stroke-linecap: butt }
      .dotted { stroke-dasharray: 0.1 5 }
      .thin { fill: none; stroke-width: 1; stroke-linejoin: round }
      .faint { fill: none; stroke-width: 1; opacity: 0.35 }
      .mark { fill: none; stroke-width: 1.8; stroke-linecap: round }
      .area { opacity: 0.18 }
      .solid { opacity: 0.85 }
      .halo { stroke-width: 4; stroke-linejoin: round; paint-order: stroke }
      \(light.joined(separator: "\n"))
      @media (prefers-color-scheme: dark) {
      \(dark.map { "  " + $0 }.joined(separator: "\n"))
      }
      """
  }

  private static func rules(
    paper: String, ink: String, muted: String, grid: String, hue: (Palette.Hue) -> String
  ) -> [String] {
    [
      "text { fill: \(ink) }", ".muted { fill: \(muted) }", ".paper { fill: \(paper) }",
      ".ink { fill: \(ink) }", ".axis { fill: none; stroke: \(muted) }",
      ".grid { fill: none; stroke: \(grid) }", ".halo { stroke: \(paper) }",
      ".node { fill: \(paper) }",
    ]
      + Palette.hues.enumerated().map { index, colours in
        ".s\(index) { stroke: \(hue(colours)) } .f\(index) { fill: \(hue(colours)) }"
      }
  }
}
