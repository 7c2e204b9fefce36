// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson16 {
  @Test("16.1 The noise schedule") func e16_1_noiseSchedule() async throws {
    try await attempt("16.1")
  }
  @Test("16.2 From x_0 to x_t") func e16_2_forwardJump() async throws {
    try await attempt("16.2")
  }
  @Test("16.3 The training pair") func e16_3_trainingPair() async throws {
    try await attempt("16.3")
  }
  @Test("16.4 One step back") func e16_4_reverseStep() async throws {
    try await attempt("16.4")
  }
  @Test("16.5 The exact denoiser of a mixture") func e16_5_exactDenoiser() async throws {
    try await attempt("16.5")
  }
}
