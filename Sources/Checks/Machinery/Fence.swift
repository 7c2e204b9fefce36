#if os(Linux)
  import Foundation
#endif

/// On Linux: keeps the process from signalling others, from starting programs, and from the network.
///
/// A filter of system calls (seccomp, Linux 3.5) answers "not permitted" to them. It protects the process that
/// started the check, which an answer could otherwise end with `kill(getppid(), SIGKILL)`. On macOS there is none.
public enum Fence {
  /// Whether this build has a fence; the running system may still refuse it.
  static var exists: Bool {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      true
    #else
      false
    #endif
  }

  /// Closes the fence for this process, for good; false where the system has none.
  @discardableResult
  public static func close() -> Bool {
    #if os(Linux) && (arch(x86_64) || arch(arm64))
      // A C function with "..." is not imported; on these processors it is called like any other.
      typealias Control = @convention(c) (CInt, UInt, UInt, UInt, UInt) -> CInt
      guard let symbol = dlsym(nil, "prctl") else { return false }
      let control = unsafeBitCast(symbol, to: Control.self)
      let filter = program(process: UInt32(getpid()))
      return filter.withUnsafeBytes { instructions in
        var header = ProgramHeader(
          length: UInt16(filter.count), instructions: instructions.baseAddress!)
        return withUnsafePointer(to: &header) { header in
          let noNewPrivileges: CInt = 38
          let setFilter: CInt = 22
          return control(noNewPrivileges, 1, 0, 0, 0) == 0
            && control(setFilter, 2, UInt(bitPattern: header), 0, 0) == 0
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

  /// One instruction of the filter, as the kernel reads it.
  private struct Instruction {
    let code: UInt16
    let ifTrue: UInt8
    let ifFalse: UInt8
    let operand: UInt32

    /// Loads a word of the call: 0 its number, 16 the low half of its first argument.
    static func load(_ offset: UInt32) -> Self { Self(0x20, 0, 0, offset) }
    /// Skips the next instruction unless the loaded word is `value`.
    static func ifEqual(_ value: UInt32) -> Self { Self(0x15, 0, 1, value) }
    static func skip(_ count: UInt8, ifEqual value: UInt32) -> Self {
      Self(0x15, count, 0, value)
    }
    static func skip(_ count: UInt8, unlessEqual value: UInt32) -> Self {
      Self(0x15, 0, count, value)
    }
    static func skip(_ count: UInt8, unlessAny bits: UInt32) -> Self { Self(0x45, 0, count, bits) }
    static let allow = Self(0x06, 0, 0, 0x7fff_0000)
    static func refuse(_ error: UInt32) -> Self { Self(0x06, 0, 0, 0x0005_0000 | error) }

    private init(_ code: UInt16, _ ifTrue: UInt8, _ ifFalse: UInt8, _ operand: UInt32) {
      self.code = code
      self.ifTrue = ifTrue
      self.ifFalse = ifFalse
      self.operand = operand
    }
  }

  private enum Call {
    #if arch(x86_64)
      static let signals: [UInt32] = [62, 234, 129, 297]  // kill, tgkill, rt_(tg)sigqueueinfo
      static let clone: UInt32 = 56
      static let refused: [UInt32] = [
        200, 424,  // tkill, pidfd_send_signal
        57, 58, 59, 322,  // fork, vfork, execve, execveat
        41, 101, 310, 311,  // socket, ptrace, process_vm_readv, process_vm_writev
        109, 112,  // setpgid, setsid
        165, 166, 155, 161, 272, 308,  // mount, umount2, pivot_root, chroot, unshare, setns
        321, 323, 425,  // bpf, userfaultfd, io_uring_setup
      ]
      /// The mark of this architecture, and the bit of its second table of calls.
      static let architecture: UInt32 = 0xc000_003e
      static let secondTable: UInt32 = 0x4000_0000
    #else
      static let signals: [UInt32] = [129, 131, 138, 240]
      static let clone: UInt32 = 220
      static let refused: [UInt32] = [
        130, 424, 221, 281, 198, 117, 270, 271, 154, 157, 40, 39, 41, 51, 97, 268, 280, 282, 425,
      ]
      static let architecture: UInt32 = 0xc000_00b7
      static let secondTable: UInt32 = 0
    #endif
    static let clone3: UInt32 = 435
  }

  private func program(process: UInt32) -> [Instruction] {
    let notPermitted: UInt32 = 1
    let notImplemented: UInt32 = 38
    // Calls in the manner of another architecture have other numbers: none is let through.
    var program: [Instruction] = [
      .load(4), .skip(1, ifEqual: Call.architecture), .refuse(notPermitted), .load(0),
      .skip(1, unlessAny: Call.secondTable), .refuse(notPermitted),
    ]
    for call in Call.refused { program += [.ifEqual(call), .refuse(notPermitted)] }
    for call in Call.signals {
      // Signals to the process itself are its own affair: a trap is one.
      program += [
        .skip(4, unlessEqual: call), .load(16), .ifEqual(process), .allow, .refuse(notPermitted),
      ]
    }
    // A new thread is welcome, a new process is not. The C library falls back from clone3 to clone.
    program += [.ifEqual(Call.clone3), .refuse(notImplemented)]
    let newThread: UInt32 = 0x0001_0000
    program += [
      .skip(4, unlessEqual: Call.clone), .load(16), .skip(1, unlessAny: newThread), .allow,
      .refuse(notPermitted),
    ]
    return program + [.allow]
  }
#endif
