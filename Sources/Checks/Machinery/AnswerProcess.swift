import AnswerProtocol
import Foundation
import Sandbox

/// How the process with a learner's code is started.
public struct AnswerLaunch: Codable, Sendable {
  /// The program and its arguments.
  public var arguments: [String]
  /// What the process may read besides the system's own files.
  public var readable: [String]
  /// What it may use of the machine.
  public var limits: Limits
  /// What stands around it.
  public var isolation: Isolation

  /// A way to start the process.
  public init(
    arguments: [String], readable: [String] = [], limits: Limits = Limits(),
    isolation: Isolation = .none
  ) {
    self.arguments = arguments
    self.readable = readable
    self.limits = limits
    self.isolation = isolation
  }
}

/// The judge's side of a process that holds a learner's code.
///
/// It is started with the first call. When it dies, the call that was under way tells so, and the
/// next one starts another.
final class AnswerProcess {
  private let launch: AnswerLaunch
  private var process: ConfinedProcess?
  private var mark = 0
  /// Until when the process may live, all its calls together.
  private var deadline = ContinuousClock.now

  /// The process rings its own alarm when its seconds are over, and counts them from when it has
  /// started: on a busy machine that may take a while, and must not be mistaken for its end.
  private static let secondsToStart = 8

  init(_ launch: AnswerLaunch) { self.launch = launch }

  /// Answers that come from this process.
  func answers() -> Answers {
    let answers = Answers(remote: { try self.call($0) })
    answers.note = { _ in self.mark = self.process?.printedCount ?? 0 }
    answers.printed = { self.process?.printed(since: self.mark) ?? "" }
    return answers
  }

  /// Ends the process, if it is still there.
  func end() {
    _ = process?.end()
    process = nil
  }

  // MARK: - Calls

  private func call(_ call: Answers.Call) throws -> Value {
    try send(.call(call.function, call.arguments))
    while true {
      switch try receive() {
      case .returned(let value): return value
      case .stub(let function): throw Interruption.stub(function)
      case .unknown(let what): throw Unreadable(shown: what, Mismatch(Value.self))
      case .callback(let number, let arguments):
        try send(.result(try respond(to: arguments, with: call, number)))
      }
    }
  }

  private func respond(to arguments: [Value], with call: Answers.Call, _ number: Int) throws
    -> Value
  {
    do {
      guard call.callbacks.indices.contains(number) else { throw Mismatch(Value.self) }
      return try call.callbacks[number].respond(to: arguments)
    } catch let complaint as Complaint {
      end()  // It waits for a result that nobody can give.
      let words = "Fatal error: " + complaint.words
      throw Interruption.death(
        Death(kind: .crashed, words: words, asked: "", printed: ""), trace: [])
    } catch {
      end()
      throw Unreadable(
        shown: "a call of one of its functions with other arguments", Mismatch(Value.self))
    }
  }

  private func send(_ request: Request) throws {
    let process = try running()
    do {
      try process.send(Frame.around(request.bytes), until: deadline)
    } catch { throw died(error) }
  }

  private func receive() throws -> Reply {
    let process = try running()
    do {
      let header = try process.receive(exactly: Frame.header, until: deadline)
      let length = try Frame.length(header)
      return try Reply(try process.receive(exactly: length, until: deadline))
    } catch is MessageReader.Damaged {
      end()
      throw Unreadable(shown: "something that is no answer", Mismatch(Value.self))
    } catch { throw died(error) }
  }

  private func running() throws -> ConfinedProcess {
    if let process { return process }
    let sandbox = Sandbox(
      limits: launch.limits, isolation: launch.isolation, readable: launch.readable)
    do {
      let started = try ConfinedProcess(launch.arguments, environment: [:], in: sandbox)
      process = started
      mark = 0
      deadline = .now + .seconds(launch.limits.seconds + Self.secondsToStart)
      return started
    } catch {
      throw Interruption.lost(reason: "\(error)")
    }
  }

  private func died(_ error: any Error) -> Interruption {
    guard let process else { return .lost(reason: "the process has gone") }
    var termination = process.end()
    // Its server leaves when the pipe is closed: then time was up, and nobody called exit.
    if case ConfinedProcess.Silence.late = error, case .exited = termination {
      termination = .clockTimeUp(isComputing: false)
    }
    let printed = process.printed(since: mark)
    self.process = nil
    guard process.hasStarted else { return .lost(reason: process.printed(since: 0)) }
    return .death(termination.death(printed: printed, launch.limits), trace: process.trace)
  }
}
