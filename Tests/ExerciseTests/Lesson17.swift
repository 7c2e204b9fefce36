// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson17 {
  @Test("17.1 One step against the class") func e17_1_fastGradientStep() async throws {
    try await attempt("17.1")
  }
  @Test("17.2 A projected step") func e17_2_projectedStep() async throws {
    try await attempt("17.2")
  }
  @Test("17.3 The expected calibration error") func e17_3_calibrationError() async throws {
    try await attempt("17.3")
  }
  @Test("17.4 Temperature by search") func e17_4_temperature() async throws {
    try await attempt("17.4")
  }
  @Test("17.5 The echo") func e17_5_echo() async throws {
    try await attempt("17.5")
  }
}
