// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson07 {
  @Test("7.1 The heavy ball") func e7_1_momentum() async throws {
    try await attempt("7.1")
  }
  @Test("7.2 Divide by the steepness") func e7_2_rMSProp() async throws {
    try await attempt("7.2")
  }
  @Test("7.3 Adam") func e7_3_adam() async throws {
    try await attempt("7.3")
  }
  @Test("7.4 The first weights") func e7_4_firstWeights() async throws {
    try await attempt("7.4")
  }
  @Test("7.5 Warm up, then cool down") func e7_5_schedule() async throws {
    try await attempt("7.5")
  }
}
