import ExerciseKit

/// Exercise 12.4 - Reber's railway, first half.                        ** 30 minutes
///
/// A grammar as a railway. At each station one or more tracks begin; each has a letter and leads to
/// a station. A ride begins at station 0 and ends where no track begins: at station `tracks.count`.
/// Write down the letters of one ride inside a frame: B, then T or P, then the ride, then the same
/// T or P again, then E.
///
/// `choose(n)` gives a number below n. Ask it first for the frame (of two: 0 is T, 1 is P), and
/// then at every station for the track to take, in the order of the list. Do not ask where there is
/// one track only.
///
///     let tracks: [[(letter: Character, to: Int)]] = [
///       [("B", 1)], [("S", 1), ("X", 2)], [("E", 3)],
///     ]
///     embeddedRide(tracks: tracks) { _ in 1 }    // "BPBXEPE"
///
/// - Parameters:
///   - tracks: for each station the tracks that begin there; one station at least, and one track at
///     each.
///   - choose: gives a number from 0 up to, not including, its argument.
/// - Returns: the letters.
public func embeddedRide(
  tracks: [[(letter: Character, to: Int)]], choose: (Int) -> Int
) -> String {
  todo()
}

/// Exercise 12.4 - Reber's railway, second half.
///
/// Is this text a framed ride, from the first letter to the last? The tracks of one station have
/// different letters, so there is never a doubt which one was taken. Any text may come, also an
/// empty one.
///
///     // the same tracks
///     isEmbeddedRide("BPBXEPE", tracks: tracks)    // true
///     isEmbeddedRide("BPBXETE", tracks: tracks)    // false: the frame does not close as it opened
///
/// - Parameters:
///   - text: the letters.
///   - tracks: for each station the tracks that begin there.
/// - Returns: whether the first half of this exercise could have written it.
public func isEmbeddedRide(
  _ text: String, tracks: [[(letter: Character, to: Int)]]
) -> Bool {
  todo()
}
