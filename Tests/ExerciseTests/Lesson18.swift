// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson18 {
  @Test("18.1 Hebb's rule and recall") func e18_1_hopfield() async throws {
    try await attempt("18.1")
  }
  @Test("18.2 Energy") func e18_2_energy() async throws {
    try await attempt("18.2")
  }
  @Test("18.3 A Gibbs step") func e18_3_gibbsStep() async throws {
    try await attempt("18.3")
  }
  @Test("18.4 Contrastive divergence") func e18_4_contrastiveDivergence() async throws {
    try await attempt("18.4")
  }
  @Test("18.5 Free energy") func e18_5_freeEnergy() async throws {
    try await attempt("18.5")
  }
}
