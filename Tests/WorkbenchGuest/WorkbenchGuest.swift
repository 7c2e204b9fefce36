import AnswerProtocol
import AnswerServer
import Checks
import ExerciseKit
import LessonKit
import WorkbenchKit

/// A workbench with answers of every kind to lesson 02: 2.1 is right, 2.2 has the wrong sign, 2.3
/// crashes, and of 2.4 one half is still to be written.
@main enum WorkbenchGuest {
  static func main() {
    Bench(
      [
        Fine.self, Missed.self, Wrong.self, Lucky.self, Crashing.self, Open.self, Falling.self,
        Welcoming.self, Own.self,
      ], answers: { lesson in lesson == 2 ? offers : [] }
    ).main()
  }

  static let offers = [
    Offer("predicted(weights:bias:x:)") { call in
      Value(predicted(weights: try call.next(), bias: try call.next(), x: try call.next()))
    },
    Offer("updated(weights:bias:x:label:predicted:learningRate:)") { call in
      let (weights, bias): ([Float], Float) = (try call.next(), try call.next())
      let (x, label): ([Float], Float) = (try call.next(), try call.next())
      let (predicted, rate): (Float, Float) = (try call.next(), try call.next())
      let step = rate * (predicted - label)
      return Value((weights: zip(weights, x).map { $0 + step * $1 }, bias: bias + step))
    },
    Offer("trained(on:labels:epochLimit:predict:update:)") { call in
      let rows: [[Float]] = try call.next()
      return Value(rows[rows.count])
    },
    Offer("margin(weights:bias:x:labels:)") { _ in todo("margin(weights:bias:x:labels:)") },
    Offer("mistakeBound(x:margin:)") { call in
      let x: [[Float]] = try call.next()
      let margin: Float = try call.next()
      let radius = x.map { row in 1 + row.reduce(0) { $0 + $1 * $1 } }.max() ?? 0
      return Value((margin > 0 ? radius / (margin * margin) : nil) as Any)
    },
  ]
}

/// A project of the tests: its needs, and whether its gate holds.
protocol GuestProgram: BenchProgram {
  static var needs: [String] { get }
  static var holds: Bool { get }
}

extension GuestProgram {
  static var project: Project? { Project(name, "A guest", "For the tests.", needs: needs) }

  static func run(on board: Board) throws {
    board.claim(
      "gate", "a gate", source: "", published: "", measured: "", gate: "", holds: holds)
  }
}

enum Fine: GuestProgram {
  static let (needs, holds) = (["2.1"], true)
}

enum Missed: GuestProgram {
  static let (needs, holds) = (["2.1"], false)
}

enum Wrong: GuestProgram {
  static let (needs, holds) = (["2.1", "2.2"], false)
}

enum Lucky: GuestProgram {
  static let (needs, holds) = (["2.2"], true)
}

enum Crashing: GuestProgram {
  static let (needs, holds) = (["2.3"], true)
}

enum Open: GuestProgram {
  static let (needs, holds) = (["2.1", "2.4", "2.5"], true)
}

enum Falling: GuestProgram {
  static let (needs, holds) = (["2.1"], true)

  static func run(on board: Board) throws {
    // More features than weights: no check asks that.
    board.say("\(predicted(weights: [1], bias: 0, x: [1, 2]))")
  }
}

enum Welcoming: BenchProgram {
  static let project: Project? = Project(
    "welcoming", "A guest", "For the tests.", needs: ["2.1"], welcomes: ["2.1", "2.2"])

  static func run(on board: Board) throws {
    board.say("2.1 \(board.hasAnswer(to: "2.1")), 2.2 \(board.hasAnswer(to: "2.2"))")
  }
}

/// A program of the learner's own.
enum Own: BenchProgram {
  static func run(on board: Board) throws { board.say("seed \(board.seed)") }
}
