/// A position of tic-tac-toe: nine squares, row after row; 0 is empty, 1 the first player's, 2 the
/// second's.
struct TicTacToe: Hashable, Sendable {
  private(set) var squares = Array(repeating: 0, count: 9)

  /// Three in a row: the ways to win.
  static let lines = [
    [0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6],
  ]

  /// How many moves were made.
  var moves: Int { squares.count { $0 != 0 } }

  /// Who moves: 1 begins.
  var player: Int { moves.isMultiple(of: 2) ? 1 : 2 }

  var free: [Int] { squares.indices.filter { squares[$0] == 0 } }

  /// 1 or 2, or 0 if nobody has three in a row.
  var winner: Int {
    let line = Self.lines.first {
      let first = squares[$0[0]]
      return first != 0 && first == squares[$0[1]] && first == squares[$0[2]]
    }
    return line.map { squares[$0[0]] } ?? 0
  }

  var isOver: Bool { winner != 0 || moves == 9 }

  func after(_ move: Int) -> TicTacToe {
    var next = self
    next.squares[move] = player
    return next
  }

  /// The empty squares with which a player would have three in a row now.
  func threats(of player: Int) -> [Int] {
    free.filter { move in
      Self.lines.contains { line in
        line.contains(move) && line.allSatisfy { $0 == move || squares[$0] == player }
      }
    }
  }

  // MARK: - Positions that are one and the same

  /// The eight ways to turn and mirror the board: square i of the new board is square `way[i]` of
  /// the old.
  static let symmetries: [[Int]] = {
    func turned(_ way: [Int]) -> [Int] { [6, 3, 0, 7, 4, 1, 8, 5, 2].map { way[$0] } }
    func mirrored(_ way: [Int]) -> [Int] { [2, 1, 0, 5, 4, 3, 8, 7, 6].map { way[$0] } }
    var ways = [Array(0..<9)]
    for _ in 0..<3 { ways.append(turned(ways.last!)) }
    return ways + ways.map(mirrored)
  }()

  func seen(through way: [Int]) -> TicTacToe {
    var other = self
    for i in 0..<9 { other.squares[i] = squares[way[i]] }
    return other
  }

  /// The one of the eight that stands for all, and the way to it.
  var standard: (position: TicTacToe, way: [Int]) {
    var best = (position: self, way: Self.symmetries[0])
    for way in Self.symmetries.dropFirst() {
      let other = seen(through: way)
      if other.squares.lexicographicallyPrecedes(best.position.squares) { best = (other, way) }
    }
    return best
  }

  /// The free squares, but of those that symmetry makes equal only the first.
  var distinctMoves: [Int] {
    let ways = Self.symmetries.filter { seen(through: $0) == self }
    return free.filter { move in ways.allSatisfy { way in way[move] >= move } }
  }
}

// MARK: - Counting

extension TicTacToe {
  /// Every position that a game can lead to, the empty board included.
  static func reachable() -> Set<TicTacToe> {
    var known: Set<TicTacToe> = [TicTacToe()]
    var waiting = Array(known)
    while let position = waiting.popLast() {
      guard !position.isOver else { continue }
      for move in position.free where known.insert(position.after(move)).inserted {
        waiting.append(position.after(move))
      }
    }
    return known
  }

  /// Whether the player to move has lost already: the other has two threats, and there is no win to
  /// be had.
  var isLost: Bool {
    threats(of: player).isEmpty && threats(of: 3 - player).count > 1
  }

  /// How often the first wins, the second wins, and nobody, when all moves are drawn by chance.
  ///
  /// Exact: the shares of the moves' results, averaged.
  func randomResults() -> (first: Double, second: Double, draw: Double) {
    switch winner {
    case 1: return (1, 0, 0)
    case 2: return (0, 1, 0)
    default: break
    }
    guard moves < 9 else { return (0, 0, 1) }
    let free = free
    var sum = (first: 0.0, second: 0.0, draw: 0.0)
    for move in free {
      let result = after(move).randomResults()
      sum.first += result.first / Double(free.count)
      sum.second += result.second / Double(free.count)
      sum.draw += result.draw / Double(free.count)
    }
    return sum
  }
}
