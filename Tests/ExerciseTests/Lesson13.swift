// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson13 {
  @Test("13.1 Scaled dot-product attention") func e13_1_scaledDotProduct() async throws {
    try await attempt("13.1")
  }
  @Test("13.2 The causal mask") func e13_2_causalMask() async throws {
    try await attempt("13.2")
  }
  @Test("13.3 Multi-head attention") func e13_3_multiHead() async throws {
    try await attempt("13.3")
  }
  @Test("13.4 Positional encoding") func e13_4_positionalEncoding() async throws {
    try await attempt("13.4")
  }
  @Test("13.5 Layer normalisation") func e13_5_layerNormalization() async throws {
    try await attempt("13.5")
  }
}
