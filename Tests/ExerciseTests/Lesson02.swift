// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson02 {
  @Test("2.2 The update rule") func e2_2_updateRule() async throws {
    try await attempt("2.2")
  }
}
