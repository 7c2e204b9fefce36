#if os(Linux)
  import Foundation
#endif

/// On Linux: lets the process do what computing needs, and nothing else.
///
/// A list of allowed system calls (seccomp, Linux 3.5): memory, threads, reading files, the clock,
/// and writing into what is open already. Whatever is not on it is answered "not permitted": no
/// file is created or changed, no signal reaches another process, nothing is started, no network,
/// no shared memory. On macOS there is no such list.
enum SystemCallFilter {
  /// Closes the filter for this process, for good; false where the system has none.
  @discardableResult
  static func close() -> Bool {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      let filter = FilterProgram(process: UInt32(getpid())).instructions
      return filter.withUnsafeBytes { instructions in
        var header = ProgramHeader(
          length: UInt16(filter.count), instructions: instructions.baseAddress!)
        return withUnsafePointer(to: &header) { header in
          Control.call(Control.noNewPrivileges, 1) == 0
            && Control.call(Control.setFilter, 2, UInt(bitPattern: header)) == 0
        }
      }
    #else
      return false
    #endif
  }
}

#if os(Linux) && (arch(x86_64) || arch(arm64))
  private struct ProgramHeader {
    let length: UInt16
    let instructions: UnsafeRawPointer
  }

  /// The filter in the kernel's own language, in which one can load a word of the call and compare
  /// it.
  private struct FilterProgram {
    private(set) var instructions: [Instruction] = []

    init(process: UInt32) {
      // Calls in the manner of another architecture have other numbers: none is let through.
      instructions = [
        .load(4), .skip(1, ifEqual: SystemCalls.architecture), .answer(Errors.notPermitted),
        .load(0), .skip(1, unlessAny: SystemCalls.secondTable), .answer(Errors.notPermitted),
      ]
      for call in SystemCalls.allowed { when(call, [.allow]) }
      for call in SystemCalls.missing { when(call, [.answer(Errors.notImplemented)]) }
      for (call, flags) in SystemCalls.opening {
        // To read only: no writing, creating, emptying.
        let writing: UInt32 = 0o3 | 0o100 | 0o1000 | 0o20_000_000
        when(
          call,
          [
            .argument(flags), .skip(1, unlessAny: writing), .answer(Errors.accessDenied), .allow,
          ])
      }
      for call in SystemCalls.signals {
        // Signals to the process itself are its own affair: a trap is one.
        when(call, argument: 0, isOneOf: [process], otherwise: Errors.notPermitted)
      }
      // A new thread is welcome, a new process is not.
      let newThread: UInt32 = 0x0001_0000
      when(
        SystemCalls.clone,
        [.argument(0), .skip(1, unlessAny: newThread), .allow, .answer(Errors.notPermitted)])
      // Is this a terminal, how wide is it, how much is there to read?
      when(
        SystemCalls.deviceControl, argument: 1, isOneOf: [0x5401, 0x5413, 0x541b],
        otherwise: Errors.noTerminal)
      // Duplicates and flags of descriptors; no owner, no lease, no lock.
      when(
        SystemCalls.fileControl, argument: 1, isOneOf: [0, 1, 2, 3, 1030],
        otherwise: Errors.notPermitted)
      // The names of threads and of memory.
      when(
        SystemCalls.processControl, argument: 0, isOneOf: [15, 16, 0x5356_4d41],
        otherwise: Errors.notPermitted)
      // Limits may be read: the address of new ones is nil.
      when(
        SystemCalls.limits,
        [
          .argument(2), .skip(2, unlessEqual: 0), .upperHalf(ofArgument: 2),
          .skip(1, ifEqual: 0), .answer(Errors.notPermitted), .allow,
        ])
      instructions.append(.answer(Errors.notPermitted))
    }

    /// What to do for one call; the word that is loaded before and after it is the call's number.
    private mutating func when(_ call: UInt32, _ body: [Instruction]) {
      instructions.append(.skip(UInt8(body.count), unlessEqual: call))
      instructions += body
    }

    private mutating func when(
      _ call: UInt32, argument: UInt32, isOneOf values: [UInt32], otherwise error: UInt32
    ) {
      var body: [Instruction] = [.argument(argument)]
      for value in values { body += [.skip(1, unlessEqual: value), .allow] }
      when(call, body + [.answer(error)])
    }
  }

  /// One instruction of the filter, as the kernel reads it.
  private struct Instruction {
    let code: UInt16
    let ifTrue: UInt8
    let ifFalse: UInt8
    let operand: UInt32

    /// Loads a word of the call: 0 its number, 4 the architecture.
    static func load(_ offset: UInt32) -> Self { Self(0x20, 0, 0, offset) }
    /// Loads the lower half of an argument.
    static func argument(_ place: UInt32) -> Self { load(16 + 8 * place) }
    static func upperHalf(ofArgument place: UInt32) -> Self { load(20 + 8 * place) }
    static func skip(_ count: UInt8, ifEqual value: UInt32) -> Self {
      Self(0x15, count, 0, value)
    }
    static func skip(_ count: UInt8, unlessEqual value: UInt32) -> Self {
      Self(0x15, 0, count, value)
    }
    static func skip(_ count: UInt8, unlessAny bits: UInt32) -> Self { Self(0x45, 0, count, bits) }
    static let allow = Self(0x06, 0, 0, 0x7fff_0000)
    static func answer(_ error: UInt32) -> Self { Self(0x06, 0, 0, 0x0005_0000 | error) }

    private init(_ code: UInt16, _ ifTrue: UInt8, _ ifFalse: UInt8, _ operand: UInt32) {
      self.code = code
      self.ifTrue = ifTrue
      self.ifFalse = ifFalse
      self.operand = operand
    }
  }

  private enum Errors {
    static let notPermitted: UInt32 = 1
    static let accessDenied: UInt32 = 13
    static let noTerminal: UInt32 = 25
    static let notImplemented: UInt32 = 38
  }
#endif
