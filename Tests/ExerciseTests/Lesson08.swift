// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson08 {
  @Test("8.1 Split without leakage") func e8_1_split() async throws {
    try await attempt("8.1")
  }
  @Test("8.2 Normalise with training statistics") func e8_2_normalization() async throws {
    try await attempt("8.2")
  }
  @Test("8.3 The L2 step") func e8_3_weightDecay() async throws {
    try await attempt("8.3")
  }
  @Test("8.4 Inverted dropout") func e8_4_invertedDropout() async throws {
    try await attempt("8.4")
  }
  @Test("8.5 Early stopping") func e8_5_earlyStopping() async throws {
    try await attempt("8.5")
  }
}
