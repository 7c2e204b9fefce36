import Checks
import Solutions12

let solutions12: [Attempt] = [
  Checks12.memoryStep.answer(memoryStep),
  Checks12.memoryStepBackward.answer(memoryStepBackward),
  Checks12.gatedStep.answer(gatedStep),
  Checks12.railway.answer(.init(ride: embeddedRide, isRide: isEmbeddedRide)),
  Checks12.truncatedSlopes.answer(truncatedSlopes),
]
