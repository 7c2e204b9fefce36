/// A formula as a tree.
indirect enum FormulaNode: Equatable {
  case number(String)
  /// A letter, a Greek letter, or a name of several letters.
  case name(String)
  /// Words between the signs: "if", "the largest score".
  case words(String)
  /// `=`, `+`, a comma: what separates products.
  case sign(String)
  /// What stands within a product: the dot, the star, a slash on the line.
  case inner(String)
  case row([FormulaNode])
  /// `f(x)`: a function and what it is given.
  case call(FormulaNode, FormulaNode)
  case fenced(String, [FormulaNode], String)
  case scripts(FormulaNode, below: FormulaNode?, above: FormulaNode?)
  /// `y^` and `x~`.
  case accent(FormulaNode, String)
  case fraction(FormulaNode, FormulaNode)
  case root(FormulaNode)
  /// `sum_i`, `mean_i`, `max_i`: belongs to all that follows in the product.
  case large(String, FormulaNode?)

  /// The content without the round brackets around it, which a fraction or a script shows by
  /// itself.
  var unwrapped: FormulaNode {
    if case .fenced("(", let content, ")") = self { return .row(content) }
    return self
  }
}

extension FormulaNode {
  /// Whether nothing in it stands above or below the line.
  var isFlat: Bool {
    switch self {
    case .number, .name, .words, .sign, .inner, .accent: true
    case .row(let nodes), .fenced(_, let nodes, _): nodes.allSatisfy(\.isFlat)
    case .call(let function, let arguments): function.isFlat && arguments.isFlat
    case .scripts(let base, let below, let above):
      // Small letters beside a letter need no taller brackets.
      base.isFlat && (below?.isFlat ?? true) && (above?.isFlat ?? true)
    case .fraction, .root, .large: false
    }
  }
}

/// The names that mean something.
enum FormulaNames {
  static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "eps": "ε", "epsilon": "ε", "eta": "η",
    "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "infinity": "∞",
  ]

  /// May stand before what they are given without brackets: `log p`, `sin x2`.
  static let functions: Set<String> = [
    "log", "log2", "exp", "sin", "cos", "tanh", "sigmoid", "sign", "max", "min", "argmax", "relu",
    "softmax", "floor", "norm", "arctan",
  ]

  /// A letter with the last of its indices: `w1 x1 + ... + wn xn`.
  static let indexed: Set<String> = ["wn", "xn", "xN", "rn"]

  /// Words between the parts of a formula, even alone.
  static let connectives: Set<String> = [
    "if", "else", "for", "of", "from", "to", "with", "after", "and", "or", "not", "given", "any",
    "in", "is", "over", "by", "at", "as", "the", "an", "where", "then", "so", "becomes", "until",
    "against", "xor", "times", "but", "without", "towards", "on", "than", "row", "are", "each",
    "all", "when", "between", "above", "below", "no", "be", "it", "its",
    // In Spanish; its "y", "o" and "a" could not be told from variables.
    "si", "para", "de", "del", "con", "sin", "por", "en", "es", "son", "que", "hasta", "desde",
    "entre", "sobre", "dado", "dada", "dados", "dadas", "cada", "cuando", "donde", "como", "al",
    "el", "la", "los", "las", "un", "una", "ni", "su", "sus", "contra", "todo", "todos", "todas",
  ]
}
