import Checks
import ExerciseKit
import Foundation
import LessonKit

/// The learner's and the instructor's tool: `swift run Course`.
///
/// What each command does stands in the file named after it.
@main struct Tool {
  /// The course's version; CHANGELOG.md tells what each one brought.
  static let version = "2.0.0"

  static let usage: Text = """
    usage: swift run Course                    the map of the lessons, and the next step
           swift run Course list               every exercise with its effort
           swift run Course check [5 | 5.2]    check answers, and explain what fails
           swift run Course hint 5.2           a hint; a stronger one each time
           swift run Course reset 5.2          put the stub back, keep your text beside it
           swift run Course watch [5 | 5.2]    check again whenever a file is saved
           swift run Course --version          which version of the course this is
    the first six take --json, for editors; all take --plain (neither colour nor
    drawing characters), --color always | never | auto and --language CODE

           swift run Course grade FOLDER       grade a class: each folder or archive in it
             --out DIR  --jobs N  --seed N  --only 2,5.1  --points FILE  --students FILE
             --projects N  --isolation bwrap | unshare | none
           swift run Course student-edition DIR   a copy without solutions, to hand out
           swift run Course update DIR         bring this edition under older answers
           swift run Course site DIR           the course as pages for a browser
             --quick  --no-lessons  --only-english
             --repository URL  --base-path PATH
    """

  private static let flags: [String: Set<String>] = [
    "map": ["--json", "--version"], "list": ["--json"], "check": ["--json"],
    "hint": ["--json"],
    "reset": ["--json"], "watch": ["--json"], "seal": [], "help": [], "grade": [],
    "student-edition": [], "update": [], "site": SiteOptions.flags,
  ]
  private static let withValues = ["grade": GradeOptions.valued, "site": SiteOptions.valued]
  #if HIDDEN_CHECKS
    /// For authors, who have the references.
    private static let ofAuthors = [
      "mutate": MutateCommand.flags, "texts": TextsCommand.flags,
    ]
    private static let valued = withValues.merging(["mutate": MutateCommand.valued]) { first, _ in
      first
    }
  #else
    private static let ofAuthors: [String: Set<String>] = [:]
    private static let valued = withValues
  #endif

  static func main() {
    if let trouble = CallingConvention.trouble() {
      Console.complain("Course: \(trouble)")
      exit(69)
    }
    // A process that the tool starts itself, to judge one answer.
    switch CommandLine.arguments.dropFirst() {
    case ["judge"]: JudgeProcess.run()
    default: break
    }
    Interruption.prepare()
    do {
      let common = try CommonWords(Array(CommandLine.arguments.dropFirst()))
      try choose(common)
      if common.rest.contains("--help") || common.rest.contains("-h") {
        Console.say(usage.words)
        exit(0)
      }
      let words = try CommandWords(
        common.rest, flags: flags.merging(ofAuthors) { first, _ in first }, valued: valued)
      exit(try run(words, language: common.language))
    } catch let error as ToolError {
      Console.complain("Course: \(error.message.words)")
      exit(1)
    } catch let error as UsageError {
      Console.complain("Course: \(error.message.words)\n\(usage.words)")
      exit(64)
    } catch {
      Console.complain("Course: \(SystemTrouble(error).sentence.words)")
      exit(SystemTrouble(error).isFullDisk ? Console.cannotWrite : 1)
    }
  }

  /// Settles the language before anything is said; programs and the pages of the course have
  /// English, unless they ask.
  private static func choose(_ words: CommonWords) throws {
    let isEnglish = words.rest.contains("--json") || words.rest.first == "site"
    guard let language = words.language ?? (isEnglish ? "en" : nil) else { return }
    do { try Phrasebook.choose(language) } catch { throw UsageError("--language: \(error.text)") }
  }

  /// Carries out a command; the exit status is 1 when something that was attempted fails.
  private static func run(_ words: CommandWords, language: String?) throws -> Int32 {
    let isJSON = words.has("--json")
    var workbook = Workbook(.course)
    switch words.command {
    case "map", "list":
      try words.expect(0...0, "no exercise")
      if words.has("--version") {
        Console.say("Neuron to Diffusion \(version)")
        return 0
      }
      let map = try MapCommand(&workbook)
      isJSON
        ? try Console.say(json: map.json)
        : Console.say(words.command == "map" ? map.map : map.list)
    case "check":
      let check = try CheckCommand(words.arguments, &workbook)
      isJSON ? try Console.say(json: check.json) : Console.say(check.text)
      return check.isFine ? 0 : 1
    case "hint":
      try words.expect(1...2, "an exercise, such as 5.2")
      let hint = try HintCommand(words.arguments, &workbook)
      isJSON ? try Console.say(json: hint) : Console.say(hint.text)
    case "reset":
      try words.expect(1...1, "an exercise, such as 5.2")
      let reset = try ResetCommand(words.arguments[0], workbook)
      isJSON ? try Console.say(json: reset) : Console.say(reset.text)
    case "watch":
      try WatchCommand(place: .course, isJSON: isJSON, words: words.arguments).run()
    case "grade":
      return try GradeCommand.run(words)
    case "student-edition":
      try words.expect(1...1, "the folder to make")
      Console.say(
        try StudentEditionCommand.run(.course, to: words.folder(0), language: language ?? "en"))
    case "update":
      try words.expect(1...1, "the folder of a student edition")
      Console.say(try UpdateCommand(.course, to: words.folder(0)).text)
    case "site":
      return try SiteCommand(course: .course, options: try SiteOptions(words)).run()
    case "seal":
      let sealed = try SealCommand.run(.course)
      Console.say(sealed.isEmpty ? " nothing has changed" : sealed.joined(separator: "\n"))
    #if HIDDEN_CHECKS
      case "mutate":
        return try MutateCommand.run(words)
      case "texts":
        return try TextsCommand.run(.course, words)
    #endif
    default:
      Console.say(usage.words)
    }
    return 0
  }
}
