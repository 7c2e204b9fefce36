import Experiments
import LessonKit
import MiniTensor

extension Lesson05 {
  /// Who is Colin's aunt? A network that must invent codes for people to answer that.
  static func meetTheFamilies(_ board: Board) {
    board.section("Two families")
    board.say(
      """
      Hinton's example of 1986: two families, one English, one Italian, of the same shape. Twelve \
      relations make \(FamilyTrees.facts.count) facts, such as: Colin, aunt -> Jennifer, Margaret. The network gets a \
      person and a relation, one input unit each, so that no two people are more alike than any \
      others. It must squeeze the person through six units, and from these and the relation name \
      the answer. It learns 100 facts; four are held out.
      """)
    board.listing(
      """
      24 people ----> 6 --+
                          +--> 12 --> 6 --> 24 people
      12 relations -> 6 --+
      """)

    let runs = board.isQuick ? 4 : 30
    let fewer = board.isQuick ? 1 : 2
    let variants = Self.variants
    let results = board.progress(
      "learning family trees", total: runs + fewer * (variants.count - 1), unit: "runs"
    ) { tick in
      variants.enumerated().map { index, variant in
        concurrently(index == 0 ? runs : fewer, seed: board.seed, tick: { tick() }) {
          _, generator, tick in
          defer { tick() }
          return FamilyRun(variant.recipe, using: &generator)
        }
      }
    }
    let (ours, printed) = (results[0], results[1])

    board.draw(
      Figure(
        "The printed recipe and the one that learns",
        caption: """
          As printed: mean of \(fewer) runs; the other: mean of \(runs). Answering nothing to \
          everything costs about 54.
          """,
        x: "sweeps", y: Axis("error on the 100 facts", range: 0...80), name: "family-error"
      ) {
        for (runs, name) in [(printed, "as printed"), (ours, "larger start, larger steps")]
          as [([FamilyRun], Text)]
        {
          let every = Array(stride(from: 0, to: FamilyRun.sweeps, by: 10))
          Lines(x: every, y: every.map { k in runs.map { $0.errors[k] }.mean }, name: name)
        }
      })
    board.table(
      ["recipe", "start", "rate", "decay", "runs", "learned", "held out, right"],
      zip(variants, results).map { variant, runs in
        [
          variant.name, "+-\(variant.recipe.spread)", "\(variant.recipe.learningRate)",
          "\(variant.recipe.decay)", "\(runs.count)",
          "\(runs.map(\.trainRight).mean, percent: 0)",
          "\(runs.map(\.heldOutRight).mean, percent: 0)",
        ]
      })
    let sizes = printed.map(\.weightSizes)
    board.say(
      """
      The recipe as printed learns nothing here. Weights of 0.3 pass on little: from the answers to \
      the codes the blame goes through three matrices and four slopes a (1 - a), each at most 1/4. What reaches \
      the codes is too weak for a rate of 0.01, while the decay takes its 0.2 % of every weight in \
      every sweep: their mean size fell from \(sizes.map(\.start).mean, decimals: 2) to \
      \(sizes.map(\.end).mean, decimals: 2). Start larger, step further, decay less, and it learns. \
      With the printed start or the printed rate put back it learns next to nothing, with the printed decay only a part. Blame that fades layer by layer will come back: in \
      lesson 10, and in lesson 11 with a name.
      """)

    let best = ours.max { $0.heldOutRight < $1.heldOutRight }!
    showCodes(best, on: board)

    let (train, heldOut) = (ours.map(\.trainRight).mean, ours.map(\.heldOutRight).mean)
    let all: Text = """
      \(train, percent: 1) over \(runs) runs (as printed: \
      \(printed.map(\.trainRight).mean, percent: 0))
      """
    let four = ours.count { $0.heldOutRight == 1 }
    let measured: Text = "\(heldOut, percent: 1); four of four in \(four) of \(runs) runs"
    let tooFew: Text = "\(runs) runs are too few to judge by"
    board.claim(
      learned.id, learned.statement, source: learned.source, published: learned.published,
      measured: all, gate: "at least 95 % with the larger start", holds: train >= 0.95,
      notQuick: tooFew)
    board.claim(
      untold.id, untold.statement, source: untold.source, published: untold.published,
      measured: measured, gate: "at least 30 % over \(runs) runs", holds: heldOut >= 0.3,
      notQuick: tooFew)

  }

  private typealias Publication = (id: String, statement: Text, source: Text, published: Text)

  private static let learned: Publication = (
    "family-trees-learned", "the network learns the 100 facts",
    "Rumelhart, Hinton and Williams, Nature 323 (1986), figs. 3 and 4",
    "all, after 1,500 sweeps"
  )
  private static let untold: Publication = (
    "family-trees-held-out", "it answers facts it was never told",
    "Hinton, Learning distributed representations of concepts, 1986; UCI, kinship.names",
    "7 of 8, in two runs of 4"
  )

  private struct Variant: Sendable {
    let name: Text
    let recipe: FamilyRun.Recipe
  }

  /// The recipe that learns, the printed one, and the first with one thing at a time as printed.
  private static var variants: [Variant] {
    let (ours, printed) = (FamilyRun.Recipe.stronger, FamilyRun.Recipe.printed)
    var (start, rate, decay) = (ours, ours, ours)
    start.spread = printed.spread
    rate.learningRate = printed.learningRate
    decay.decay = printed.decay
    return [
      Variant(name: "the one that learns", recipe: ours),
      Variant(name: "as printed", recipe: printed),
      Variant(name: "... with the printed start", recipe: start),
      Variant(name: "... with the printed rate", recipe: rate),
      Variant(name: "... with the printed decay", recipe: decay),
    ]
  }

  /// The six numbers that one run invented for each person, and what they seem to mean.
  private static func showCodes(_ run: FamilyRun, on board: Board) {
    let units = (0..<6).map { unit in run.personCodes.map { $0[unit] } }
    board.draw(
      Figure(
        "What six units know about a person",
        caption: """
          Weights from the 24 people in the run that answered most of its held-out facts. In each \
          picture: English above, Italian below; from left to right four grandparents, six parents, \
          two children.
          """,
        name: "person-codes"
      ) {
        ImageGrid(
          units, width: 12, captions: (1...6).map { "unit \($0)" }, columns: 3)
      })
    let people = FamilyTrees.people.indices
    let groups: [(Text, [Int])] = [
      ("nation", people.map { $0 / 12 }),
      ("generation", people.map { FamilyTrees.generation(of: $0) }),
      ("branch", people.map { FamilyTrees.branch(of: $0) }),
    ]
    board.table(
      ["explained by"] + (1...6).map { "unit \($0)" },
      groups.map { name, group in
        [name] + units.map { "\(explainedShare($0, by: group), percent: 0)" }
      },
      title: """
        How much of the differences between a unit's 24 weights is explained by what nobody told \
        the network (by chance: 4, 9 and 9 %):
        """)
    board.say(
      """
      Nation, generation and branch of the tree are nowhere in the data. They are what makes \
      facts predictable: an English question has an English answer, a father is one generation \
      up. Where the two rows of a picture look alike, the network treats Colin as it treats Alfonso, \
      and so can answer about one what it was told about the other.
      """)
  }
}
