import AnswerProtocol
import ExerciseKit

extension Checks06 {
  /// Exercise 6.2.
  static let backwardOrder = Check(
    "6.2", "Backward in topological order", difficulty: 3, minutes: 40,
    file: "BackwardOrder.swift", chapter: chapter, section: "In which order?",
    hints: [
      """
      Walk from the result to its parents, always deeper, to a node that you have not seen. When a \
      node has no such parent left, all its parents are in the list: now it may be listed too.
      """,
      """
      To come back from a parent you need to know where you were. Keep a path: a list of pairs, a \
      node and how many of its parents you have looked at. Its last pair is where you stand.
      """,
      """
      One round of the loop looks at the last pair. Is there another parent? Count the pair's \
      number up, and if that parent is new, mark it as seen and append it with 0. If not, append \
      the node to the order and remove the pair.
      """,
      """
      Gradients: a list of zeros, 1 for the last of the order. Then `for node in order.reversed()`, \
      and in it `zip(parents[node], slopes[node])`. Add with +=: a parent has several users.
      """,
    ],
    parts: [
      Part("the order", points: 2, smallOrders),
      Part("large graphs", points: 1, largeOrders),
      Part("the gradients", points: 2, askGradients),
    ],
    mistakes: orderMistakes + gradientMistakes)

  // MARK: - Questions

  /// (a + b) * b, with the result first.
  private static let example: [[Int]] = [[3, 2], [], [], [1, 2]]
  /// A long way and a short cut to the same leaf: 4 = f(3, 0), 3 = f(1), 1 = f(0).
  private static let shortCut: [[Int]] = [[], [0], [1], [1], [3, 0]]
  /// A short cut that comes first: 0 = f(1, 2), 1 = f(3), 2 = f(1), 3 a leaf, 4 a stranger.
  private static let early: [[Int]] = [[1, 2], [3], [1], [], [0, 3]]

  @Sendable private static func smallOrders(_ judge: Judge) {
    ask(judge, endingAt: 0, [[]])
    ask(judge, endingAt: 2, [[], [0], [1]])
    ask(judge, endingAt: 0, example)
    ask(judge, endingAt: 4, shortCut)
    ask(judge, endingAt: 0, early)
    ask(judge, endingAt: 1, [[], [0, 0]])
    ask(judge, endingAt: 3, example)
    for _ in 0..<5 {
      let graph = randomGraph(judge.generator.count(5...9), &judge.generator)
      ask(judge, endingAt: graph.result, graph.parents)
    }
  }

  @Sendable private static func largeOrders(_ judge: Judge) {
    let doublings = (0...40).map { $0 == 0 ? [] : [$0 - 1, $0 - 1] }
    judge.ask(
      topologicalOrder, 40, doublings,
      asked: "topologicalOrder(endingAt: 40, parents: [[], [0, 0], [1, 1], ... [39, 39]])")
    let count = 100_000 + judge.generator.count(0...999)
    let chain = (0..<count).map { $0 == 0 ? [] : [$0 - 1] }
    judge.ask(
      """
      topologicalOrder(endingAt: \(count - 1), parents: [[], [0], [1], ... [\(count - 2)]]) \
      == Array(0..<\(count))
      """
    ) { answers in try answers.call(topologicalOrder, count - 1, chain) == Array(0..<count) }
  }

  private static func ask(
    _ judge: Judge, endingAt result: Int, _ parents: [[Int]]
  ) {
    let needed = rightOrder(result, parents)
    judge.ask(
      topologicalOrder, result, parents,
      expect: """
        the \(needed.count) nodes that \(result) needs, each once, parents first: such as \
        \(Value(needed).shown)
        """,
      where: { isRight($0, needed: Set(needed), parents) })
  }

  private static func isRight(_ order: [Int], needed: Set<Int>, _ parents: [[Int]]) -> Bool {
    guard order.count == needed.count, Set(order) == needed else { return false }
    var listed: Set<Int> = []
    for node in order {
      guard parents[node].allSatisfy(listed.contains) else { return false }
      listed.insert(node)
    }
    return true
  }

  @Sendable private static func askGradients(_ judge: Judge) {
    askGradients(judge, 0, example, [[3, 8], [], [], [1, 1]])
    askGradients(judge, 2, [[], [0], [1]], [[], [2], [-0.5]])
    askGradients(judge, 1, [[], [0, 0]], [[], [1.5, 1.5]])
    askGradients(judge, 4, shortCut, [[], [3], [7], [-2], [0.5, 10]])
    askGradients(judge, 0, early, [[2, 5], [-1], [4], [], [9, 9]])
    for _ in 0..<5 {
      let graph = randomGraph(judge.generator.count(4...8), &judge.generator)
      let slopes = graph.parents.map { parents in
        judge.generator.floats(parents.count, in: -2...2).map { Double($0) }
      }
      askGradients(judge, graph.result, graph.parents, slopes)
    }
  }

  private static func askGradients(
    _ judge: Judge, _ result: Int, _ parents: [[Int]], _ slopes: [[Double]]
  ) {
    let order = rightOrder(result, parents)
    judge.ask(gradients, order, parents, slopes)
  }

