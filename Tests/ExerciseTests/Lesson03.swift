// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson03 {
  @Test("3.1 The certificate checker") func e3_1_certificateChecker() async throws {
    try await attempt("3.1")
  }
  @Test("3.2 A network for XOR") func e3_2_xORNetwork() async throws {
    try await attempt("3.2")
  }
  @Test("3.3 A network for parity") func e3_3_parityNetwork() async throws {
    try await attempt("3.3")
  }
  @Test("3.4 Detect the cycle") func e3_4_cycleFinder() async throws {
    try await attempt("3.4")
  }
  @Test("3.5 The hidden representation") func e3_5_hiddenRepresentation() async throws {
    try await attempt("3.5")
  }
}
