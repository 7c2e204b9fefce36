import Testing

@testable import LessonKit

/// A learner may change the numbers of an experiment; its claims are then told and not judged.
@Suite struct SettingTests {
  private func read(_ arguments: String...) -> (whole: Int, number: Double, changed: [String]) {
    var read = (0, 0.0, [String]())
    _ = Recorder().run(arguments) {
      read = ($0.wholeSetting("hidden"), $0.setting("learning-rate"), $0.changedSettings)
    }
    return read
  }

  @Test func areReadByTheirNames() {
    #expect(read() == (2, 0.5, []))
    #expect(read("--set", "hidden=8") == (8, 0.5, ["hidden"]))
    #expect(
      read("--set=learning-rate=1e0", "--set", "hidden=64")
        == (64, 1, ["hidden", "learning-rate"]))
    #expect(read("--set", "hidden=3", "--set", "hidden=2") == (2, 0.5, []))
  }

  @Test(arguments: [
    ("hiden=3", "--set: there is no setting \"hiden\"; there are hidden, learning-rate"),
    ("hidden", "--set needs a setting and its value, such as hidden=1, not \"hidden\""),
    ("hidden=", "--set hidden needs a whole number from 1 to 64, not \"\""),
    ("hidden=65", "--set hidden needs a whole number from 1 to 64, not \"65\""),
    ("hidden=2.5", "--set hidden needs a whole number from 1 to 64, not \"2.5\""),
    ("learning-rate=nan", "--set learning-rate needs a number from 0.25 to 8, not \"nan\""),
    ("=3", "--set: there is no setting \"\"; there are hidden, learning-rate"),
  ])
  func badOnesAreNamed(_ words: String, _ message: String) {
    let recorder = Recorder()
    #expect(recorder.run(["--set", words]) == 64)
    #expect(recorder.errors.contains(message), "\(recorder.errors)")
  }

  @Test func changedOnesAreNotJudged() {
    func status(_ arguments: [String], _ recorder: Recorder = Recorder()) -> Int32 {
      recorder.run(arguments) {
        $0.claim(
          "a", "accuracy", source: "", published: "97 %", measured: "40 %", gate: "96 %",
          holds: false)
      }
    }
    #expect(status([]) == 1)
    #expect(status(["--set", "hidden=2"]) == 1, "the same value changes nothing")
    let recorder = Recorder()
    #expect(status(["--set", "hidden=8"], recorder) == 0)
    #expect(recorder.output.contains("40 %  none: not judged, as --set changed hidden"))
  }

  @Test func helpNamesRangeAndDefault() {
    let recorder = Recorder()
    #expect(recorder.run(["--help"]) == 0)
    #expect(recorder.output.contains("  hidden           hidden units; 1 to 64 (2)\n"))
    #expect(recorder.output.contains("how far each step goes; 0.25 to 8 (0.5)\n"))
  }

  @Test func undeclaredNamesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Recorder().run { _ = $0.setting("x") } }
    await #expect(processExitsWith: .failure) { _ = Recorder().run { _ = $0.setting("hidden") } }
  }
}
