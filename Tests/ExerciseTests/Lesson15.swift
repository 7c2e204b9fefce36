// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson15 {
  @Test("15.1 The discriminator's loss") func e15_1_discriminatorLoss() async throws {
    try await attempt("15.1")
  }
  @Test("15.2 The generator's loss") func e15_2_generatorLoss() async throws {
    try await attempt("15.2")
  }
  @Test("15.3 The optimal discriminator") func e15_3_optimalDiscriminator() async throws {
    try await attempt("15.3")
  }
  @Test("15.4 Alternate steps") func e15_4_alternateSteps() async throws {
    try await attempt("15.4")
  }
  @Test("15.5 The mode counter") func e15_5_modeCounter() async throws {
    try await attempt("15.5")
  }
}
