// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson11 {
  @Test("11.1 The recurrent step") func e11_1_recurrentStep() async throws {
    try await attempt("11.1")
  }
  @Test("11.2 Unroll") func e11_2_unroll() async throws {
    try await attempt("11.2")
  }
  @Test("11.3 Back through time") func e11_3_backThroughTime() async throws {
    try await attempt("11.3")
  }
  @Test("11.4 Clip by norm") func e11_4_clipByNorm() async throws {
    try await attempt("11.4")
  }
  @Test("11.5 Sample with temperature") func e11_5_temperature() async throws {
    try await attempt("11.5")
  }
}
