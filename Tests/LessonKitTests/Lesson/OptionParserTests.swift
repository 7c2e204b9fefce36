import Testing

@testable import LessonKit

@Suite struct OptionParserTests {
  func parse(_ arguments: String...) throws -> Options {
    var parser = OptionParser(
      declared: LessonCard.sample.options, settings: LessonCard.sample.settings)
    return try parser.parse(arguments)
  }

  func message(_ arguments: String...) -> String? {
    var parser = OptionParser(
      declared: LessonCard.sample.options, settings: LessonCard.sample.settings)
    do {
      _ = try parser.parse(arguments)
      return nil
    } catch {
      return error.message.english
    }
  }

  @Test func defaults() throws {
    let options = try parse()
    #expect(options.seed == 1)
    #expect(!options.isQuick && !options.isJSON && !options.isPlain && !options.isStepping)
    #expect(options.figures == nil && options.language == nil)
    #expect(!options.flag("full"))
    #expect(options.text("data") == nil)
    #expect(options.integer("epochs") == 20)
    #expect(options.number("rate") == 0.1)
  }

  @Test func everyOption() throws {
    let options = try parse(
      "--seed", "7", "--quick", "--figures", "out dir", "--json", "--plain", "--step",
      "--language", "es", "--full", "--data=/tmp/a=b", "--epochs=3", "--rate", "0.5")
    #expect(options.seed == 7 && options.isQuick && options.isJSON && options.isPlain)
    #expect(options.isStepping && options.figures == "out dir" && options.language == "es")
    #expect(options.flag("full") && options.text("data") == "/tmp/a=b")
    #expect(options.integer("epochs") == 3 && options.number("rate") == 0.5)
  }

  @Test func theLastOneCounts() throws {
    #expect(try parse("--seed", "1", "--seed=2").seed == 2)
    #expect(try parse("--seed", "18446744073709551615").seed == .max)
  }

  @Test func unknownOptionsAreNamed() {
    #expect(message("--sed", "3") == "unknown option --sed")
    #expect(message("-q") == "unknown option -q")
    #expect(message("--") == "unknown option --")
    #expect(message("quick") == "unexpected argument \"quick\"")
  }

  @Test func badValuesAreNamed() {
    for value in ["abc", "-1", "1.5", "18446744073709551616", "0x10", "٣"] {
      #expect(message("--seed", value)?.hasSuffix("not \"\(value)\"") == true)
    }
    #expect(message("--seed") == "--seed needs a value: a whole number")
    #expect(message("--seed=") == "--seed needs a value: a whole number")
    #expect(message("--figures", "--quick") == "--figures needs a value: a folder")
    #expect(message("--figures", "") == "--figures needs a value: a folder")
    #expect(message("--data") == "--data needs a value: DIR")
    #expect(message("--quick=yes") == "--quick takes no value, but was given \"yes\"")
    #expect(message("--full=1") == "--full takes no value, but was given \"1\"")
    #expect(
      message("--epochs", "0") == "--epochs needs a whole number from 1 to 100, not \"0\"")
    #expect(message("--rate", "nan") == "--rate needs a number from 0 to 1, not \"nan\"")
    #expect(message("--rate", "-0.5") == "--rate needs a number from 0 to 1, not \"-0.5\"")
  }

  @Test func help() {
    let recorder = Recorder()
    let status = recorder.run(["--help"]) { _ in Issue.record("the lesson must not begin") }
    #expect(status == 0)
    #expect(recorder.output.contains("Layers as matrix products."))
    for name in ["--help", "--seed N", "--figures DIR", "--full", "--data DIR", "--epochs N"] {
      #expect(recorder.output.contains("  \(name) "), "\(name) is missing")
    }
    #expect(recorder.output.contains("how often (20)"))
    #expect(recorder.lines.allSatisfy { $0.displayWidth <= 80 })
  }

  @Test func usageErrorsEndWith64() {
    let recorder = Recorder()
    let status = recorder.run(["--nope"]) { _ in Issue.record("the lesson must not begin") }
    #expect(status == 64)
    #expect(recorder.output.isEmpty)
    let lines = recorder.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == "Lesson04: unknown option --nope")
    #expect(lines.last?.hasPrefix("usage: swift run Lesson04 [--help] [--seed N]") == true)
  }

  @Test func unknownLanguage() {
    let recorder = Recorder()
    #expect(recorder.run(["--language", "xx"]) == 64)
    #expect(recorder.errors.contains("\"xx\" (there is: en"))
    #expect(Recorder().run(environment: ["COURSE_LANGUAGE": "xx"]) == 0)
  }

  /// Wherever the language stands, before the mistake or behind it.
  @Test(arguments: [["--language", "es", "--nope"], ["--nope", "--language=es"]])
  func mistakesAreToldInTheLanguage(_ arguments: [String]) {
    let recorder = Recorder()
    #expect(recorder.run(arguments) == 64)
    #expect(recorder.errors.hasPrefix("Lesson04: opción desconocida --nope\nuso: swift run"))
  }

  @Test func undeclaredNamesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Options().flag("full") }
  }

  @Test func plainness() throws {
    func looks(_ options: [String], _ terminal: Bool, _ environment: [String: String]) throws
      -> String
    {
      var parser = OptionParser(declared: [])
      let options = try parser.parse(options)
      let look = Page.appearance(
        options: options, isTerminal: terminal, environment: environment)
      return look.isPlain
        ? (look.hasColour ? "wrong" : "plain") : look.hasColour ? "colour" : "drawn"
    }
    let xterm = ["TERM": "xterm-256color"]
    #expect(try looks([], true, xterm) == "colour")
    #expect(try looks(["--plain"], true, xterm) == "plain")
    #expect(try looks([], false, xterm) == "plain")
    #expect(try looks([], true, ["TERM": "xterm", "NO_COLOR": "1"]) == "drawn")
    #expect(try looks([], true, ["TERM": "xterm", "NO_COLOR": ""]) == "colour")
    #expect(try looks([], true, ["TERM": "dumb"]) == "plain")
    #expect(try looks([], true, [:]) == "drawn")
    #expect(try looks(["--color", "always"], false, [:]) == "colour")
    #expect(try looks(["--color=always"], true, ["TERM": "xterm", "NO_COLOR": "1"]) == "colour")
    #expect(try looks(["--color", "never"], true, xterm) == "drawn")
    #expect(try looks(["--color", "always", "--plain"], true, xterm) == "plain")
    #expect(Page.width(ofTerminal: nil) == 80)
    #expect(Page.width(ofTerminal: 200) == 80)
    #expect(Page.width(ofTerminal: 10) == 40)
  }
}
