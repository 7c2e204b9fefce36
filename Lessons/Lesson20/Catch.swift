import MiniTensor

/// A ball falls, a bat of three pixels waits below: 10 x 10 pixels are all that the player sees.
struct Catch: Sendable {
  static let size = 10
  static let actions = 3  // left, stay, right

  private(set) var row = 0
  private(set) var ball: Int
  private(set) var bat: Int

  /// Ball and bat begin anywhere.
  init(using random: inout RandomGenerator) {
    ball = random.integer(below: Self.size)
    bat = 1 + random.integer(below: Self.size - 2)
  }

  /// The picture, row after row.
  var pixels: [Float] {
    var pixels = Array(repeating: Float(0), count: Self.size * Self.size)
    for column in (bat - 1)...(bat + 1) { pixels[(Self.size - 1) * Self.size + column] = 1 }
    pixels[row * Self.size + ball] = 1
    return pixels
  }

  var isOver: Bool { row == Self.size - 1 }

  /// Moves the bat and lets the ball fall by a row.
  ///
  /// - Returns: 0 while it falls; at the end 1 for caught, -1 for missed.
  mutating func step(_ action: Int) -> Float {
    bat = min(max(bat + action - 1, 1), Self.size - 2)
    row += 1
    guard isOver else { return 0 }
    return abs(ball - bat) <= 1 ? 1 : -1
  }
}

extension Catch {
  private init(ball: Int, bat: Int) { (self.ball, self.bat) = (ball, bat) }

  /// The 80 ways in which a game can begin.
  static var allBeginnings: [Catch] {
    (0..<size).flatMap { ball in (1..<(size - 1)).map { Catch(ball: ball, bat: $0) } }
  }
}
