import Checks
import Exercises05

/// Where the student's answers of lesson 05 meet their checks.
let answers05: [Attempt] = [
  Checks05.linearBackward.answer(linearBackward),
  Checks05.activationBackward.answer(
    Checks05.ActivationBackward(
      sigmoid: sigmoidBackward, tanh: tanhBackward, relu: reluBackward)),
  Checks05.lossBackward.answer(lossBackward),
  Checks05.trainingStep.answer(trainingStep),
  Checks05.gradientCheck.answer(
    Checks05.GradientCheckAnswer(slopes: numericalSlopes, difference: relativeDifference)),
]
