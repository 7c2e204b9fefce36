import Checks
import Exercises07

/// Where the student's answers of lesson 07 meet their checks.
let answers07: [Attempt] = [
  Checks07.momentum.answer(momentumStep),
  Checks07.rmsProp.answer(rmsPropStep),
  Checks07.adam.answer { weights, mean, squares, gradient, settings in
    adamStep(
      weights: weights, mean: mean, squares: squares, gradient: gradient, step: settings.step,
      learningRate: settings.rate, beta1: settings.beta1, beta2: settings.beta2,
      epsilon: settings.epsilon)
  },
  Checks07.firstWeights.answer(.init(heNormal: heNormal, glorotUniform: glorotUniform)),
  Checks07.schedule.answer(scheduledRate),
]
