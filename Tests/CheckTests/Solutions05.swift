import Checks
import Solutions05

let solutions05: [Attempt] = [
  Checks05.linearBackward.answer(linearBackward),
  Checks05.activationBackward.answer(
    Checks05.ActivationBackward(
      sigmoid: sigmoidBackward, tanh: tanhBackward, relu: reluBackward)),
  Checks05.lossBackward.answer(lossBackward),
  Checks05.trainingStep.answer(trainingStep),
  Checks05.gradientCheck.answer(
    Checks05.GradientCheckAnswer(slopes: numericalSlopes, difference: relativeDifference)),
]
