extension FormulaNode {
  /// The tree as MathML.
  var mathML: String {
    switch self {
    case .number(let digits): return "<mn>\(digits)</mn>"
    case .name(let name): return Self.name(name)
    case .words(let words): return "<mtext>\(HTML.escaped(words))</mtext>"
    case .sign(let sign): return Self.sign(sign)
    case .inner(let sign): return "<mo>\(Self.innerSigns[sign] ?? HTML.escaped(sign))</mo>"
    case .row(let nodes): return Self.group(nodes)
    case .call(let function, let arguments):
      // Between the two stands the invisible "function of".
      return "<mrow>\(function.mathML)<mo>\u{2061}</mo>\(arguments.mathML)</mrow>"
    case .fenced(let open, let content, let close):
      let signs = ["<": "⟨", ">": "⟩"]
      let (left, right) = (signs[open] ?? open, signs[close] ?? close)
      return "<mrow><mo fence=\"true\" form=\"prefix\">\(left)</mo>\(Self.group(content))"
        + "<mo fence=\"true\" form=\"postfix\">\(right)</mo></mrow>"
    case .scripts(let base, let below, let above): return Self.scripts(base, below, above)
    case .accent(let base, let accent):
      let sign = accent == "^" ? "^" : "~"
      return "<mover accent=\"true\">\(base.mathML)<mo stretchy=\"false\">\(sign)</mo></mover>"
    case .fraction(let above, let below):
      return "<mfrac>\(above.mathML)\(below.mathML)</mfrac>"
    case .root(let content): return "<msqrt>\(content.mathML)</msqrt>"
    case .large(let name, let below): return Self.large(name, below)
    }
  }

  /// Nodes one behind the other, in an element of their own unless there is one only.
  static func group(_ nodes: [FormulaNode]) -> String {
    nodes.count == 1 ? nodes[0].mathML : "<mrow>\(inline(nodes))</mrow>"
  }

  /// Nodes one behind the other: factors with a little air between, words with more.
  static func inline(_ nodes: [FormulaNode]) -> String {
    var result = ""
    for (index, node) in nodes.enumerated() {
      if index > 0 { result += space(nodes[index - 1], node) }
      if case .sign(let sign) = node, isPrefix(after: index > 0 ? nodes[index - 1] : nil) {
        result += Self.sign(sign, form: "prefix")
      } else {
        result += node.mathML
      }
    }
    return result
  }

  /// Whether a sign behind this node belongs to what follows: the minus of -1.
  private static func isPrefix(after node: FormulaNode?) -> Bool {
    switch node {
    case nil, .sign, .inner, .words: true
    default: false
    }
  }

  private static func space(_ left: FormulaNode, _ right: FormulaNode) -> String {
    let (wide, thin) = ("<mspace width=\"0.35em\"/>", "<mspace width=\"0.17em\"/>")
    switch (left, right) {
    case (.sign(","), .words), (.sign(":"), _), (.sign(";"), .words): return wide
    case (.words, .sign(let sign)): return [",", ";", ":", "."].contains(sign) ? "" : wide
    case (.sign, .words): return wide
    case (.sign, _), (_, .sign), (.inner, _), (_, .inner): return ""
    case (.words, _), (_, .words): return wide
    // Invisible, but said aloud: times.
    default: return "<mo>\u{2062}</mo>" + thin
    }
  }

  // MARK: - Pieces

  private static func name(_ name: String) -> String {
    if let letter = FormulaNames.greek[name] { return "<mi>\(letter)</mi>" }
    let letters = name.prefix { !$0.isNumber }
    let digits = name.dropFirst(letters.count)
    if FormulaNames.functions.contains(name) || letters.isEmpty || digits.isEmpty {
      return derivative(name) ?? "<mi>\(HTML.escaped(name))</mi>"
    }
    let base = derivative(String(letters)) ?? Self.name(String(letters))
    return "<msub>\(base)<mn>\(digits)</mn></msub>"
  }

  /// `dL` and `dw` are a d and a letter.
  private static func derivative(_ name: String) -> String? {
    guard name.count == 2, name.first == "d", name.last != "d" else { return nil }
    return "<mrow><mi>d</mi><mi>\(name.suffix(1))</mi></mrow>"
  }

  private static let signs = [
    "<-": "←", "->": "→", "<=": "≤", ">=": "≥", "!=": "≠", "-": "−", "+-": "±", "~": "~",
    "...": "…", "..<": "…<", "|": "|",
  ]
  private static let innerSigns = ["*": "×", ".": "·", "star": "*", "'": "′", "/": "/"]

  private static func sign(_ sign: String, form: String? = nil) -> String {
    let written = HTML.escaped(signs[sign] ?? sign)
    if sign == ".", form == nil { return "<mtext>.</mtext>" }
    let isSigned = ["+", "-", "+-"].contains(sign)
    let attribute = form != nil && isSigned ? " form=\"prefix\"" : ""
    let separator = [",", ";"].contains(sign) ? " separator=\"true\"" : ""
    let bar = sign == "|" ? " fence=\"false\" stretchy=\"false\" lspace=\"0.3em\" rspace=\"0.3em\"" : ""
    return "<mo\(attribute)\(separator)\(bar)>\(written)</mo>"
  }

  private static func scripts(_ base: FormulaNode, _ below: FormulaNode?, _ above: FormulaNode?)
    -> String
  {
    switch (below?.mathML, above?.mathML) {
    case (let below?, let above?): "<msubsup>\(base.mathML)\(below)\(above)</msubsup>"
    case (let below?, nil): "<msub>\(base.mathML)\(below)</msub>"
    case (nil, let above?): "<msup>\(base.mathML)\(above)</msup>"
    case (nil, nil): base.mathML
    }
  }

  private static func large(_ name: String, _ below: FormulaNode?) -> String {
    let sign =
      name == "sum" ? "<mo movablelimits=\"false\">∑</mo>" : "<mo movablelimits=\"false\" lspace=\"0.2em\" rspace=\"0.2em\">\(name)</mo>"
    guard let below else { return sign }
    return "<munder>\(sign)\(below.mathML)</munder>"
  }
}
