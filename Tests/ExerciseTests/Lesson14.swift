// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson14 {
  @Test("14.1 PCA by power iteration") func e14_1_powerIteration() async throws {
    try await attempt("14.1")
  }
  @Test("14.2 The tied autoencoder") func e14_2_tiedAutoencoder() async throws {
    try await attempt("14.2")
  }
  @Test("14.3 Denoising corruption") func e14_3_corruption() async throws {
    try await attempt("14.3")
  }
  @Test("14.4 Reparametrisation") func e14_4_reparametrisation() async throws {
    try await attempt("14.4")
  }
  @Test("14.5 The KL term") func e14_5_divergence() async throws {
    try await attempt("14.5")
  }
}
