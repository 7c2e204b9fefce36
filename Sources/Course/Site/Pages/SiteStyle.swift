/// What the pages of the site have in addition to the course's one style sheet.
enum SiteStyle {
  /// Numbers in the cells of a map of heat: on a cell of middle darkness neither of the two colours
  /// of text can be read well, so they get an edge of the other.
  static let drawings = """
    .picture .number.paper { stroke: var(--ink); stroke-width: 3px; stroke-linejoin: round; paint-order: stroke }

    """

  /// The rules; without `<` and `&`, so that XML has nothing to object.
  static let sheet = """
    .where { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; flex: 1 1 auto }
    .home { font-weight: 600; color: var(--ink); text-decoration: none }
    .search { position: relative; flex: 0 1 22rem; min-width: 0 }
    .search input { width: 100%; font: inherit; padding: .3rem .6rem; border: 1px solid var(--rule); \
    border-radius: 6px; background: var(--paper); color: var(--ink) }
    .search input::placeholder { color: var(--muted); opacity: 1 }
    #found { position: absolute; z-index: 3; left: 0; right: 0; margin: 0; padding: 0; list-style: none; \
    max-height: 70vh; overflow: auto; background: var(--paper); border-radius: 6px }
    #found:not(:empty) { border: 1px solid var(--rule); box-shadow: 0 4px 16px rgb(0 0 0 / .2) }
    #found a { display: block; padding: .35rem .6rem; text-decoration: none }
    #found a:hover, #found a:focus { background: var(--raised) }
    #found small { display: block; color: var(--muted) }
    .term { color: inherit; text-decoration: none }
    .term abbr { text-decoration: underline dotted var(--muted); text-underline-offset: .2em; cursor: help }
    .term:hover abbr { text-decoration-color: var(--link) }
    .formula, .formula p { overflow-x: auto }
    figure a { text-decoration: none }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--rule) }
    details { margin: .75rem 0; max-width: 44rem }
    main summary { cursor: pointer; color: var(--link) }
    details[open] { padding-bottom: .5rem; border-bottom: 1px solid var(--rule) }
    th.right, td.right { text-align: right }
    th.middle, td.middle { text-align: center }
    .doors { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
    .turn { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; \
    margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule) }
    .letters { display: flex; flex-wrap: wrap; gap: .25rem .75rem }
    :target { scroll-margin-top: 1rem }
    tr:target { background: var(--raised) }
    pre .c { color: light-dark(#59636e, #9aa4af) }
    pre .k { color: light-dark(#8a2a86, #e6a3e2) }
    pre .t { color: light-dark(#8a3b12, #f0b48a) }
    pre .n { color: light-dark(#0a5d3f, #7fd6ae) }
    pre .y { color: light-dark(#0b5394, #8cc4ff) }
    .trouble { color: var(--bad) }
    @media print { .turn, .doors { display: none } }

    """ + drawings
}
