import ExerciseKit

/// Exercise 14.3 - Spoil a picture, first way: masking.                * 15 minutes
///
/// Each pixel is blanked with chance `rate`; the others stay exactly as they are. (Dropout would
/// make them brighter; here nothing is to be made up for.)
///
///     draw < rate: 0        otherwise: the pixel
///
///     masked([0.2, 0.4, 0.6], rate: 0.5, draws: [0.9, 0.1, 0.5])    // [0.2, 0, 0.6]
///
/// - Parameters:
///   - pixels: the clean picture.
///   - rate: the chance to be blanked, from 0 to 1.
///   - draws: a random number from 0 to 1 for each pixel.
/// - Returns: the spoiled picture.
public func masked(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  todo()
}

/// Exercise 14.3 - Spoil a picture, second way: salt and pepper.
///
/// Each pixel is replaced with chance `rate`, half of the times by ink and half of the times by
/// paper. One draw a pixel decides both:
///
///     draw < rate / 2: 1        otherwise draw < rate: 0        otherwise: the pixel
///
/// - Parameters:
///   - pixels: the clean picture.
///   - rate: the chance to be replaced, from 0 to 1.
///   - draws: a random number from 0 to 1 for each pixel.
/// - Returns: the spoiled picture.
public func saltAndPepper(_ pixels: [Float], rate: Float, draws: [Float]) -> [Float] {
  todo()
}

/// Exercise 14.3 - The loss of a denoising autoencoder.
///
/// The network gets the spoiled picture; what is asked for is the clean one.
///
///     L = mean over the pixels of (rebuild(spoil(x)) - x)^2
///
/// - Parameters:
///   - pixels: the clean picture x, at least one pixel.
///   - spoil: spoils a picture.
///   - rebuild: the autoencoder, from picture to picture.
/// - Returns: L.
public func denoisingLoss(
  _ pixels: [Float], spoil: ([Float]) -> [Float], rebuild: ([Float]) -> [Float]
) -> Float {
  todo()
}
