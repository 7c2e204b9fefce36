#if os(Linux)
  import Foundation

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  // C functions with "..." are not imported; on 64-bit Linux they are called like any others.

  /// The C function `prctl`: what a process wishes for itself.
  enum Control {
    private typealias Function = @convention(c) (CInt, UInt, UInt, UInt, UInt) -> CInt

    static func call(_ option: CInt, _ a: UInt = 0, _ b: UInt = 0) -> CInt {
      guard let symbol = dlsym(nil, "prctl") else { return -1 }
      return unsafeBitCast(symbol, to: Function.self)(option, a, b, 0, 0)
    }

    /// Ends this process when the thread that started it has gone.
    static let endWithParent: CInt = 1
    static let setFilter: CInt = 22
    /// Whether others of the same user may look into this process.
    static let (getDumpable, setDumpable): (CInt, CInt) = (3, 4)
    /// No program that is started gains rights; both filters need that promise.
    static let noNewPrivileges: CInt = 38
  }

  /// The C function `syscall`, for what the C library has no functions for.
  enum DirectCall {
    private typealias Function = @convention(c) (Int, UInt, UInt, UInt, UInt) -> Int

    static func make(_ number: Int, _ a: UInt = 0, _ b: UInt = 0, _ c: UInt = 0, _ d: UInt = 0)
      -> Int
    {
      guard let symbol = dlsym(nil, "syscall") else { return -1 }
      return unsafeBitCast(symbol, to: Function.self)(number, a, b, c, d)
    }

    /// A file that lies in memory and has no name; nil where the system has none.
    static func memoryFile() -> Int32? {
      let closeOnStart: UInt = 1
      let file = "sandbox".withCString {
        make(createMemoryFile, UInt(bitPattern: $0), closeOnStart)
      }
      return file >= 0 ? Int32(file) : nil
    }

    /// A pipe whose ends no program inherits, not even one that another thread starts meanwhile.
    static func pipe(_ ends: inout [Int32]) -> Bool {
      ends.withUnsafeMutableBytes {
        make(createPipe, UInt(bitPattern: $0.baseAddress), UInt(O_CLOEXEC)) == 0
      }
    }

    #if arch(x86_64)
      static let openFile = 257
      private static let createMemoryFile = 319
      private static let createPipe = 293
    #else
      static let openFile = 56
      private static let createMemoryFile = 279
      private static let createPipe = 59
    #endif
    // These have the same numbers on all architectures.
    static let closeRange = 436
    static let createRules = 444
    static let addRule = 445
    static let restrictSelf = 446
  }
#endif
