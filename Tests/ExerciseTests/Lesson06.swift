// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson06 {
  @Test("6.1 A scalar engine: add and multiply") func e6_1_scalar() async throws {
    try await attempt("6.1")
  }
  @Test("6.2 Backward in topological order") func e6_2_backwardOrder() async throws {
    try await attempt("6.2")
  }
  @Test("6.3 More functions") func e6_3_moreFunctions() async throws {
    try await attempt("6.3")
  }
  @Test("6.4 Dual numbers") func e6_4_dual() async throws {
    try await attempt("6.4")
  }
  @Test("6.5 Logistic regression as a graph") func e6_5_logisticRegression() async throws {
    try await attempt("6.5")
  }
}
