import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The process's real surroundings: file descriptors 0, 1 and 2.
enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal at standard output.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of `text`; gives up silently when nobody reads any more.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(Array(text.utf8))
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int)
    -> Int
  {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #elseif canImport(Glibc)
      Glibc.write(descriptor, bytes, count)
    #else
      Musl.write(descriptor, bytes, count)
    #endif
  }

  /// A copy of standard output's descriptor; from now on `print` goes to standard error.
  ///
  /// With `--json` only claims may reach standard output, whatever a lesson prints on its own.
  static func divertStandardOutput() -> Int32 {
    let copy = dup(1)
    guard copy >= 0, dup2(2, 1) >= 0 else { return 1 }
    return copy
  }
}

extension Page {
  /// The page that the process was started with.
  static func standard(options: Options, environment: [String: String]) -> Page {
    let isTerminal = Terminal.isTerminal(1)
    let isPlain = Page.isPlain(
      option: options.isPlain, isTerminal: isTerminal, environment: environment)
    let width = Page.width(ofTerminal: isTerminal ? Terminal.columns : nil)
    let output = options.isJSON ? Terminal.divertStandardOutput() : 1
    return Page(
      width: width, isRich: !isPlain && !options.isJSON,
      showsProgress: !isPlain && !options.isJSON && Terminal.isTerminal(2),
      write: { Terminal.write($0, to: output) }, writeError: { Terminal.write($0, to: 2) },
      readReturn: { readLine() }, isInputTerminal: Terminal.isTerminal(0))
  }
}
