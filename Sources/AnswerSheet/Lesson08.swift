import Checks
import Exercises08

/// Where the student's answers of lesson 08 meet their checks.
let answers08: [Attempt] = [
  Checks08.split.answer(.init(rows: splitRows, groups: splitGroups)),
  Checks08.normalization.answer(normalised),
  Checks08.weightDecay.answer(.init(penalty: l2Penalty, step: l2Step)),
  Checks08.invertedDropout.answer(.init(forward: dropout, backward: dropoutGradient)),
  Checks08.earlyStopping.answer(trainWithEarlyStopping),
]
