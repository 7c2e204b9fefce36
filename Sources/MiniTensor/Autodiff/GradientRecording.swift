/// Whether results remember how they were computed.
///
/// The setting belongs to the running task, so one thread that evaluates a network does not
/// disturb another that trains one.
enum GradientRecording {
  @TaskLocal static var isOn = true
}

/// Computes without recording: nothing in `body` remembers its past, and memory is free at once.
///
///     let accuracy = withoutGradients { accuracy(of: model, on: testSet) }
public func withoutGradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  try GradientRecording.$isOn.withValue(false, operation: body)
}
