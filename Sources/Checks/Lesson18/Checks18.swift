import Foundation

/// The checks of lesson 18, Hopfield and Boltzmann.
public enum Checks18 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [hopfield, energy, gibbsStep, contrastiveDivergence, freeEnergy]

  static let chapter = "18-hopfield-and-boltzmann.md"

  static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }

  /// What unit `unit` of the other side hears through a column of the weights.
  static func column(_ v: [Float], _ w: [[Float]], _ unit: Int) -> Float {
    zip(v, w).reduce(0) { $0 + $1.0 * $1.1[unit] }
  }

  static func dot(_ x: [Float], _ y: [Float]) -> Float {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

extension SeededGenerator {
  /// Numbers that are -1 or +1.
  mutating func signs(_ count: Int) -> [Float] { floats(count).map { $0 < 0 ? -1 : 1 } }

  /// Numbers that are 0 or 1.
  mutating func bits(_ count: Int) -> [Float] { floats(count).map { $0 < 0 ? 0 : 1 } }

  /// Symmetric weights with zeros on the diagonal.
  mutating func symmetric(_ count: Int) -> [[Float]] {
    var rows = self.rows(count, count)
    for i in 0..<count {
      rows[i][i] = 0
      for j in 0..<i { rows[i][j] = rows[j][i] }
    }
    return rows
  }
}
