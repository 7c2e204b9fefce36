import AnswerServer
import Checks
import ExerciseKit
import Foundation
import LessonKit
import Sandbox

/// The learner's own room: `swift run Workbench`.
///
/// The very program is started again for what must not share a process: the answers while they are
/// checked, their judge, and a project, which may crash with them.
public struct Bench {
  let programs: [any BenchProgram.Type]
  let answers: (Int) -> [Offer]

  static let judge = "judge"
  static let host = "host"
  static let child = "run"

  /// A bench with these programs; `answers` gives the learner's functions of a lesson.
  public init(_ programs: [any BenchProgram.Type], answers: @escaping (Int) -> [Offer]) {
    self.programs = programs
    self.answers = answers
  }

  /// Does what the command line says, and ends the process.
  public func main() -> Never {
    let words = Self.choosingLanguage(Array(CommandLine.arguments.dropFirst()))
    switch words.first {
    case Self.judge where words.count == 1: JudgeProcess.run()
    case Self.host where words.count == 2: serve()
    case Self.child where words.count > 1:
      CrashReport.beginInChild()
      guard let program = program(words[1]) else { exit(64) }
      exit(program.card.run(Array(words.dropFirst(2))) { try program.run(on: $0) })
    case nil, "--help", "-h", "help", "list":
      say(BenchList(programs).text)
      exit(0)
    case "table": exit(TableCommand.run(Array(words.dropFirst())))
    case let name?:
      guard let program = program(name) else { exit(refuse(name)) }
      exit(ProgramRun(program, Array(words.dropFirst())).status())
    }
  }

  /// Takes the option `--language` out, which may stand anywhere: it holds for all that this
  /// program says and starts.
  private static func choosingLanguage(_ words: [String]) -> [String] {
    let option = "--language"
    var rest = words[...]
    var others: [String] = []
    while let word = rest.popFirst() {
      let attached = word.hasPrefix(option + "=") ? String(word.dropFirst(option.count + 1)) : nil
      guard word == option || attached != nil else {
        others.append(word)
        continue
      }
      // Without a value it is left where the other options are read, and refused there.
      guard let language = attached ?? rest.popFirst() else { return others + [option] }
      do {
        try Phrasebook.choose(language)
      } catch {
        complain("Workbench: --language: \(error.text)")
        exit(64)
      }
    }
    return others
  }

  private func program(_ name: String) -> (any BenchProgram.Type)? {
    programs.first { $0.name == name }
  }

  /// Answers a judge's calls with the learner's functions.
  private func serve() -> Never {
    let channel = Confinement.enter()
    let lesson = Confinement.arguments.dropFirst().first.flatMap { Int($0) } ?? 0
    Server(
      answers(lesson), read: { try channel.read(exactly: $0) }, write: { try channel.write($0) }
    ).run()
  }

  private func refuse(_ name: String) -> Int32 {
    let names = (programs.map { $0.name } + ["table"]).joined(separator: ", ")
    let words: Text = "Workbench: there is no program \"\(name)\"; there are \(names)"
    complain(words)
    return 64
  }
}

/// Words for standard output.
func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

/// Words for standard error.
func complain(_ text: Text) {
  FileHandle.standardError.write(Data((text.words + "\n").utf8))
}
