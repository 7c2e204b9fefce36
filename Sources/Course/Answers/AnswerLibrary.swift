import Checks
import ExerciseKit
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process is told that runs one answer.
struct AnswerOrder: Codable {
  let assignment: Assignment
  let library: String
}

/// The process that runs one answer: it reads its order, closes the fences, and only then loads
/// the library with the student's code.
enum AnswerLibrary {
  /// The function of every compiled lesson that hands over its answers.
  static let symbol = "answerSheet"

  /// The whole life of such a process.
  static func runOrdered() -> Never {
    // What this process was given besides its input and output is none of the answer's business.
    for descriptor in 3..<Int32(256) { close(descriptor) }
    let data = FileHandle.standardInput.readDataToEndOfFile()
    guard let order = try? JSONDecoder().decode(AnswerOrder.self, from: data) else { _exit(1) }
    let nothing = open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    close(nothing)
    order.assignment.runConfined {
      let answers = load(order.library)
      guard let answer = answers.first(where: { $0.exercise.number == order.assignment.exercise })
      else { stop() }
      return answer
    }
  }

  private static func load(_ library: String) -> [Attempt] {
    guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else {
      FileHandle.standardError.write(Data("\(String(cString: dlerror()))\n".utf8))
      stop()
    }
    typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
    guard let entry = dlsym(handle, symbol) else { stop() }
    let box = unsafeBitCast(entry, to: Entry.self)()
    return Unmanaged<AnswerBox>.fromOpaque(box).takeRetainedValue().answers
  }

  private static func stop() -> Never { _exit(1) }
}
