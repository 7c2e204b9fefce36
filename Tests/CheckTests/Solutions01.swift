import Checks
import Solutions01

let solutions01: [Attempt] = [
  Checks01.thresholdUnit.answer(fires),
  Checks01.gateWeights.answer { unit(for: Gate(rawValue: $0)!) },
  Checks01.fullAdder.answer(fullAdder),
  Checks01.networkStep.answer(step),
  Checks01.heatCircuit.answer(heatCircuit),
]
