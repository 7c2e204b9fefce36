// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson02 {
  @Test("2.1 The answer") func e2_1_prediction() async throws {
    try await attempt("2.1")
  }
  @Test("2.2 The update rule") func e2_2_updateRule() async throws {
    try await attempt("2.2")
  }
  @Test("2.3 Train until it is right") func e2_3_training() async throws {
    try await attempt("2.3")
  }
  @Test("2.4 Margin and bound") func e2_4_margin() async throws {
    try await attempt("2.4")
  }
  @Test("2.5 Many classes") func e2_5_manyClasses() async throws {
    try await attempt("2.5")
  }
}
