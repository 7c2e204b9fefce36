import Checks
import Solutions10

let solutions10: [Attempt] = [
  Checks10.batchNormalization.answer(
    .init(learning: batchNormalized, moved: movedRunningValues, inUse: normalizedInUse)),
  Checks10.batchNormBackward.answer(batchNormGradients),
  Checks10.residualBlock.answer(
    .init(forward: residualBlock, backward: residualBlockGradient)),
  Checks10.shiftAndFlip.answer(.init(shift: shifted, flip: flipped)),
  Checks10.transfer.answer(.init(head: withNewHead, step: trainingStep)),
]
