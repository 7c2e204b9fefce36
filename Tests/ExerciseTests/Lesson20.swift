// swift-format-ignore-file
// Made by `swift run Course seal` from the catalogue: do not edit.

import Testing

@Suite struct Lesson20 {
  @Test("20.1 Epsilon-greedy") func e20_1_epsilonGreedy() async throws {
    try await attempt("20.1")
  }
  @Test("20.2 Return and discount") func e20_2_returns() async throws {
    try await attempt("20.2")
  }
  @Test("20.3 The update of Q-learning") func e20_3_qLearning() async throws {
    try await attempt("20.3")
  }
  @Test("20.4 The update of Sarsa") func e20_4_sarsa() async throws {
    try await attempt("20.4")
  }
  @Test("20.5 The replay buffer") func e20_5_replayBuffer() async throws {
    try await attempt("20.5")
  }
}
