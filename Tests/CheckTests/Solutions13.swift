import Checks
import Solutions13

let solutions13: [Attempt] = [
  Checks13.scaledDotProduct.answer(.init(shares: attentionShares, answers: lookedUp)),
  Checks13.causalMask.answer(causalShares),
  Checks13.multiHead.answer(.init(split: splitHeads, join: joinHeads, whole: multiHead)),
  Checks13.positionalEncoding.answer(positionVectors),
  Checks13.layerNormalization.answer(.init(forward: layerNorm, backward: layerNormGradient)),
]
