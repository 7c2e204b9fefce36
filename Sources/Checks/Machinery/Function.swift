import AnswerProtocol
import ExerciseKit

/// A function that an exercise asks for: its name with labels, and the right answer.
///
///     static let size = Function("outputSize(inputSize:kernelSize:stride:padding:)") {
///       (input: Int, kernel: Int, stride: Int, padding: Int) -> Int in
///       (input + 2 * padding - kernel) / stride + 1
///     }
///
/// A question is put with `judge.ask(size, 7, 3, 1, 0)`: the name and its labels give the line
/// "asked", the right answer gives the line "expected". A typical mistake is a function in its
/// place: `size.mistake("...") { ... }`.
public struct Function<each Input, Output>: Sendable {
  /// The function's type; one that throws ends as a trap or never.
  public typealias Body = @Sendable (repeat each Input) throws -> Output

  /// "outputSize(inputSize:kernelSize:stride:padding:)".
  let name: String
  /// The right answer.
  let right: Body
  /// Makes a value of the output's type from what came back; only questions about a property need
  /// it.
  let read: @Sendable (Value) throws -> Output

  /// Names a function whose answers are numbers, texts, flags, tensors, or lists of such.
  public init(_ name: String, _ right: @escaping Body)
  where Output: Transferable, Output: SendableMetatype {
    self.init(name, reading: { try Output(transferred: $0) }, right)
  }

  /// Names a function whose answers are only compared with the right ones, such as tuples.
  @_disfavoredOverload
  public init(_ name: String, _ right: @escaping Body) {
    self.init(name, reading: { _ in throw Mismatch(Output.self) }, right)
  }

  /// Names a function and says how its answers are read: `{ try $0.tuple(of: [Int].self, Int.self)
  /// }`.
  public init(
    _ name: String, reading read: @escaping @Sendable (Value) throws -> Output,
    _ right: @escaping Body
  ) {
    self.name = name
    self.right = right
    self.read = read
  }
}

// MARK: - Mistakes

extension Function {
  /// A wrong answer that is often given, with the sentence that its author reads.
  public func mistake(_ likely: Text, _ wrong: @escaping Body) -> Mistake {
    Mistake(likely, [instead(wrong)])
  }

  /// This function done wrong; `Mistake("...", [a.instead { ... }, b.instead { ... }])` spoils
  /// several.
  public func instead(_ wrong: @escaping Body) -> Replacement {
    Replacement(function: name, body: FunctionBody<repeat each Input, Output>(run: wrong))
  }
}

/// A function done wrong, as a mistake holds it.
public struct Replacement: Sendable {
  let function: String
  /// A `FunctionBody` of the function's own types.
  let body: any Sendable
}

/// A function in a box, so that it can be kept beside functions of other types.
final class FunctionBody<each Input, Output>: Sendable {
  let run: @Sendable (repeat each Input) throws -> Output

  init(run: @escaping @Sendable (repeat each Input) throws -> Output) { self.run = run }
}

/// A wrong answer that is often given, and the sentence that tells its author what went wrong.
///
/// Functions that it does not replace stay right.
public struct Mistake: Sendable {
  let likely: Text
  let replacements: [Replacement]

  /// A mistake in several functions at once.
  public init(_ likely: Text, _ replacements: [Replacement]) {
    self.likely = likely
    self.replacements = replacements
  }
}

/// A trap that a mistake's code would end in: `throw Trap("Index out of range")`.
///
/// The words are a piece of what the program says when it traps there.
public struct Trap: Error, Sendable {
  let words: String

  /// A trap that says this.
  public init(_ words: String) { self.words = words }
}

/// A loop that a mistake's code would never leave: `throw NeverEnds()`.
public struct NeverEnds: Error, Sendable {
  /// A loop without end.
  public init() {}
}
