import LessonKit

extension Lesson03 {
  /// The theorems of 1969: features that see too little cannot decide.
  ///
  /// Each proof is a certificate.
  static func readTheBook(_ board: Board) {
    board.section("What the book proved")
    board.say(
      """
      "Perceptrons" (1969) is often said to have shown that neural networks cannot compute XOR, \
      and so to have stopped the field. The book says less, and more. Its machine is one neuron \
      that votes over features; a feature may be any function whatever, but it sees a part of the \
      input only. Such a machine computes XOR at once, if a feature may look at both inputs. The \
      question is how much a feature has to see. Minsky and Papert called the number of inputs \
      that the widest feature needs the order of a question.

      Parity has the worst order there is. Take any feature that misses an input, and go through \
      all inputs in pairs that differ in the missed one: the feature says the same to both, but \
      one is odd and the other even. So if every demand is taken once, each feature's weight \
      cancels. The certificate is 1, 1, ..., 1 again. The program checks it on every mask, a \
      feature that fires when all inputs of a set are 1; all features are sums of masks.
      """)
    var orders: [Int] = []
    let rows: [[Text]] = (2...8).map { inputCount in
      let order = Order.orderOfParity(inputCount: inputCount)
      orders.append(order)
      let masks = (1 << inputCount) - 1
      return ["\(inputCount)", "\(masks)", "\(order)", "\(inputCount)"]
    }
    board.table(
      [
        "inputs", "masks that miss an input", "narrowest mask that does not cancel sees",
        "hidden units in section 4",
      ], rows)
    board.say(
      """
      So a vote of features decides parity only if one of them sees every input. The hidden units \
      of section 4 are features too. Each of them does see everything, but it is a simple thing: \
      a neuron that counts.
      """)
    readTheDrawings(board)
    board.claim(
      "parity-order", "order of parity for 2 to 8 inputs",
      source: "Minsky and Papert, Perceptrons (1969), ch. 3", published: "N",
      measured: "\(orders)", gate: "exact: all narrower masks cancel",
      holds: orders == Array(2...8))
  }

  /// No window that is narrower than the drawing can tell whether it hangs together.
  private static func readTheDrawings(_ board: Board) {
    let width = 16
    let ends = [(0, 0), (0, 1), (1, 0), (1, 1)]
    let drawings = ends.map { BarDrawing(left: $0.0, right: $0.1, width: width) }
    board.say(
      """
      The second theorem is about drawings, and the book has it on its cover: is the ink all in \
      one piece? Suppose that every feature looks through a window, as narrow as you like or \
      nearly as wide as the picture. Here are four drawings:
      """)
    board.draw(fourDrawings(drawings))
    board.say(
      """
      Two hang together and two do not, and it depends on both ends: XOR, drawn with ink. A \
      window that misses an end sees each of its views in one connected drawing and in one broken \
      one. Certificate: 1, 1, 1, 1.
      """)
    let connected = drawings.map(\.isConnected)
    let blind = (1...width).filter {
      BarDrawing.certificateCancels(windowsOfWidth: $0, in: drawings)
    }
    board.claim(
      "connectedness", "windows of 1 to \(width) columns that cannot see connectedness",
      source: "Minsky and Papert (1969), introduction: diameter-limited perceptrons",
      published: "all that miss an end", measured: "widths 1 to \(blind.max() ?? 0) of \(width)",
      gate: "exact: all but the full width",
      holds: blind == Array(1..<width) && connected == [false, true, true, false])
  }
}
