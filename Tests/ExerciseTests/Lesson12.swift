// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson12 {
  @Test("12.1 The LSTM cell") func e12_1_memoryStep() async throws {
    try await attempt("12.1")
  }
  @Test("12.2 Back through the cell") func e12_2_memoryStepBackward() async throws {
    try await attempt("12.2")
  }
  @Test("12.3 The GRU cell") func e12_3_gatedStep() async throws {
    try await attempt("12.3")
  }
  @Test("12.4 Reber's railway") func e12_4_railway() async throws {
    try await attempt("12.4")
  }
  @Test("12.5 Truncated backpropagation") func e12_5_truncatedSlopes() async throws {
    try await attempt("12.5")
  }
}
