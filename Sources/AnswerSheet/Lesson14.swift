import Checks
import Exercises14

/// Where the student's answers of lesson 14 meet their checks.
let answers14: [Attempt] = [
  Checks14.powerIteration.answer(.init(iterate: powerIteration, deflate: deflated)),
  Checks14.tiedAutoencoder.answer(.init(forward: tiedForward, backward: tiedGradient)),
  Checks14.corruption.answer(
    .init(masked: masked, saltAndPepper: saltAndPepper, loss: denoisingLoss)),
  Checks14.reparametrisation.answer(.init(forward: drawnCode, backward: drawnCodeGradient)),
  Checks14.divergence.answer(.init(term: klTerm, slopes: klGradient)),
]
