import Checks
import Solutions06

let solutions06: [Attempt] = [
  Checks06.scalarEngine.answer(Scalar.self),
  Checks06.backwardOrder.answer(
    Checks06.BackwardOrder(order: topologicalOrder, gradients: gradients)),
  Checks06.moreFunctions.answer(
    Checks06.MoreFunctions(
      exponential: exponential, hyperbolicTangent: hyperbolicTangent, relu: relu, power: power,
      quotient: quotient)),
  Checks06.dualNumbers.answer(Dual.self),
  Checks06.logisticRegression.answer(
    Checks06.LogisticRegression(loss: logisticLoss, training: trained)),
]
