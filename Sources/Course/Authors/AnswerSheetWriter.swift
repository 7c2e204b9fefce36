import Checks
import ExerciseKit
import Foundation

/// Writes the lines that hand the answers of a lesson to a judge, from the declarations in its
/// stubs.
enum AnswerSheetWriter {
  /// The page of a lesson: "05" and the sources of its stubs.
  static func page(lesson: String, stubs: [String]) throws -> String {
    let offers = try stubs.flatMap { try Self.offers($0, module: "Exercises\(lesson)") }
    return """
      // swift-format-ignore-file
      // Made by `swift run Course seal` from the stubs of lesson \(lesson): do not edit.

      import AnswerProtocol
      import AnswerServer
      import Exercises\(lesson)
      import MiniTensor

      /// Where a judge's calls meet the answers of lesson \(lesson).
      let answers\(lesson): [Offer] = [
      \(offers.joined(separator: "\n"))
      ]

      """
  }

  /// The offers of one stub; `module` is where the answers stand, a module or a type.
  static func offers(_ stub: String, module: String) throws -> [String] {
    let declarations = try StubDeclarations(of: stub)
    return declarations.functions.map { offer($0, module: module) }
      + declarations.numberTypes.map { type in
        """
          Offer("\(type)") { call in
            let program: NumberProgram = try call.next()
            return Value(program.run(with: \(module).\(type).self))
          },
        """
      }
  }

  /// The page that joins those of the lessons.
  static func contents(lessons: [String]) -> String {
    """
    // swift-format-ignore-file
    // Made by `swift run Course seal`: do not edit.

    import AnswerServer

    /// The answers of all lessons.
    public enum AnswerSheet {
      /// The answers of one lesson: several lessons may have functions of the same name.
      public static func lesson(_ number: Int) -> [Offer] {
        switch number {
    \(lessons.map { "    case \(Int($0)!): answers\($0)" }.joined(separator: "\n"))
        default: []
        }
      }
    }

    """
  }

  private static func offer(_ function: Signature, module: String) -> String {
    var lines: [String] = []
    var arguments: [String] = []
    for (index, parameter) in function.parameters.enumerated() {
      let name = "a\(index)"
      lines += fetch(parameter, name)
      let passed = (parameter.isInOut ? "&" : "") + name
      arguments.append(parameter.label.map { "\($0): \(passed)" } ?? passed)
    }
    let call = "\(module).\(function.name)(\(arguments.joined(separator: ", ")))"
    if let place = function.parameters.firstIndex(where: \.isInOut) {
      lines.append("let result = \(call)")
      lines.append(
        "return .record([.init(\"result\", Value(result)), .init(\"generator\", Value(a\(place)))])"
      )
    } else if function.output == .plain("Variable") {
      lines.append("return call.gradients(of: \(call))")
    } else {
      // Said aloud, because an optional inside `Any` is often a slip.
      let isOptional = function.output.code.hasSuffix("?")
      lines.append("return Value(\(call)\(isOptional ? " as Any" : ""))")
    }
    return """
        Offer("\(function.fullName)") { call in
      \(lines.map { "    " + $0 }.joined(separator: "\n"))
        },
      """
  }

  /// The lines that take one argument out of a call.
  private static func fetch(_ parameter: Signature.Parameter, _ name: String) -> [String] {
    switch parameter.type {
    case .plain("Variable"): ["let \(name) = try call.variable()"]
    case .plain(let type):
      ["\(parameter.isInOut ? "var" : "let") \(name): \(type) = try call.next()"]
    case .function(let inputs, let output): fetch(inputs, output, name)
    case .array, .tuple:
      ["let \(name): \(parameter.type.code) = try \(decoding(parameter.type, "call.value()"))"]
    }
  }

  /// A function of the judge's becomes a closure that calls back.
  private static func fetch(_ inputs: [DeclaredType], _ output: DeclaredType, _ name: String)
    -> [String]
  {
    let type = DeclaredType.function(inputs, returns: output).code
    let names = inputs.indices.map { "b\($0)" }
    let values = zip(inputs, names).map { type, name in
      type == .plain("Variable") ? "Value(\(name).value)" : "Value(\(name))"
    }
    var call = "call.back(\(name)Number, [\(values.joined(separator: ", "))]"
    if case .tuple(let elements) = output, !elements.isEmpty {
      call += ", as: " + elements.map { "\($0.type.code).self" }.joined(separator: ", ")
    } else if output == .plain("Variable") {
      let variables = zip(inputs, names).filter { $0.0 == .plain("Variable") }.map(\.1)
      call += ", by: [\(variables.joined(separator: ", "))]"
    }
    let head = names.isEmpty ? "" : "\(names.joined(separator: ", ")) in "
    return [
      "let \(name)Number = try call.function()",
      "let \(name): \(type) = { \(head)\(call)) }",
    ]
  }

  /// Code that makes tuples, and arrays of them, out of a value.
  private static func decoding(_ type: DeclaredType, _ value: String) -> String {
    switch type {
    case .array(let element):
      "\(value).elements.map { try \(decoding(element, "$0")) }"
    case .tuple(let elements):
      "\(value).tuple(of: \(elements.map { "\($0.type.code).self" }.joined(separator: ", ")))"
    default: "\(type.code)(transferred: \(value))"
    }
  }
}

/// Writes the tests that a learner runs: one for each exercise of a lesson.
enum ExerciseTestWriter {
  /// The page of a lesson.
  static func page(_ lesson: CatalogueLesson) -> String {
    let tests = lesson.exercises.map { exercise in
      let base = exercise.file.split(separator: ".")[0]
      let name = base.prefix(1).lowercased() + base.dropFirst()
      let number = exercise.number.replacing(".", with: "_")
      return """
          @Test("\(exercise.number) \(exercise.title.english)") func e\(number)_\(name)() async throws {
            try await attempt("\(exercise.number)")
          }
        """
    }
    return """
      // swift-format-ignore-file
      // Made by `swift run Course seal` from the catalogue: do not edit.

      import Testing

      @Suite struct \(lesson.folder) {
      \(tests.joined(separator: "\n"))
      }

      """
  }
}
