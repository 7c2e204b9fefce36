import AnswerProtocol
import MiniTensor

/// A function of the learner's, by its name with labels, ready to be called by a judge.
///
/// `swift run Course seal` writes a list of them for every lesson.
public struct Offer: Sendable {
  let name: String
  let answer: @Sendable (IncomingCall) throws -> Value

  /// Offers a function; `answer` takes the arguments out of the call, in their order.
  public init(_ name: String, _ answer: @escaping @Sendable (IncomingCall) throws -> Value) {
    self.name = name
    self.answer = answer
  }
}

/// The offers of one lesson, as a compiled library hands them over.
public final class OfferList: Sendable {
  /// The function of every compiled lesson that hands its offers over.
  public static let entry = "answerSheet"

  /// The offers.
  public let offers: [Offer]

  /// Packs the offers of a lesson.
  public init(_ offers: [Offer]) { self.offers = offers }
}

/// One call of a judge's: its arguments, to be taken in their order.
public final class IncomingCall {
  private var arguments: ArraySlice<Value>
  private let server: Server
  private var variables: [Variable] = []

  init(_ arguments: [Value], of server: Server) {
    self.arguments = arguments[...]
    self.server = server
  }

  // MARK: - Arguments

  /// The next argument as it was sent.
  public func value() throws -> Value {
    guard let first = arguments.popFirst() else { throw Mismatch(Value.self) }
    return first
  }

  /// The next argument.
  public func next<Argument: Transferable>() throws -> Argument {
    try Argument(transferred: value())
  }

  /// The next argument, a case by its name.
  public func next<Argument: RawRepresentable>() throws -> Argument
  where Argument.RawValue: Transferable {
    guard let argument = Argument(rawValue: try Argument.RawValue(transferred: value())) else {
      throw Mismatch(Argument.self)
    }
    return argument
  }

  /// The next argument, a tensor, as a variable that the gradients are wanted of.
  public func variable() throws -> Variable {
    let variable = Variable(try next() as Tensor)
    variables.append(variable)
    return variable
  }

  /// The next argument, a function of the judge's, by its number.
  public func function() throws -> Int {
    guard case .function(let number) = try value() else { throw Mismatch(Int.self) }
    return number
  }

  // MARK: - Functions of the judge's

  /// Calls a function of the judge's.
  public func back<Output: Transferable>(_ function: Int, _ arguments: [Value]) -> Output {
    server.expecting { try Output(transferred: server.callBack(function, arguments)) }
  }

  /// Calls a function of the judge's that returns a tuple.
  public func back<each Output: Transferable>(
    _ function: Int, _ arguments: [Value], as types: repeat (each Output).Type
  ) -> (repeat each Output) {
    server.expecting { try server.callBack(function, arguments).tuple(of: repeat each types) }
  }

  /// Calls a function of the judge's that returns nothing.
  public func back(_ function: Int, _ arguments: [Value]) {
    _ = server.callBack(function, arguments)
  }

  /// Calls a function of the judge's that returns a variable: its value, and its gradients by
  /// `variables`.
  public func back(_ function: Int, _ arguments: [Value], by variables: [Variable]) -> Variable {
    let (value, gradients) = server.expecting {
      try server.callBack(function, arguments).tuple(of: Tensor.self, [Tensor].self)
    }
    return Variable(value, from: variables) { gradient in gradients.map { gradient * $0 } }
  }

  // MARK: - Results

  /// A variable as a judge receives it: its value, and its gradients by the variables of the call.
  public func gradients(of result: Variable) -> Value {
    if result.value.count == 1 { result.backward() }
    let gradients = variables.map { $0.gradient ?? Tensor.zeros($0.value.shape) }
    return .record([
      Value.Field("value", Value(result.value)), Value.Field("gradients", Value(gradients)),
    ])
  }
}
