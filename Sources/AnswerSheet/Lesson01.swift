import Checks
import Exercises01

/// Where the student's answers of lesson 01 meet their checks.
let answers01: [Attempt] = [
  Checks01.thresholdUnit.answer(fires),
  Checks01.gateWeights.answer { unit(for: Gate(rawValue: $0)!) },
  Checks01.fullAdder.answer(fullAdder),
  Checks01.networkStep.answer(step),
  Checks01.heatCircuit.answer(heatCircuit),
]
