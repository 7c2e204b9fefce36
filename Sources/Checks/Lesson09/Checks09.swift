/// The checks of lesson 09, Convolutional networks.
public enum Checks09 {
  /// Every exercise of the lesson, in order.
  static let all: [Check] = [
    sizes, convolution1D, convolution2D, maxPooling, convolutionBackward,
  ]

  static let chapter = "09-convolutional-networks.md"
}
