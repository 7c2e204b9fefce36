import Testing

@testable import LessonKit

@Suite struct SeedTests {
  private func board(_ seed: UInt64) -> Board {
    var options = Options()
    options.seed = seed
    return .sample(Recorder(), options)
  }

  @Test func noTwoRunsShareASeed() {
    var seeds: Set<UInt64> = []
    for seed in UInt64(0)..<40 {
      let board = board(seed)
      for experiment in ["moons", "digits", "digit", ""] {
        for run in -1..<50 { seeds.insert(board.seed(of: experiment, run: run)) }
      }
    }
    #expect(seeds.count == 40 * 4 * 51)
  }

  @Test func theSameAskedTwiceIsTheSame() {
    #expect(board(3).seed(of: "moons", run: 2) == board(3).seed(of: "moons", run: 2))
    #expect(board(3).seed(of: "moons") == board(3).seed(of: "moons", run: 0))
  }

  /// Neighbouring seeds differ in about half of their bits.
  @Test func neighboursAreNotAlike() {
    let differences = (0..<64).map { run in
      (board(1).seed(of: "moons", run: run) ^ board(1).seed(of: "moons", run: run + 1))
        .nonzeroBitCount
    }
    #expect(differences.allSatisfy { (8...56).contains($0) })
    #expect((28...36).contains(differences.reduce(0, +) / 64))
  }
}
