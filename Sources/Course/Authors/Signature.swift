import Checks

/// A public function of a stub, as its declaration says: what it takes and what it returns.
struct Signature: Equatable {
  struct Parameter: Equatable {
    /// The label of a call; nil for `_`.
    let label: String?
    let type: DeclaredType
    let isInOut: Bool
  }

  /// "updated".
  let name: String
  let parameters: [Parameter]
  let output: DeclaredType

  /// "updated(weights:bias:)".
  var fullName: String {
    "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
  }
}

/// A type as a declaration spells it, taken apart as far as a call needs it.
indirect enum DeclaredType: Equatable {
  /// "Float", "[[Float]]", "Tensor?".
  case plain(String)
  /// A tuple with its labels.
  case tuple([Element])
  /// An array of what is no plain type.
  case array(DeclaredType)
  /// A function.
  case function([DeclaredType], returns: DeclaredType)

  struct Element: Equatable {
    let label: String?
    let type: DeclaredType
  }

  /// The type as code.
  var code: String {
    switch self {
    case .plain(let name): name
    case .tuple(let elements):
      "("
        + elements.map { ($0.label.map { "\($0): " } ?? "") + $0.type.code }.joined(separator: ", ")
        + ")"
    case .array(let element): "[\(element.code)]"
    case .function(let inputs, let output):
      "(\(inputs.map(\.code).joined(separator: ", "))) -> \(output.code)"
    }
  }
}

/// What a stub offers: functions, and types that stand for numbers.
struct StubDeclarations {
  private(set) var functions: [Signature] = []
  /// The names of types that conform to GraphNumber or DualNumber.
  private(set) var numberTypes: [String] = []

  init(of source: String) throws {
    var reader = DeclarationReader(SwiftWords(source).words.map(\.text))
    while let declaration = try reader.next() {
      switch declaration {
      case .function(let signature): functions.append(signature)
      case .numberType(let name): numberTypes.append(name)
      }
    }
  }
}

/// Finds the public declarations at the top of a source.
private struct DeclarationReader {
  enum Declaration {
    case function(Signature)
    case numberType(String)
  }

  private let words: [String]
  private var place = 0
  private var depth = 0

  init(_ words: [String]) { self.words = words }

  mutating func next() throws -> Declaration? {
    while place < words.count {
      let word = words[place]
      place += 1
      if word == "{" { depth += 1 }
      if word == "}" { depth -= 1 }
      guard depth == 0 else { continue }
      if word == "func", isPublic(before: place - 1) { return .function(try function()) }
      if word == "struct" || word == "class", isPublic(before: place - 1) {
        let name = words[place]
        let head = words[place...].prefix { $0 != "{" }
        if head.contains("GraphNumber") || head.contains("DualNumber") { return .numberType(name) }
      }
    }
    return nil
  }

  private func isPublic(before place: Int) -> Bool {
    words[..<place].suffix(2).contains("public")
  }

  private mutating func function() throws -> Signature {
    let name = words[place]
    place += 1
    try expect("(")
    var parameters: [Signature.Parameter] = []
    while words[place] != ")" {
      let label = words[place]
      place += 1
      if words[place] != ":" { place += 1 }  // The name inside the function.
      try expect(":")
      let isInOut = words[place] == "inout"
      if isInOut { place += 1 }
      parameters.append(
        .init(label: label == "_" ? nil : label, type: try type(), isInOut: isInOut))
      if words[place] == "," { place += 1 }
    }
    place += 1
    let output = try arrow() ? type() : .tuple([])
    return Signature(name: name, parameters: parameters, output: output)
  }

  private mutating func type() throws -> DeclaredType {
    var found: DeclaredType
    switch words[place] {
    case "(":
      place += 1
      var elements: [DeclaredType.Element] = []
      while words[place] != ")" { elements.append(try element()) }
      place += 1
      if try arrow() { return .function(elements.map(\.type), returns: try type()) }
      found = elements.count == 1 && elements[0].label == nil ? elements[0].type : .tuple(elements)
    case "[":
      place += 1
      let inner = try type()
      try expect("]")
      if case .plain(let name) = inner {
        found = .plain("[\(name)]")
      } else {
        found = .array(inner)
      }
    default:
      found = .plain(words[place])
      place += 1
    }
    if place < words.count, words[place] == "?" {
      place += 1
      found = .plain(found.code + "?")
    }
    return found
  }

  private mutating func element() throws -> DeclaredType.Element {
    var label: String?
    if words[place] == "_" { place += 1 }
    if words[place + 1] == ":" {
      label = words[place]
      place += 2
    }
    let element = DeclaredType.Element(label: label, type: try type())
    if words[place] == "," { place += 1 }
    return element
  }

  private mutating func arrow() throws -> Bool {
    guard place + 1 < words.count, words[place] == "-", words[place + 1] == ">" else {
      return false
    }
    place += 2
    return true
  }

  private mutating func expect(_ word: String) throws {
    guard place < words.count, words[place] == word else {
      throw ToolError("a stub's declaration is not understood: expected \"\(word)\"")
    }
    place += 1
  }
}
