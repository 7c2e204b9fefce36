// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson10 {
  @Test("10.1 Batch normalisation") func e10_1_batchNormalization() async throws {
    try await attempt("10.1")
  }
  @Test("10.2 Back through batch normalisation") func e10_2_batchNormBackward() async throws {
    try await attempt("10.2")
  }
  @Test("10.3 A residual block") func e10_3_residualBlock() async throws {
    try await attempt("10.3")
  }
  @Test("10.4 Shift and flip") func e10_4_shiftAndFlip() async throws {
    try await attempt("10.4")
  }
  @Test("10.5 Freeze and replace the head") func e10_5_transfer() async throws {
    try await attempt("10.5")
  }
}
