import ExerciseKit

/// Exercise 17.5 - The echo, first part.                               ** 25 minutes
///
/// The record holds a number for each district. The patrol goes to a district with the chance of
/// its share in the record. Where that is has been drawn for you: a number from 0 up to, but not
/// including, 1. Lay the shares one after the other on the line from 0 to 1; the patrol goes where
/// the number falls. Each stretch includes its left end, and not its right one.
///
///     district(record: [2, 1, 1], chance: 0.6)     // 0 to 0.5, 0.5 to 0.75, 0.75 to 1: district 1
///
/// - Parameters:
///   - record: what was noted so far, at least one of them above 0.
///   - chance: a number in 0..<1.
/// - Returns: the number of the district, from 0.
public func district(record: [Float], chance: Float) -> Int {
  todo()
}

/// Exercise 17.5 - The echo, second part.
///
/// One day: the incidents in the district where the patrol is are added to the record. Those in the
/// others happen, too; nobody notes them.
///
///     dayOfPatrol(record: [2, 1, 1], visited: 1, incidents: [5, 3, 4])       // [2, 4, 1]
///
/// - Parameters:
///   - record: what was noted so far.
///   - visited: where the patrol is.
///   - incidents: what happens in each district on this day.
/// - Returns: the record in the evening.
public func dayOfPatrol(record: [Float], visited: Int, incidents: [Float]) -> [Float] {
  todo()
}

/// Exercise 17.5 - The echo, third part.
///
/// The same day with two districts, corrected: each incident counts only as much as the patrol was
/// likely to be in the *other* district this morning. Then both districts add to the record in
/// proportion to what happens in them.
///
///     correctedDay(record: [3, 1], visited: 0, incidents: [8, 2])
///     // the other district has the share 1/4, so 8 incidents count 2: [5, 1]
///
/// - Parameters:
///   - record: what was noted so far, in two districts.
///   - visited: where the patrol is, 0 or 1.
///   - incidents: what happens in each district on this day.
/// - Returns: the record in the evening.
public func correctedDay(record: [Float], visited: Int, incidents: [Float]) -> [Float] {
  todo()
}
