import Checks
import Exercises11

/// Where the student's answers of lesson 11 meet their checks.
let answers11: [Attempt] = [
  Checks11.recurrentStep.answer(recurrentStep),
  Checks11.unroll.answer(.init(unroll: unroll, finalStates: finalStates)),
  Checks11.backThroughTime.answer(backThroughTime),
  Checks11.clipByNorm.answer(clipped),
  Checks11.temperature.answer(.init(chances: chances, drawn: drawn)),
]
