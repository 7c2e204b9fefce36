import Checks
import Exercises09

/// Where the student's answers of lesson 09 meet their checks.
let answers09: [Attempt] = [
  Checks09.outputSize.answer(.init(size: outputSize, field: receptiveField)),
  Checks09.convolution1D.answer(.init(one: convolved, many: convolvedChannels)),
  Checks09.convolution2D.answer(convolved2D),
  Checks09.maxPooling.answer(.init(forward: maxPooled, backward: maxPoolingGradient)),
  Checks09.convolutionBackward.answer(convolutionGradients),
]
