/// Whether results remember how they were computed.
///
/// The setting belongs to the running task, so one thread that evaluates a network does not
/// disturb another that trains one.
enum GradientRecording {
  @TaskLocal static var isOn = true

  /// Whether gradients may pass through a layer in use that learns in another way.
  @TaskLocal static var reachesLayersInUse = false
}

/// Computes without recording: nothing in `body` remembers its past, and memory is free at once.
///
///     let accuracy = withoutGradients { accuracy(of: model, on: testSet) }
public func withoutGradients<Result>(_ body: () throws -> Result) rethrows -> Result {
  try GradientRecording.$isOn.withValue(false, operation: body)
}

/// Lets gradients pass through dropout and batch norm in use.
///
/// `backward()` through `model(x)` traps when the model has such layers: whoever trains wants
/// `model(x, training: &generator)`. But the slope of a trained network as it stands is a fair
/// question too, say by the pixels of its input.
///
///     let answer = withGradientsInUse { model(picture) }
public func withGradientsInUse<Result>(_ body: () throws -> Result) rethrows -> Result {
  try GradientRecording.$reachesLayersInUse.withValue(true, operation: body)
}
