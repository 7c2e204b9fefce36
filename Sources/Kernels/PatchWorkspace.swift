import Loops

/// Where one thread lays out the patches of a group of images, and their outputs.
struct PatchWorkspace {
  let plan: ConvolutionPlan
  /// **Shape** `[patch, image * position]`.
  let patches: UnsafeMutablePointer<Float>
  /// **Shape** `[out, image * position]`.
  let outputs: UnsafeMutablePointer<Float>

  /// One channel of one image with its border.
  ///
  /// **Shape** `[paddedHeight, paddedWidth]`.
  let plane: UnsafeMutablePointer<Float>

  /// Copies what lies under the filter, run by run.
  func gatherPatches(of x: [Float], _ images: Range<Int>) {
    let (count, stride) = (plan.outputWidth, plan.horizontalStride)
    x.withUnsafeBufferPointer { x in
      guard let x = x.baseAddress else { return }
      forEachPlane(images) { start, patch in
        let source = plan.isPadded ? UnsafePointer(addBorder(to: x + start)) : x + start
        if stride == 1 && count >= 8 {
          gatherRows(of: source, images.count, patches + patch)
        } else {
          forEachRun(images.count, patch) { at, patch in
            for i in 0..<count { patches[patch + i] = source[at + i * stride] }
          }
        }
      }
    }
  }

  /// All patches of one plane, where neighbours in a row stay neighbours.
  private func gatherRows(
    of plane: UnsafePointer<Float>, _ imageCount: Int, _ patches: UnsafeMutablePointer<Float>
  ) {
    let (rows, count, width) = (plan.outputHeight, plan.outputWidth, plan.paddedWidth)
    let (step, next) = (plan.verticalStride * width, imageCount * plan.positions)
    var patches = patches
    for i in 0..<plan.kernelHeight {
      for j in 0..<plan.kernelWidth {
        if count >= 16 {
          copyRows(plane + i * width + j, step, patches, rows, count, SIMD16<Float>.self)
        } else {
          copyRows(plane + i * width + j, step, patches, rows, count, SIMD8<Float>.self)
        }
        patches += next
      }
    }
  }

  /// Adds each number of a patch to the place it was copied from.
  func scatterPatches(into x: UnsafeMutablePointer<Float>, _ images: Range<Int>) {
    let (count, stride) = (plan.outputWidth, plan.horizontalStride)
    forEachPlane(images) { start, patch in
      let target = plan.isPadded ? plane : x + start
      target.update(repeating: 0, count: plan.paddedHeight * plan.paddedWidth)
      forEachRun(images.count, patch) { at, patch in
        if stride == 1 {
          add(patches + patch, target + at, count)
        } else {
          for i in 0..<count { target[at + i * stride] += patches[patch + i] }
        }
      }
      if plan.isPadded { removeBorder(into: x + start) }
    }
  }

  /// Every channel of every image: where it begins in the input, and its first patch.
  @inline(__always)
  private func forEachPlane(_ images: Range<Int>, _ body: (Int, Int) -> Void) {
    let filter = plan.kernelHeight * plan.kernelWidth
    for channel in 0..<plan.inputChannels {
      for (index, image) in images.enumerated() {
        body(
          (image * plan.inputChannels + channel) * plan.height * plan.width,
          (channel * filter * images.count + index) * plan.positions)
      }
    }
  }

  /// Every horizontal run of positions: where it begins in the plane and in the patches.
  @inline(__always)
  private func forEachRun(_ imageCount: Int, _ patch: Int, _ body: (Int, Int) -> Void) {
    let (rows, columns) = (plan.outputHeight, plan.outputWidth)
    let (step, width) = (plan.verticalStride * plan.paddedWidth, plan.paddedWidth)
    let next = imageCount * plan.positions
    var patch = patch
    for i in 0..<plan.kernelHeight {
      for j in 0..<plan.kernelWidth {
        for row in 0..<rows { body(row * step + i * width + j, patch + row * columns) }
        patch += next
      }
    }
  }

  private func addBorder(to from: UnsafePointer<Float>) -> UnsafeMutablePointer<Float> {
    plane.update(repeating: 0, count: plan.paddedHeight * plan.paddedWidth)
    for y in 0..<plan.height {
      (plane + inside(y)).update(from: from + y * plan.width, count: plan.width)
    }
    return plane
  }

  private func removeBorder(into to: UnsafeMutablePointer<Float>) {
    for y in 0..<plan.height {
      (to + y * plan.width).update(from: plane + inside(y), count: plan.width)
    }
  }

  private func inside(_ y: Int) -> Int {
    (y + plan.verticalPadding) * plan.paddedWidth + plan.horizontalPadding
  }

  /// Visits the outputs of a group: each channel of each image lies in another order here
  /// (channel, image) than outside (image, channel).
  func exchange(_ images: Range<Int>, _ body: (_ outside: Int, _ here: Int, _ count: Int) -> Void) {
    for (index, image) in images.enumerated() {
      for channel in 0..<plan.outputChannels {
        body(
          (image * plan.outputChannels + channel) * plan.positions,
          (channel * images.count + index) * plan.positions, plan.positions)
      }
    }
  }
}

/// Rows of `count` numbers, `step` apart, copied one behind the other.
///
/// The last piece of a row begins earlier than it need, so that it ends with the row.
@inline(__always)
private func copyRows<Piece: SIMD>(
  _ from: UnsafePointer<Float>, _ step: Int, _ to: UnsafeMutablePointer<Float>, _ rows: Int,
  _ count: Int, _: Piece.Type
) where Piece.Scalar == Float {
  let last = count - Piece.scalarCount
  var (from, to) = (from, to)
  for _ in 0..<rows {
    var i = 0
    while i < last {
      store(load(from + i, as: Piece.self), to + i)
      i &+= Piece.scalarCount
    }
    store(load(from + last, as: Piece.self), to + last)
    from += step
    to += count
  }
}

/// to += from, four numbers at a time.
@inline(__always)
private func add(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i + 4 <= count {
    store(load(to + i, as: SIMD4<Float>.self) + load(from + i, as: SIMD4<Float>.self), to + i)
    i += 4
  }
  while i < count {
    to[i] += from[i]
    i += 1
  }
}
