import LessonKit

/// Lesson 01 - The McCulloch-Pitts neuron (1943): a threshold unit computes logic.
@main
struct Lesson01: Lesson {
  static let card = LessonCard(
    number: 1, title: "The McCulloch-Pitts neuron", years: "1943",
    people: "Warren McCulloch and Walter Pitts",
    summary: """
      A nerve cell fires or it does not. So it can stand for a sentence that is true or false, and \
      a net of nerve cells for a thought. This lesson builds the first artificial neuron, counts \
      what one of them can do, and wires some into an adder, a memory and an illusion.
      """,
    settings: [
      .integer("largest-weight", default: 6, in: 1...6, "the largest weight that is tried"),
      .integer("inputs", default: 4, in: 1...4, "inputs of the truth tables that get a net"),
      .integer("cold-ticks", default: 5, in: 1...9, "how long the longer touch of cold lasts"),
    ],
    exercises: 5, chapter: "01-mcculloch-pitts-neuron.md")

  static func teach(on board: Board) throws {
    meetTheNeuron(board)
    countWhatOneCanDo(board)
    buildAnything(board)
    addNumbers(board)
    remember(board)
    feelHeatAndCold(board)
    lookAhead(board)
  }
}

extension Lesson01 {
  static let paper: Text = """
    McCulloch and Pitts, Bulletin of Mathematical Biophysics 5 (1943); pages of the 1990 reprint
    """

  /// What this neuron lacks, and who supplied it.
  static func lookAhead(_ board: Board) {
    board.section("What it cannot do yet")
    board.say(
      """
      You have seen logic, arithmetic, memory and a sensation, all made of one small part. But \
      every synapse was placed by hand, by someone who knew the answer already. The paper says so \
      plainly: the structure of the net does not change with time.

      A net that finds its own synapses, from its own mistakes: that took another fourteen years. \
      It is lesson 02.
      """)
  }
}