  /// A graph whose nodes are numbered at random.
  private static func randomGraph(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> (result: Int, parents: [[Int]]) {
    let names = (0..<count).shuffled(using: &generator)
    var parents = Array(repeating: [Int](), count: count)
    for place in 1..<count {
      let users = generator.count(0...2)
      parents[names[place]] = (0..<users).map { _ in
        names.prefix(place).randomElement(using: &generator)!
      }
    }
    return (names[count - 1], parents)
  }

  // MARK: - Right answers

  private static let topologicalOrder = Function("topologicalOrder(endingAt:parents:)", rightOrder)
  private static let gradients = Function("gradients(order:parents:slopes:)", rightGradients)

  @Sendable private static func rightOrder(_ result: Int, _ parents: [[Int]]) -> [Int] {
    walk(result, parents) { $0 }
  }

  /// The walk in depth, with a chance to look at the parents in another way.
  private static func walk(
    _ result: Int, _ parents: [[Int]], _ chosen: ([Int]) -> [Int]
  ) -> [Int] {
    var order: [Int] = []
    var seen: Set = [result]
    var path = [(node: result, rest: chosen(parents[result])[...])]
    while let (node, remaining) = path.popLast() {
      var rest = remaining
      if let parent = rest.popFirst() {
        path.append((node, rest))
        if seen.insert(parent).inserted { path.append((parent, chosen(parents[parent])[...])) }
      } else {
        order.append(node)
      }
    }
    return order
  }

  @Sendable private static func rightGradients(
    _ order: [Int], _ parents: [[Int]], _ slopes: [[Double]]
  ) -> [Double] {
    passedBack(order.reversed(), from: order.last, parents, slopes) { $0 += $1 }
  }

  private static func passedBack(
    _ nodes: [Int], from result: Int?, _ parents: [[Int]], _ slopes: [[Double]],
    _ add: (inout Double, Double) -> Void
  ) -> [Double] {
    var gradients = Array(repeating: 0.0, count: parents.count)
    if let result { gradients[result] = 1 }
    for node in nodes {
      for (parent, slope) in zip(parents[node], slopes[node]) {
        add(&gradients[parent], slope * gradients[node])
      }
    }
    return gradients
  }

  // MARK: - Mistakes

  private static let orderMistakes: [Mistake] = [
    topologicalOrder.mistake(
      "your list begins with the result: parents come first, the result last"
    ) { rightOrder($0, $1).reversed() },
    topologicalOrder.mistake(
      """
      yours lists nodes by their distance from the result; where a short way and a long way lead to \
      the same node, it stands before one of its users only by luck
      """
    ) { result, parents in
      var order = [result]
      var seen: Set = [result]
      var place = 0
      while place < order.count {
        for parent in parents[order[place]] where seen.insert(parent).inserted {
          order.append(parent)
        }
        place += 1
      }
      return order.reversed()
    },
    topologicalOrder.mistake(
      "yours lists every node of the graph; those that the result does not depend on are to be left out"
    ) { result, parents in
      let needed = rightOrder(result, parents)
      var seen = Set(needed)
      // Nodes that nobody needs come first, parents first among them.
      var order: [Int] = []
      for node in parents.indices where !seen.contains(node) {
        for other in rightOrder(node, parents) where seen.insert(other).inserted {
          order.append(other)
        }
      }
      return order + needed
    },
    topologicalOrder.mistake(
      "yours believes that parents have smaller numbers, and sorts: the numbers say nothing about the order"
    ) { rightOrder($0, $1).sorted() },
    topologicalOrder.mistake(
      "a node with two users stands in your list twice: note which nodes you have seen"
    ) { result, parents in
      func walk(_ node: Int, _ depth: Int) -> [Int] {
        depth > 12 ? [] : parents[node].flatMap { walk($0, depth + 1) } + [node]
      }
      return walk(result, 0)
    },
    topologicalOrder.mistake(
      """
      the graph is deeper than the stack: a function that calls itself for every parent cannot go \
      down a hundred thousand nodes; use a loop and a list
      """
    ) { result, parents in
      if parents.count > 10_000 { throw Trap("stack overflow") }
      return rightOrder(result, parents)
    },
  ]

  private static let gradientMistakes: [Mistake] = [
    gradients.mistake(
      "the derivative of the result by itself is 1: yours begins with zeros only, and zeros come out"
    ) { passedBack($0.reversed(), from: nil, $1, $2) { $0 += $1 } },
    gradients.mistake(
      "yours walks the order from its beginning: gradients flow from the result, at the end, back"
    ) { passedBack($0, from: $0.last, $1, $2) { $0 += $1 } },
    gradients.mistake(
      "a second contribution replaces the first in yours: what comes from several users adds up"
    ) { passedBack($0.reversed(), from: $0.last, $1, $2) { $0 = $1 } },
    gradients.mistake(
      "the slopes are not used: a parent gets slope times gradient"
    ) { order, parents, slopes in
      passedBack(order.reversed(), from: order.last, parents, slopes.map { $0.map { _ in 1 } }) {
        $0 += $1
      }
    },
    gradients.mistake(
      "the gradients belong to the nodes by their numbers; yours stand in the order of the list"
    ) { order, parents, slopes in
      let right = rightGradients(order, parents, slopes)
      return order.map { right[$0] }
        + Array(repeating: 0, count: parents.count - order.count)
    },
  ]
}
