/// The one style sheet of all pages.
///
/// Colours are variables, in a light and a dark set. The dark set holds where the system asks for
/// it, and either set where its button was pressed. Text has a contrast of at least 4.5 to 1 on its
/// ground in both (WCAG 2.2, AA).
package enum PageStyle {
  /// The sheet; without `<` and `&`, so that XML has nothing to object.
  package static var sheet: String {
    """
    :root {
    \(variables(\.light))
    color-scheme: light dark }
    @media (prefers-color-scheme: dark) { :root {
    \(variables(\.dark))
    } }
    :root:has(#appearance-light:checked) {
    \(variables(\.light))
    color-scheme: light }
    :root:has(#appearance-dark:checked) {
    \(variables(\.dark))
    color-scheme: dark }
    @supports not selector(:has(a)) { .appearance { display: none } }
    \(layout)
    \(text)
    \(pieces)
    \(SVGStyle.rules(within: ".picture"))
    \(narrow)
    \(print)
    """
  }

  /// The colours of both sets, by the names of the variables.
  static let colours: [(name: String, light: String, dark: String)] =
    [
      ("paper", "#ffffff", "#0d1117"), ("raised", "#f4f6f8", "#161b22"),
      ("ink", "#1f2328", "#e6edf3"), ("muted", "#59636e", "#9aa4af"),
      ("grid", "#e3e8ed", "#262d36"), ("rule", "#d0d7de", "#30363d"),
      ("link", "#0058a8", "#6cb6ff"), ("good", "#116329", "#56d364"),
      ("bad", "#b3261e", "#ff8f86"),
    ] + Palette.hues.enumerated().map { ("h\($0)", $1.light, $1.dark) }

  private static func variables(
    _ set: KeyPath<(name: String, light: String, dark: String), String>
  ) -> String {
    colours.map { "--\($0.name): \($0[keyPath: set]);" }.joined(separator: " ")
  }

  private static let layout = """
    *, ::before, ::after { box-sizing: border-box }
    html { font-size: 100%; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
    body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; font-family: system-ui, \
    -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word }
    .skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper) }
    .skip:focus { left: 0; z-index: 2 }
    .top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; \
    padding: .5rem clamp(1rem, 3vw, 2rem); border-bottom: 1px solid var(--rule); font-size: .9rem }
    .appearance { border: 0; margin: 0; padding: 0; display: flex; gap: .25rem }
    .appearance legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .appearance input { position: absolute; opacity: 0 }
    .appearance span { display: block; padding: .25rem .6rem; border: 1px solid transparent; border-radius: 6px; \
    color: var(--muted); cursor: pointer }
    .appearance :checked + span { color: var(--ink); border-color: var(--rule); background: var(--raised) }
    :focus-visible, .appearance :focus-visible + span { outline: 2px solid var(--link); outline-offset: 2px }
    main:focus { outline: none }
    .columns { display: grid; grid-template-columns: minmax(11rem, 14rem) minmax(0, 1fr); max-width: 80rem; \
    margin: 0 auto; gap: 0 2.5rem; padding: 0 clamp(1rem, 3vw, 2rem) }
    .single { grid-template-columns: minmax(0, 1fr); max-width: 52rem }
    .side { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1.5rem 0; \
    font-size: .9rem; line-height: 1.4 }
    .side summary { font-weight: 600; cursor: pointer }
    .side ol { list-style: none; margin: .5rem 0 0; padding: 0 }
    .side a { display: block; padding: .25rem .5rem; color: var(--muted); text-decoration: none; border-radius: 4px }
    .side a:hover { color: var(--link); text-decoration: underline }
    .side a[aria-current] { color: var(--ink); font-weight: 600; background: var(--raised) }
    .side .level2 { padding-left: 1rem }
    main { padding: 1rem 0 3rem; min-width: 0; max-width: 60rem }
    .bottom { border-top: 1px solid var(--rule); padding: 1rem clamp(1rem, 3vw, 2rem); color: var(--muted); \
    font-size: .9rem }
    """

  private static let text = """
    h1 { font-size: 1.9rem; line-height: 1.2; margin: .75rem 0 .25rem }
    h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem }
    h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem }
    p, ul, ol, dl { margin: .75rem 0 }
    p, main li, dd { max-width: 44rem }
    a { color: var(--link) }
    code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
    font-size: .9em }
    :not(pre) > code { background: var(--raised); border-radius: 4px; padding: .1em .3em }
    pre { background: var(--raised); border-radius: 6px; padding: .75rem 1rem; overflow-x: auto; line-height: 1.4 }
    math { font-size: 1.08em; font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", \
    "Libertinus Math", "XITS Math", "DejaVu Math TeX Gyre", "Noto Sans Math", math }
    .muted, .note { color: var(--muted) }
    .note { border-left: 3px solid var(--rule); padding-left: .75rem; font-size: .95rem }
    """

  private static let pieces = """
    .wide { overflow-x: auto; margin: 1rem 0 }
    table { border-collapse: collapse; font-size: .95rem; font-variant-numeric: tabular-nums }
    caption { text-align: left; padding: .25rem 0; color: var(--muted) }
    th, td { padding: .3rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
    thead th, thead td { border-bottom-width: 2px; font-weight: 600 }
    td.number, th.number { text-align: right; white-space: nowrap }
    .formula { border-left: 3px solid var(--h0); padding: .25rem 0 .25rem 1rem }
    .formula table { font-size: 1rem }
    .formula td { border: 0; padding: .15rem 1.25rem .15rem 0; vertical-align: baseline; white-space: nowrap }
    .formula td.joined { padding-right: .35em }
    .mark { font-weight: 600; white-space: nowrap }
    .passed .mark { color: var(--good) }
    .failed .mark { color: var(--bad) }
    figure { margin: 1.5rem 0 }
    figcaption { color: var(--muted); font-size: .95rem; max-width: 44rem }
    .panels { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-bottom: .25rem }
    .panel { max-width: 100%; overflow-x: auto }
    .picture { display: block; max-width: 100%; height: auto }
    .player { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; max-width: 40rem; margin: .5rem 0 }
    .player[hidden] { display: none }
    .player input { flex: 1 1 10rem; accent-color: var(--h0); min-width: 6rem }
    button { font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--rule); \
    border-radius: 6px; padding: .25rem .9rem; cursor: pointer; min-width: 5rem }
    .film.controlled .seen { animation: none; visibility: hidden }
    .film.controlled .seen.on { visibility: visible }
    .film:has(.pausing :checked) .seen { animation-play-state: paused }
    .kind { display: block; font-size: 1rem; font-weight: 400; color: var(--muted) }
    .years { font-size: 1rem; font-weight: 400; color: var(--muted); white-space: nowrap }
    .count { color: var(--muted); font-weight: 400; margin-right: .4em }
    .claims tbody th { font-weight: 400; min-width: 14rem }
    .sources { list-style: none; padding: 0; font-size: .95rem }
    .formula p { margin: .25rem 0; max-width: none; overflow-x: auto }
    .formula span { display: inline-block; margin-right: 1.5rem; max-width: 100%; overflow-x: auto; \
    vertical-align: middle }
    """

  /// A phone: the contents come before the text, folded by whoever wants.
  private static let narrow = """
    @media (max-width: 50rem) {
    .columns { display: block }
    .side { position: static; max-height: none; padding: .75rem 0 0 }
    h1 { font-size: 1.6rem }
    th, td { padding: .3rem .5rem }
    .panel .picture { min-width: min(26rem, 100vw) }
    .claims thead { display: none }
    .claims, .claims tbody, .claims tr, .claims td, .claims th { display: block; border: 0 }
    .claims tr { border-bottom: 1px solid var(--rule); padding: .5rem 0 }
    .claims td, .claims th { padding: .1rem 0 }
    .claims td[data-label]::before { content: attr(data-label) ": "; color: var(--muted) }
    }
    """

  private static let print = """
    @media print {
    :root, :root:has(#appearance-dark:checked) {
    \(variables(\.light))
    color-scheme: light }
    body { font-size: 10.5pt }
    .top, .side, .skip, .player { display: none }
    .columns { display: block; padding: 0; max-width: none }
    main { max-width: none }
    h1, h2, h3 { break-after: avoid }
    figure, tr, .formula { break-inside: avoid }
    .wide, pre { overflow: visible }
    pre { white-space: pre-wrap }
    a { color: inherit }
    }
    """
}
