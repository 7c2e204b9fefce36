import Checks
import Solutions04

let solutions04: [Attempt] = [
  Checks04.denseForward.answer(dense),
  Checks04.activations.answer(
    Checks04.Activations(
      sigmoid: sigmoid, hyperbolicTangent: hyperbolicTangent, relu: relu, leakyReLU: leakyReLU,
      elu: elu)),
  Checks04.stableSoftmax.answer(softmax),
  Checks04.crossEntropyLoss.answer(crossEntropy),
  Checks04.tentMapWeights.answer(tentNetwork),
]
