// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson05 {
  @Test("5.1 Back through a layer") func e5_1_linearBackward() async throws {
    try await attempt("5.1")
  }
  @Test("5.2 Back through an activation") func e5_2_activationBackward() async throws {
    try await attempt("5.2")
  }
  @Test("5.3 Back through softmax and cross-entropy") func e5_3_lossBackward() async throws {
    try await attempt("5.3")
  }
  @Test("5.4 A whole training step") func e5_4_trainingStep() async throws {
    try await attempt("5.4")
  }
  @Test("5.5 The gradient check") func e5_5_gradientCheck() async throws {
    try await attempt("5.5")
  }
}
