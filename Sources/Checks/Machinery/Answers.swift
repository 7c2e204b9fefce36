import AnswerProtocol

/// Whoever answers: the learner's process, the right answers, or a typical mistake.
public final class Answers {
  /// A call as it is sent: a name, values, and the functions that may be called back.
  struct Call {
    let function: String
    var arguments: [Value] = []
    var callbacks: [any AnyCallback] = []
  }

  private enum Source {
    /// Answers from another process.
    case remote((Call) throws -> Value)
    /// The right answers, but for those that are replaced.
    case local([String: any Sendable])
  }

  private let source: Source
  /// Called at the beginning of a part.
  var begin: (_ part: Int) -> Void = { _ in }
  /// Begins to keep what is printed, at a new question.
  var note: (_ asked: String) -> Void = { _ in }
  /// What was printed since the last question.
  var printed: () -> String = { "" }

  private init(_ source: Source) { self.source = source }

  /// The right answers.
  static var right: Answers { Answers(.local([:])) }

  /// The answers of a mistake.
  convenience init(_ mistake: Mistake) {
    let bodies = mistake.replacements.map { ($0.function, $0.body) }
    self.init(.local(Dictionary(bodies, uniquingKeysWith: { $1 })))
  }

  /// Answers of another process.
  convenience init(remote call: @escaping (Call) throws -> Value) { self.init(.remote(call)) }

  /// Puts a call, for a question that looks at the answer or goes on with it.
  ///
  ///     judge.ask("the ride that splitRows(...) leaves") { answers in
  ///       let (train, test) = try answers.call(split, order, 3)
  ///       return train.count + test.count
  ///     }
  public func call<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) throws -> Output {
    let value = try value(function, repeat each input)
    do {
      return try function.read(value)
    } catch let mismatch as Mismatch {
      throw Unreadable(shown: value.shown, mismatch)
    }
  }

  /// Puts a call whose answer is only compared and shown, such as a tuple.
  public func value<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) throws -> Value {
    switch source {
    case .remote(let send): try send(Self.call(function, repeat each input))
    case .local: Value(try run(function, repeat each input))
    }
  }

  private func run<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) throws -> Output {
    guard case .local(let bodies) = source, let found = bodies[function.name] else {
      return try function.right(repeat each input)
    }
    guard let body = found as? FunctionBody<repeat each Input, Output> else {
      preconditionFailure("A mistake replaces \(function.name) by a function of another type")
    }
    return try body.run(repeat each input)
  }

  private static func call<each Input, Output>(
    _ function: Function<repeat each Input, Output>, _ input: repeat each Input
  ) -> Call {
    var call = Call(function: function.name)
    for argument in repeat each input { call.add(argument) }
    return call
  }
}

extension Answers.Call {
  fileprivate mutating func add(_ argument: Any) {
    if let callback = argument as? any AnyCallback {
      arguments.append(.function(callbacks.count))
      callbacks.append(callback)
    } else {
      arguments.append(Value(argument))
    }
  }
}

/// An answer of another form than the function's type allows.
struct Unreadable: Error {
  let shown: String
  let mismatch: Mismatch

  init(shown: String, _ mismatch: Mismatch) {
    self.shown = shown
    self.mismatch = mismatch
  }
}

// MARK: - Functions as arguments

/// A function that a check hands to an answer.
///
///     let loss = Callback("{ ($0[0] - 3) * ($0[0] - 3) }") { (x: [Double]) in
///       (x[0] - 3) * (x[0] - 3)
///     }
///     judge.ask(slopes, loss, [1, 2], 0.001)
public struct Callback<each Input, Output> {
  /// The function as a learner would write it, for the line "asked".
  let code: String
  private let body: (repeat each Input) -> Output
  private let fromValues: ([Value]) throws -> Value

  /// Wraps a function; `code` is how a learner would write it.
  public init(_ code: Code, _ body: @escaping (repeat each Input) -> Output)
  where repeat each Input: Transferable {
    self.init(code, { (_: repeat each Input) in nil }, body)
  }

  /// Wraps a function that cannot take everything; `complaint` says what is wrong with its
  /// arguments, as a trap would.
  public init(
    _ code: Code, _ complaint: @escaping (repeat each Input) -> String?,
    _ body: @escaping (repeat each Input) -> Output
  ) where repeat each Input: Transferable {
    self.code = code.text
    self.body = body
    fromValues = { values in
      var rest = values[...]
      func next<Argument: Transferable>(_ type: Argument.Type) throws -> Argument {
        guard let first = rest.popFirst() else { throw Mismatch(type) }
        return try Argument(transferred: first)
      }
      let input = (repeat try next((each Input).self))
      if let words = complaint(repeat each input) { throw Complaint(words: words) }
      return Value(body(repeat each input))
    }
  }

  /// Calls the function.
  public func callAsFunction(_ input: repeat each Input) -> Output { body(repeat each input) }
}

/// Arguments that a function handed to an answer cannot take.
struct Complaint: Error {
  let words: String
}

/// A callback of any type.
protocol AnyCallback {
  var code: String { get }
  func respond(to values: [Value]) throws -> Value
}

extension Callback: AnyCallback {
  func respond(to values: [Value]) throws -> Value { try fromValues(values) }
}
