import AnswerProtocol
import ExerciseKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Answers calls with the learner's functions, until the judge has no more.
///
/// It lives in the learner's process. It knows no right answer, no question and no secret, so
/// whatever the learner's code does to it can only change what that code itself returns.
public final class Server {
  private let offers: [String: Offer]
  /// Reads exactly so many bytes; throws when the judge has gone.
  private let read: (Int) throws -> [UInt8]
  private let write: ([UInt8]) throws -> Void

  /// A server of these functions, over two pipes.
  public init(
    _ offers: [Offer], read: @escaping (Int) throws -> [UInt8],
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.offers = Dictionary(offers.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    self.read = read
    self.write = write
  }

  /// Answers until the judge hangs up, and then ends the process.
  public func run() -> Never {
    let server = Unchecked(self)
    Stub.$onReach.withValue({ function in server.value.stop(at: function) }) { serve() }
    _exit(0)
  }

  /// `todo()` never returns: the server goes on from where it was reached.
  private func stop(at function: String) -> Never {
    send(.stub(function))
    serve()
    _exit(0)
  }

  private func serve() {
    while case .call(let name, let arguments) = receive() {
      guard let offer = offers[name] else {
        send(.unknown(name))
        continue
      }
      do {
        let value = try offer.answer(IncomingCall(arguments, of: self))
        fflush(nil)
        send(.returned(value))
      } catch {
        send(.unknown("\(name): \(error)"))
      }
    }
  }

  /// Calls a function of the judge's, and waits for its result.
  func callBack(_ function: Int, _ arguments: [Value]) -> Value {
    send(.callback(function, arguments))
    guard case .result(let value) = receive() else { _exit(0) }
    return value
  }

  /// A result of the judge's; without it nothing can go on.
  func expecting<Output>(_ result: () throws -> Output) -> Output {
    do { return try result() } catch { _exit(0) }
  }

  private func send(_ reply: Reply) {
    do { try write(Frame.around(reply.bytes)) } catch { _exit(0) }
  }

  private func receive() -> Request {
    do {
      let length = try Frame.length(try read(Frame.header))
      return try Request(try read(length))
    } catch { _exit(0) }
  }
}

/// The server is used by one thread; `todo()` may be reached on another, which then takes over.
private struct Unchecked<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}
