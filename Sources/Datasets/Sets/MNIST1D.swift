import MiniTensor

/// MNIST-1D: ten signals of 40 points, each a digit's outline stretched, shifted, tilted and noisy.
///
/// The points have no unit; over the whole set their mean is 0 and their standard deviation 1.
///
/// Published test accuracy in percent: logistic regression 32, MLP 68, CNN 94, GRU 91, people 96.
///
/// Source: S. Greydanus and D. Kobak, "Scaling down deep learning with MNIST-1D", ICML 41 (2024),
/// arXiv 2011.14439; made by its generator with seed 42. Terms: `Resources/LICENSES.md`.
public enum MNIST1D {
  /// Loads the signals: `train.features` `[4000, 40]`, `test.features` `[1000, 40]`.
  ///
  /// - Throws: `DataError` when a bundled file is absent or damaged.
  public static func load() throws -> TrainTest<LabelledSet> {
    TrainTest(train: try part("train"), test: try part("test"))
  }

  private static func part(_ name: String) throws -> LabelledSet {
    let signals = try IDXFile(contentsOf: Bundled.url("mnist-1d/\(name)-signals-idx2-float"))
    let labels = try IDXFile(contentsOf: Bundled.url("mnist-1d/\(name)-labels-idx1-ubyte"))
      .labels(classCount: 10)
    guard signals.shape == [labels.count, 40] else {
      throw DataError(
        file: signals.name, expected: "\(labels.count) x 40 points", found: "\(signals.shape)")
    }
    return LabelledSet(
      features: Tensor(signals.scalars, shape: signals.shape), labels: labels,
      featureNames: (0..<40).map { "point \($0)" }, classNames: (0...9).map(String.init))
  }
}
