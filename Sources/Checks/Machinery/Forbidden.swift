import ExerciseKit

/// A construct that an answer may not contain, because it reaches past the exercise.
///
/// A scan of the words, before anything is compiled. Nothing that decides about points lives in the
/// answer's process, so this is no lock: it tells at once, in words, what could not work anyway,
/// such as other modules and symbols by name.
public struct Forbidden: Sendable, Equatable {
  /// The construct as the student wrote it: "import Testing", "@_silgen_name".
  public let construct: String
  /// Where.
  public let line: Int

  /// What to tell the student.
  public var message: Text {
    "line \(line) says \"\(construct)\", which an answer may not use"
  }

  /// The modules that an answer may import.
  public static let modules: Set<String> = [
    "ExerciseKit", "MiniTensor", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin",
    "Swift", "Dispatch", "Synchronization", "RegexBuilder",
  ]

  private static let attributes: Set<String> = [
    "section", "used", "c", "cdecl", "export", "testable", "objc", "NSApplicationMain",
    "UIApplicationMain", "main",
  ]
  private static let directives: Set<String> = ["sourceLocation", "externalMacro", "line"]
  private static let names: Set<String> = ["dlsym", "dlopen", "dladdr", "dl_iterate_phdr"]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  /// Looks into the text of an answer; nil when nothing is wrong.
  public static func found(in source: String) -> Forbidden? {
    let scan = SwiftWords(source)
    if scan.isTooDeep {
      return Forbidden(construct: "strings within strings", line: scan.words.last?.line ?? 1)
    }
    let words = scan.words
    for (place, word) in words.enumerated() {
      func next(_ distance: Int = 1) -> String {
        place + distance < words.count ? words[place + distance].text : ""
      }
      let isMember = place > 0 && words[place - 1].text == "."
      switch word.text {
      case "@" where next().hasPrefix("_") || attributes.contains(next()):
        return Forbidden(construct: "@" + next(), line: word.line)
      case "#" where directives.contains(next()):
        return Forbidden(construct: "#" + next(), line: word.line)
      case "import" where !isMember:
        let module = kinds.contains(next()) ? next(2) : next()
        if !modules.contains(module) {
          return Forbidden(construct: "import " + module, line: word.line)
        }
      case let name where names.contains(name):
        return Forbidden(construct: name, line: word.line)
      default: continue
      }
    }
    return nil
  }
}
