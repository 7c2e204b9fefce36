import Testing

@testable import LessonKit

@Suite struct CostTests {
  private let cost = Cost(
    seconds: 36, operations: [1_000_000, 200_000, 30_000], peak: 1e9, price: 2.5, power: 100)

  @Test func isAddedUp() {
    #expect(cost.total == 1_230_000)
    #expect(abs(cost.hours - 0.01) < 1e-12 && abs(cost.kilowattHours - 0.001) < 1e-12)
    let cells = (cost.operationRows + cost.rows).map { $0.map(\.english) }
    #expect(cells.contains(["all that the library counts", "1,230,000"]))
    #expect(cells.contains(["money at 2.5 an hour", "0.025"]))
    #expect(cells.contains(["energy at 100 W", "0.001 kWh"]), "\(cells)")
  }

  @Test func isToldWhenItIsAskedFor() {
    let recorder = Recorder()
    #expect(recorder.run { $0.say("nothing") } == 0)
    #expect(!recorder.output.contains("what it cost"))
    for options in [["--cost"], ["--price", "3"], ["--power=200"]] {
      let recorder = Recorder()
      #expect(recorder.run(options) { $0.say("nothing") } == 0)
      #expect(recorder.output.contains("what it cost") && recorder.output.contains("GPT-3"))
    }
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "cheap"])
  func badPricesAreNamed(_ price: String) {
    let recorder = Recorder()
    #expect(recorder.run(["--price", price]) == 64)
    #expect(recorder.errors.contains("--price needs a number above 0, not \"\(price)\""))
  }
}
