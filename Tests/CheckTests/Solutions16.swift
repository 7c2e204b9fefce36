import Checks
import Solutions16

let solutions16: [Attempt] = [
  Checks16.noiseSchedule.answer(.init(rates: noiseRates, signal: remainingSignal)),
  Checks16.forwardJump.answer(.init(jump: noised, steps: distribution)),
  Checks16.trainingPair.answer(.init(make: trainingPairs, loss: denoisingLoss)),
  Checks16.reverseStep.answer(.init(step: reverseStep, leap: ddimStep)),
  Checks16.exactDenoiser.answer(.init(shares: responsibilities, noise: exactNoise)),
]
