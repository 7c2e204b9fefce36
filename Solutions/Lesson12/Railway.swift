/// Exercise 12.4 - Reber's railway, first half.
public func embeddedRide(
  tracks: [[(letter: Character, to: Int)]], choose: (Int) -> Int
) -> String {
  let frame: Character = choose(2) == 0 ? "T" : "P"
  var ride = ""
  var station = 0
  while station < tracks.count {
    let choices = tracks[station]
    let track = choices[choices.count == 1 ? 0 : choose(choices.count)]
    ride.append(track.letter)
    station = track.to
  }
  return "B\(frame)\(ride)\(frame)E"
}

/// Exercise 12.4 - Reber's railway, second half.
public func isEmbeddedRide(
  _ text: String, tracks: [[(letter: Character, to: Int)]]
) -> Bool {
  let letters = Array(text)
  guard letters.count >= 4, letters[0] == "B", letters.last == "E",
    letters[1] == "T" || letters[1] == "P", letters[letters.count - 2] == letters[1]
  else { return false }
  var station = 0
  for letter in letters[2..<(letters.count - 2)] {
    guard station < tracks.count,
      let track = tracks[station].first(where: { $0.letter == letter })
    else { return false }
    station = track.to
  }
  return station == tracks.count
}
