import AnswerServer
import Sandbox

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that holds one learner's compiled answers, and nothing else: no check, no right
/// answer, no secret.
///
///     AnswerHost LIBRARY [ENTRY]
///
/// A library with several sets of answers has an entry for each.
/// It closes itself in first, and only then loads the library.
@main struct AnswerHost {
  static func main() {
    let channel = Confinement.enter()
    let arguments = Confinement.arguments
    guard let library = arguments.first,
      let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL),
      let symbol = dlsym(handle, arguments.dropFirst().first ?? OfferList.entry)
    else {
      complain(String(cString: dlerror()))
      exit(1)
    }
    typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
    let list = unsafeBitCast(symbol, to: Entry.self)()
    let offers = Unmanaged<OfferList>.fromOpaque(list).takeRetainedValue().offers
    Server(offers, read: { try channel.read(exactly: $0) }, write: { try channel.write($0) }).run()
  }

  private static func complain(_ words: String) {
    let bytes = Array((words + "\n").utf8)
    _ = write(2, bytes, bytes.count)
  }
}
