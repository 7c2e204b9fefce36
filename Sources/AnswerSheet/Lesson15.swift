import Checks
import Exercises15

/// Where the student's answers of lesson 15 meet their checks.
let answers15: [Attempt] = [
  Checks15.discriminatorLoss.answer(discriminatorLoss),
  Checks15.generatorLoss.answer(.init(loss: generatorLoss, gradient: generatorLossGradient)),
  Checks15.optimalDiscriminator.answer(.init(best: optimalDiscriminator, value: gameValue)),
  Checks15.alternateSteps.answer(alternateSteps),
  Checks15.modeCounter.answer(countModes),
]
