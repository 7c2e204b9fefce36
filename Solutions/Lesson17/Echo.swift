/// Exercise 17.5 - The echo, first part.
public func district(record: [Float], chance: Float) -> Int {
  let total = record.reduce(0, +)
  var end: Float = 0
  for (place, count) in record.enumerated() {
    end += count
    if chance * total < end { return place }
  }
  // Rounding may leave the last stretch a little short.
  return record.lastIndex { $0 > 0 }!
}

/// Exercise 17.5 - The echo, second part.
public func dayOfPatrol(record: [Float], visited: Int, incidents: [Float]) -> [Float] {
  var record = record
  record[visited] += incidents[visited]
  return record
}

/// Exercise 17.5 - The echo, third part.
public func correctedDay(record: [Float], visited: Int, incidents: [Float]) -> [Float] {
  let other = record[1 - visited] / (record[0] + record[1])
  var record = record
  record[visited] += incidents[visited] * other
  return record
}
