// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson04 {
  @Test("4.1 A layer of neurons") func e4_1_denseForward() async throws {
    try await attempt("4.1")
  }
  @Test("4.2 Five activations") func e4_2_activations() async throws {
    try await attempt("4.2")
  }
  @Test("4.3 Softmax that never overflows") func e4_3_softmax() async throws {
    try await attempt("4.3")
  }
  @Test("4.4 Cross-entropy from the logits") func e4_4_crossEntropy() async throws {
    try await attempt("4.4")
  }
  @Test("4.5 Fold the line") func e4_5_tentMap() async throws {
    try await attempt("4.5")
  }
}
