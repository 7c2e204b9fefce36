#if os(Linux) && (arch(x86_64) || arch(arm64))
  import Foundation

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// The C function `open`, which also finds a thread of this process under `/proc/7/stat`.
  ///
  /// Dispatch asks there how busy its threads are, by each thread's own number, and gives the whole
  /// process up when it is refused. `FileAccessFilter` lets a process read only what lies under
  /// `/proc/self`, where the same file has another name. Programs that hold an answer export this
  /// function, so that Dispatch calls it instead of the C library's.
  @_cdecl("open")
  public func openFile(_ path: UnsafePointer<CChar>, _ flags: CInt, _ mode: mode_t) -> CInt {
    let currentFolder = -100
    func ask(_ path: UnsafePointer<CChar>) -> CInt {
      CInt(
        truncatingIfNeeded: DirectCall.make(
          DirectCall.openFile, UInt(bitPattern: currentFolder), UInt(bitPattern: path),
          UInt(UInt32(bitPattern: flags)), UInt(mode)))
    }
    let file = ask(path)
    guard file < 0, errno == EACCES else { return file }
    let parts = String(cString: path).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "", parts[1] == "proc", parts[3] == "stat",
      Int(parts[2]) != nil
    else {
      errno = EACCES
      return file
    }
    return "/proc/self/task/\(parts[2])/stat".withCString(ask)
  }
#endif
