// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson09 {
  @Test("9.1 How large is what comes out?") func e9_1_outputSize() async throws {
    try await attempt("9.1")
  }
  @Test("9.2 Convolution in one dimension") func e9_2_convolution1D() async throws {
    try await attempt("9.2")
  }
  @Test("9.3 Convolution in two dimensions") func e9_3_convolution2D() async throws {
    try await attempt("9.3")
  }
  @Test("9.4 Max pooling") func e9_4_maxPooling() async throws {
    try await attempt("9.4")
  }
  @Test("9.5 Back through a convolution") func e9_5_convolutionBackward() async throws {
    try await attempt("9.5")
  }
}
