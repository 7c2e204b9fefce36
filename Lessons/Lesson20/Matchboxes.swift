import MiniTensor

/// MENACE: a box for each position, beads for its moves, and no other memory.
///
/// It moves first. A bead drawn by chance is the move; afterwards beads are added or taken away.
/// Source: D. Michie, Experiments on the mechanization of game-learning, The Computer Journal 6
/// (1963).
struct Matchboxes: Sendable {
  /// For each standard position the beads of its nine squares.
  private(set) var boxes: [TicTacToe: [Int]] = [:]
  /// Whether an empty box is filled as at the beginning; otherwise the machine resigns there.
  let refills: Bool
  /// How many beads a win adds.
  let winBeads: Int

  init(refills: Bool, winBeads: Int = 3) { (self.refills, self.winBeads) = (refills, winBeads) }

  /// A move that was drawn, and from which box.
  struct Draw: Sendable {
    let box: TicTacToe
    let square: Int
  }

  enum Result: Sendable { case won, drawn, lost }

  /// Beads of each move in a new box: fewer in late boxes, so that they learn faster.
  static func beads(atMove moves: Int) -> Int { 4 - moves / 2 }

  /// The beads for a position as it lies on the table, turned as its box is.
  func beads(for position: TicTacToe) -> [Int] {
    let box = position.standard.position
    return boxes[box] ?? Self.newBox(box)
  }

  private static func newBox(_ position: TicTacToe) -> [Int] {
    var beads = Array(repeating: 0, count: 9)
    for move in position.distinctMoves { beads[move] = Self.beads(atMove: position.moves) }
    return beads
  }

  /// Draws a bead: the move on the table, and what to remember of it.
  ///
  /// - Returns: nil if the box is empty: the machine resigns.
  mutating func move(
    in position: TicTacToe, using random: inout RandomGenerator
  ) -> (square: Int, draw: Draw)? {
    let (box, way) = position.standard
    if refills, beads(for: position).allSatisfy({ $0 == 0 }) { boxes[box] = Self.newBox(box) }
    let beads = beads(for: position)
    let total = beads.reduce(0, +)
    guard total > 0 else { return nil }
    var rest = random.integer(below: total)
    let square = beads.indices.first { index in
      rest -= beads[index]
      return rest < 0
    }!
    return (way[square], Draw(box: box, square: square))
  }

  /// Three beads more (`winBeads`) for a win, one for a draw, one less for a loss, in each box that
  /// was open.
  mutating func reinforce(_ draws: [Draw], _ result: Result) {
    for draw in draws {
      var beads = boxes[draw.box] ?? Self.newBox(draw.box)
      switch result {
      case .won: beads[draw.square] += winBeads
      case .drawn: beads[draw.square] += 1
      case .lost: beads[draw.square] = max(0, beads[draw.square] - 1)
      }
      boxes[draw.box] = beads
    }
  }

  /// Plays one game and learns from it.
  mutating func play(
    against opponent: Opponent, using random: inout RandomGenerator
  ) -> Result {
    var position = TicTacToe()
    var draws: [Draw] = []
    while !position.isOver {
      if position.player == 2 {
        position = position.after(opponent.move(in: position, using: &random))
      } else if position.moves == 8 {
        position = position.after(position.free[0])  // No choice, no box.
      } else if let (square, draw) = move(in: position, using: &random) {
        draws.append(draw)
        position = position.after(square)
      } else {
        break
      }
    }
    let result: Result =
      position.winner == 1 ? .won : position.winner == 0 && position.isOver ? .drawn : .lost
    reinforce(draws, result)
    return result
  }
}

/// Who plays against the boxes.
enum Opponent: Sendable {
  case random
  /// Never makes a losing move, and chooses among the best by chance.
  case expert(BestMoves)

  func move(in position: TicTacToe, using random: inout RandomGenerator) -> Int {
    switch self {
    case .random:
      let free = position.free
      return free[random.integer(below: free.count)]
    case .expert(let best):
      let moves = best.moves(in: position)
      return moves[random.integer(below: moves.count)]
    }
  }
}

/// The best moves everywhere, found by looking at all games to their end.
struct BestMoves: Sendable {
  private var values: [TicTacToe: Int] = [:]

  init() { _ = value(of: TicTacToe()) }

  /// 1 if the player to move wins against best play, 0 for a draw, -1 if it loses.
  private mutating func value(of position: TicTacToe) -> Int {
    if let known = values[position] { return known }
    let value: Int
    if position.winner != 0 {
      value = -1
    } else if position.moves == 9 {
      value = 0
    } else {
      value = position.free.map { -self.value(of: position.after($0)) }.max()!
    }
    values[position] = value
    return value
  }

  func moves(in position: TicTacToe) -> [Int] {
    let free = position.free
    let best = free.map { -values[position.after($0)]! }.max()!
    return free.filter { -values[position.after($0)]! == best }
  }
}
