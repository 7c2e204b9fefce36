// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson01 {
  @Test("1.1 The threshold unit") func e1_1_thresholdUnit() async throws {
    try await attempt("1.1")
  }
  @Test("1.2 Weights for given gates") func e1_2_gateWeights() async throws {
    try await attempt("1.2")
  }
  @Test("1.3 A full adder") func e1_3_fullAdder() async throws {
    try await attempt("1.3")
  }
  @Test("1.4 One step of a network") func e1_4_networkStep() async throws {
    try await attempt("1.4")
  }
  @Test("1.5 The heat circuit") func e1_5_heatCircuit() async throws {
    try await attempt("1.5")
  }
}
