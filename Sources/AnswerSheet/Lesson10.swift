import Checks
import Exercises10

/// Where the student's answers of lesson 10 meet their checks.
let answers10: [Attempt] = [
  Checks10.batchNormalization.answer(
    .init(learning: batchNormalized, moved: movedRunningValues, inUse: normalizedInUse)),
  Checks10.batchNormBackward.answer(batchNormGradients),
  Checks10.residualBlock.answer(
    .init(forward: residualBlock, backward: residualBlockGradient)),
  Checks10.shiftAndFlip.answer(.init(shift: shifted, flip: flipped)),
  Checks10.transfer.answer(.init(head: withNewHead, step: trainingStep)),
]
