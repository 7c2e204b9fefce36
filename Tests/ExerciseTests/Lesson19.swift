// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson19 {
  @Test("19.1 Window and one-hot") func e19_1_windowOneHot() async throws {
    try await attempt("19.1")
  }
  @Test("19.2 Softmax over neighbours") func e19_2_neighbourSoftmax() async throws {
    try await attempt("19.2")
  }
  @Test("19.3 A step of negative sampling") func e19_3_negativeSampling() async throws {
    try await attempt("19.3")
  }
  @Test("19.4 The PMI matrix") func e19_4_mutualInformation() async throws {
    try await attempt("19.4")
  }
  @Test("19.5 Nearest by cosine") func e19_5_nearestByCosine() async throws {
    try await attempt("19.5")
  }
}
