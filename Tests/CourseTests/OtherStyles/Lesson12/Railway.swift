import Foundation

/// Recursion both ways, and substrings in the place of indices.
public func embeddedRide(
  tracks: [[(letter: Character, to: Int)]], choose: (Int) -> Int
) -> String {
  func ride(from station: Int) -> String {
    if station >= tracks.count { return "" }
    let here = tracks[station]
    let (letter, next) = here.count > 1 ? here[choose(here.count)] : here[0]
    return String(letter) + ride(from: next)
  }
  let frame = ["T", "P"][choose(2)]
  return ["B", frame, ride(from: 0), frame, "E"].joined()
}

/// The other half.
public func isEmbeddedRide(
  _ text: String, tracks: [[(letter: Character, to: Int)]]
) -> Bool {
  func arrives(_ rest: Substring, at station: Int) -> Bool {
    guard let letter = rest.first else { return station == tracks.count }
    if station == tracks.count { return false }
    for track in tracks[station] where track.letter == letter {
      return arrives(rest.dropFirst(), at: track.to)
    }
    return false
  }
  for frame in ["T", "P"] where text.hasPrefix("B" + frame) && text.hasSuffix(frame + "E") {
    return text.count > 3 && arrives(text.dropFirst(2).dropLast(2), at: 0)
  }
  return false
}
