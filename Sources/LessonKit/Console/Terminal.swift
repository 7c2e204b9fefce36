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

  /// The lines of the terminal at standard output.
  static var lines: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Waits for space, Return or q, without an echo and without a Return after it.
  static func readKey() -> Page.Key {
    var before = termios()
    let isTerminal = tcgetattr(0, &before) == 0
    var raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    if isTerminal { tcsetattr(0, TCSANOW, &raw) }
    defer { if isTerminal { tcsetattr(0, TCSANOW, &before) } }
    while true {
      var byte: UInt8 = 0
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { return .end }
      switch byte {
      case UInt8(ascii: " "): return .more
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return .section
      case UInt8(ascii: "q"), UInt8(ascii: "Q"), 4: return .end
      default: continue
      }
    }
  }

  /// Writes all of `text`, or ends the process: quietly when nobody reads any more, otherwise with
  /// one line on standard error and ``ExitStatus/inputOutput``.
  static func writeOrEnd(_ text: String, to descriptor: Int32) {
    guard let trouble = write(text, to: descriptor) else { return }
    if trouble == EPIPE { exit(ExitStatus.success) }
    let words = String(cString: strerror(trouble))
    _ = write("cannot write to standard output: \(words)\n", to: 2)
    exit(ExitStatus.inputOutput)
  }

  /// Writes all of `text`; returns the system's error number if that failed.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = ArraySlice(Array(text.utf8))
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : ENOSPC }
      bytes = bytes.dropFirst(count)
    }
    return nil
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
    let appearance = Page.appearance(
      options: options, isTerminal: isTerminal, environment: environment)
    let width = Page.width(ofTerminal: isTerminal ? Terminal.columns : nil)
    let output = options.isJSON ? Terminal.divertStandardOutput() : 1
    return Page(
      width: width, isRich: !appearance.isPlain && !options.isJSON,
      hasColour: appearance.hasColour && !options.isJSON,
      showsProgress: !appearance.isPlain && !options.isJSON && Terminal.isTerminal(2),
      write: { Terminal.writeOrEnd($0, to: output) },
      writeError: { _ = Terminal.write($0, to: 2) },
      readReturn: { readLine() }, isInputTerminal: Terminal.isTerminal(0),
      height: isTerminal && Terminal.isTerminal(0) ? Terminal.lines : nil,
      readKey: { Terminal.readKey() },
      filmRows: isTerminal && !appearance.isPlain && !options.isJSON ? Terminal.lines : nil,
      wait: { Thread.sleep(forTimeInterval: $0) })
  }
}
