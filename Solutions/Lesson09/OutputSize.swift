/// Exercise 9.1 - How large is what comes out?, first half.
///
/// The last place begins at inputSize + 2 padding - kernelSize; every stride-th place counts.
public func outputSize(inputSize: Int, kernelSize: Int, stride: Int, padding: Int) -> Int {
  let lastStart = inputSize + 2 * padding - kernelSize
  return lastStart < 0 ? 0 : lastStart / stride + 1
}

/// Exercise 9.1 - How large is what comes out?, second half.
public func receptiveField(kernelSizes: [Int], strides: [Int]) -> Int {
  var field = 1
  var distance = 1
  for (kernelSize, stride) in zip(kernelSizes, strides) {
    field += (kernelSize - 1) * distance
    distance *= stride
  }
  return field
}
