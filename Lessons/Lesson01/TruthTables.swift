/// All rows of a truth table: n inputs make 2^n rows.
///
/// Row r holds the binary digits of r, the lowest first: row 1 is (1, 0), row 2 is (0, 1).
func truthTableRows(inputs: Int) -> [[Bool]] {
  (0..<1 << inputs).map { row in
    (0..<inputs).map { input in row >> input & 1 == 1 }
  }
}

/// A Boolean function written as one number: bit r is the answer to row r of its truth table.
///
/// With n inputs there are 2^n rows, so 2^(2^n) functions: 4, 16, 256, 65,536, 4,294,967,296.
typealias TruthTable = UInt32

extension TruthTable {
  /// The function that `answer` computes.
  init(inputs: Int, answer: ([Bool]) -> Bool) {
    self = 0
    for (row, values) in truthTableRows(inputs: inputs).enumerated() where answer(values) {
      self |= 1 << row
    }
  }

  /// The answer to one row.
  func answer(toRow row: Int) -> Bool { self >> row & 1 == 1 }
}
