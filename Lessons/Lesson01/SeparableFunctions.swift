/// Every Boolean function that one weighted unit can compute with weights from -limit to +limit.
///
/// Rather than try each function, try each unit: go through all weight vectors, and for each
/// through all thresholds. A function is one number with a bit a row (``TruthTable``), so a unit's
/// whole behaviour fits in a register.
///
/// The trick: sort the rows by their sum. A very high threshold answers no to every row. Lower it
/// step by step, and at each step the rows that have just been reached switch on. So all thresholds
/// of one weight vector cost a single pass.
///
/// Complexity: (2 limit + 1)^n weight vectors, 2^n rows each. n = 4, limit 3: 38,416 sums.
func functionsOfOneUnit(inputs: Int, weightLimit limit: Int) -> Set<TruthTable> {
  let rows = 1 << inputs
  let largestSum = inputs * limit
  var found: Set<TruthTable> = []
  var weights = [Int](repeating: -limit, count: inputs)
  var sums = [Int](repeating: 0, count: rows)
  var rowsWithSum = [TruthTable](repeating: 0, count: 2 * largestSum + 1)

  repeat {
    for level in rowsWithSum.indices { rowsWithSum[level] = 0 }
    for row in 0..<rows {
      // A row is a smaller row plus its lowest active input, whose sum is known already.
      let input = row.trailingZeroBitCount
      sums[row] = row == 0 ? 0 : sums[row & (row - 1)] + weights[input]
      rowsWithSum[sums[row] + largestSum] |= 1 << row
    }

    var function: TruthTable = 0  // a threshold above every sum
    found.insert(function)
    for level in rowsWithSum.indices.reversed() where rowsWithSum[level] != 0 {
      function |= rowsWithSum[level]
      found.insert(function)
    }
  } while advance(&weights, limit: limit)

  return found
}

/// Every Boolean function that one neuron of 1943 can compute with up to `limit` synapses an input.
///
/// An input either forbids, or is not connected, or excites through 1 to `limit` synapses. Writing
/// "forbids" as -1, the walk through all choices is the same as above.
func functionsOfOneNeuron(inputs: Int, synapseLimit limit: Int) -> Set<TruthTable> {
  var found: Set<TruthTable> = []
  var synapses = [Int](repeating: -1, count: inputs)
  repeat {
    var neuron = Neuron()
    for (input, count) in synapses.enumerated() {
      if count < 0 { neuron.inhibitory.append(input) }
      if count > 0 { neuron.excitatory += Array(repeating: input, count: count) }
    }
    for threshold in 0...neuron.excitatory.count + 1 {
      neuron.threshold = threshold
      found.insert(TruthTable(inputs: inputs) { neuron.fires(on: $0) })
    }
  } while advance(&synapses, from: -1, limit: limit)
  return found
}

/// Moves to the next vector, like an odometer, and says whether there was one.
private func advance(_ digits: inout [Int], from lowest: Int? = nil, limit: Int) -> Bool {
  let lowest = lowest ?? -limit
  for place in digits.indices {
    if digits[place] < limit {
      digits[place] += 1
      return true
    }
    digits[place] = lowest
  }
  return false
}
