// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson08 {
  @Test("8.5 Early stopping") func e8_5_earlyStopping() async throws {
    try await attempt("8.5")
  }
}
