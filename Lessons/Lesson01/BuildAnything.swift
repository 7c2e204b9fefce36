import LessonKit

extension Lesson01 {
  /// Two layers of neurons for every truth table.
  static func buildAnything(_ board: Board) {
    board.section("A net can compute anything finite")
    board.say(
      """
      One neuron is weak, two layers are not. For each row of a truth table that answers yes, take \
      a neuron that fires for this row alone: the inputs that are 1 there excite it, the others \
      forbid it, and its threshold is the number of ones. One more neuron fires when any of them \
      does. It needs two ticks, because a signal takes one tick to cross a synapse.
      """)

    let different = TruthTable(inputs: 2) { $0[0] != $0[1] }
    let (net, _) = Circuits.lookUp(different, inputs: 2)
    board.draw(
      Figure(
        "What no single unit can do",
        caption:
          "\"x1 or x2, but not both\": a neuron for each row that answers yes, and an \"or\"."
      ) { net.graph() })

    let inputs = board.wholeSetting("inputs")
    let tables = 1 << (1 << inputs)
    let rows = truthTableRows(inputs: inputs)
    let right = board.progress("building nets", total: tables, unit: "nets") { tick in
      (0..<tables).count { number in
        defer { tick() }
        let table = TruthTable(number)
        let (net, output) = Circuits.lookUp(table, inputs: inputs)
        return rows.indices.allSatisfy { row in
          net.answer(to: rows[row], after: 2)[output] == table.answer(toRow: row)
        }
      }
    }
    board.say(
      """
      Is it true? We built this net for each of the \(tables, grouped: true) truth tables of \
      \(inputs) inputs and asked it every row. \(right, grouped: true) nets were right everywhere. \
      (The paper promises half of them: those that are silent when all inputs are. For the others \
      we need the neuron with threshold 0.)
      """)
    board.claim(
      "any-function", "two layers: any function of \(inputs) inputs",
      source: paper, published: "those silent at rest (Theorem 3)",
      measured: "\(right, grouped: true) of \(tables, grouped: true)", gate: "all",
      holds: right == tables)
  }

  /// A full adder, and four of them in a row.
  static func addNumbers(_ board: Board) {
    board.section("Neurons that add")
    board.say(
      """
      A table is no insight, though. Here is a net with one. To add three binary digits, count \
      them: one neuron says "at least one", one "at least two", one "at least three". The second \
      is the carry. The sum digit is 1 for an odd count: one but not two, or three.
      """)

    let (adder, sums, carryOut) = Circuits.rippleAdder(digits: 1)
    board.draw(
      Figure(
        "A full adder from five neurons", caption: "\"two\" is the carry.",
        name: "full-adder"
      ) { adder.graph() })

    let rows = truthTableRows(inputs: 3)
    let answers = rows.map { row -> (sum: Bool, carry: Bool) in
      let activity = adder.answer(to: row, after: 3)
      return (activity[sums[0]], activity[carryOut])
    }
    board.table(
      ["a", "b", "carry in", "carry", "sum"],
      zip(rows, answers).map { row, answer in
        (row + [answer.carry, answer.sum]).map { $0 ? "1" : "0" }
      })
    let rightRows = zip(rows, answers).count { row, answer in
      (answer.carry ? 2 : 0) + (answer.sum ? 1 : 0) == row.count { $0 }
    }
    board.claim(
      "full-adder", "a full adder, 5 neurons", source: paper,
      published: "possible (Theorem 3)", measured: "\(rightRows) of 8 rows right", gate: "all 8",
      holds: rightRows == 8)

    let rightSums = countRightSums(digits: 4)
    board.say(
      """
      Four of these side by side, each handing its carry to the next, add numbers up to 15 + 15. \
      The carry needs a tick for every digit it climbs. Of all 256 sums, \(rightSums) came out \
      right. A net of neurons can be the arithmetic unit of a computer, and two years later John \
      von Neumann designed one in these terms.
      """)
    board.claim(
      "ripple-adder", "adding 4-bit numbers, 20 neurons", source: paper,
      published: "possible (Theorem 3)", measured: "\(rightSums) of 256 sums right",
      gate: "all 256", holds: rightSums == 256)
  }

  /// How many of all sums of two numbers with so many binary digits come out right.
  private static func countRightSums(digits: Int) -> Int {
    let (net, sums, carry) = Circuits.rippleAdder(digits: digits)
    let numbers = 0..<1 << digits
    return numbers.reduce(0) { right, a in
      right
        + numbers.count { b in
          let stimulus = [a, b].flatMap { number in (0..<digits).map { number >> $0 & 1 == 1 } }
          let activity = net.answer(to: stimulus + [false], after: digits + 2)
          let sum = (sums + [carry]).enumerated().reduce(0) { sum, digit in
            sum + (activity[digit.element] ? 1 << digit.offset : 0)
          }
          return sum == a + b
        }
    }
  }
}
