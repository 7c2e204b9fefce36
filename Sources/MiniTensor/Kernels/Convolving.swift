/// The sizes of a convolution; a sequence is an image of height 1.
struct ConvolutionPlan {
  var batch: Int
  var inputChannels = 0
  var height = 0
  var width = 0
  var outputChannels = 0
  var kernelHeight = 0
  var kernelWidth = 0
  var verticalStride = 1
  var horizontalStride = 1
  var verticalPadding = 0
  var horizontalPadding = 0

  var outputHeight: Int {
    (paddedHeight - kernelHeight) / verticalStride + 1
  }
  var outputWidth: Int {
    (paddedWidth - kernelWidth) / horizontalStride + 1
  }
  var isPadded: Bool { verticalPadding > 0 || horizontalPadding > 0 }
  var paddedHeight: Int { height + 2 * verticalPadding }
  var paddedWidth: Int { width + 2 * horizontalPadding }
  /// Numbers under the filter: one image patch.
  var patchSize: Int { inputChannels * kernelHeight * kernelWidth }
  var positions: Int { outputHeight * outputWidth }
  var imageSize: Int { inputChannels * height * width }
  var outputSize: Int { outputChannels * positions }

  /// So many images are multiplied at once: one product should have some hundred columns.
  ///
  /// It follows from the sizes alone, never from the number of threads, and so do all sums.
  var groupSize: Int { min(max(1, 256 / max(positions, 1)), max(batch, 1)) }
  var groupCount: Int { (batch + groupSize - 1) / groupSize }

  func images(of group: Int) -> Range<Int> {
    (group * groupSize)..<min((group + 1) * groupSize, batch)
  }
}

/// Convolution as a matrix product.
///
/// The patches under the filter are copied side by side into a matrix `[patch, position]`; then
///
///     output [out, position] = weight [out, patch] * patches [patch, position]
///
/// and both gradients are products of the same three matrices, transposed. The copy ("im2col")
/// costs little beside the product. Source: K. Chellapilla and others, IWFHR 2006, section 3.
extension Kernels {
  /// The forward pass.
  static func convolution(
    _ x: [Float], weight: [Float], bias: [Float]?, _ plan: ConvolutionPlan
  ) -> [Float] {
    make(plan.batch * plan.outputSize) { output in
      forEachGroup(plan) { group, workspace in
        let images = plan.images(of: group)
        let columns = images.count * plan.positions
        workspace.gatherPatches(of: x, images)
        // One image alone is computed where it belongs.
        let target =
          images.count == 1
          ? output + images.lowerBound * plan.outputSize : workspace.outputs
        multiply(
          weight, transposed: false, workspace.patches, rows: plan.outputChannels,
          inner: plan.patchSize, columns: columns, into: target)
        if images.count > 1 {
          workspace.exchange(images) { at, from, count in
            (output + at).update(from: target + from, count: count)
          }
        }
        guard let bias else { return }
        for row in 0..<(images.count * plan.outputChannels) {
          let start = output + images.lowerBound * plan.outputSize + row * plan.positions
          let shift = bias[row % plan.outputChannels]
          for i in 0..<plan.positions { start[i] += shift }
        }
      }
    }
  }

  /// The gradients for the input (when wanted), the weight and the bias.
  static func convolutionGradients(
    _ g: [Float], input x: [Float], weight: [Float], wantsInput: Bool, _ plan: ConvolutionPlan
  ) -> (input: [Float]?, weight: [Float], bias: [Float]) {
    let (rows, patch) = (plan.outputChannels, plan.patchSize)
    // Every group adds up its own gradient; the groups are then added in order.
    var forGroups = [Float](repeating: 0, count: plan.groupCount * patch * rows)
    var forInput = [Float](repeating: 0, count: wantsInput ? x.count : 0)
    forInput.withUnsafeMutableBufferPointer { forInput in
      forGroups.withUnsafeMutableBufferPointer { forGroups in
        guard let forWeight = forGroups.baseAddress else { return }
        g.withUnsafeBufferPointer { g in
          forEachGroup(plan) { group, workspace in
            guard let g = g.baseAddress else { return }
            let images = plan.images(of: group)
            let columns = images.count * plan.positions
            var gradient = g + images.lowerBound * plan.outputSize  // [out, position]
            if images.count > 1 {
              workspace.exchange(images) { at, from, count in
                (workspace.outputs + from).update(from: g + at, count: count)
              }
              gradient = UnsafePointer(workspace.outputs)
            }
            workspace.gatherPatches(of: x, images)
            let product = MatrixProduct(  // patches gᵀ: [patch, out]
              rows: patch, inner: columns, columns: rows,
              a: MatrixView(start: workspace.patches, rowStep: columns, columnStep: 1),
              b: MatrixView(start: gradient, rowStep: 1, columnStep: columns),
              c: forWeight + group * patch * rows)
            product.multiply(by: PackedMatrix(product.b, inner: columns, columns: rows))
            guard wantsInput, let forInput = forInput.baseAddress else { return }
            multiply(  // weightᵀ g: [patch, position]
              weight, transposed: true, gradient, rows: patch, inner: rows, columns: columns,
              into: workspace.patches)
            workspace.scatterPatches(into: forInput, images)
          }
        }
      }
    }
    let forWeight = sum(forGroups, outer: 1, extent: plan.groupCount, inner: patch * rows)
    let forPlanes = sum(g, outer: plan.batch * rows, extent: plan.positions, inner: 1)
    return (
      wantsInput ? forInput : nil, transpose(forWeight, count: 1, rows: patch, columns: rows),
      sum(forPlanes, outer: 1, extent: plan.batch, inner: rows)
    )
  }

  /// c = weight b, one product on this thread.
  private static func multiply(
    _ weight: [Float], transposed: Bool, _ b: UnsafePointer<Float>, rows: Int, inner: Int,
    columns: Int, into c: UnsafeMutablePointer<Float>
  ) {
    weight.withUnsafeBufferPointer { weight in
      guard let start = weight.baseAddress else { return }
      MatrixProduct(
        rows: rows, inner: inner, columns: columns,
        a: MatrixView(
          start: start, rowStep: transposed ? 1 : inner, columnStep: transposed ? rows : 1),
        b: MatrixView(start: b, rowStep: columns, columnStep: 1), c: c
      ).compute()
    }
  }

  /// Runs `body` for each group of images, the groups shared out among the threads.
  private static func forEachGroup(
    _ plan: ConvolutionPlan, _ body: (Int, PatchWorkspace) -> Void
  ) {
    let work = plan.batch * plan.outputSize * plan.patchSize
    Threads.split(plan.groupCount, work: work) { groups in
      Threads.$count.withValue(1) {
        let columns = plan.groupSize * plan.positions
        withUnsafeTemporaryAllocation(
          of: Float.self,
          capacity: columns * (plan.patchSize + plan.outputChannels)
            + plan.paddedHeight * plan.paddedWidth
        ) { memory in
          guard let start = memory.baseAddress else { return }
          let workspace = PatchWorkspace(
            plan: plan, patches: start, outputs: start + columns * plan.patchSize,
            plane: start + columns * (plan.patchSize + plan.outputChannels))
          for group in groups { body(group, workspace) }
        }
      }
    }
  }
}

/// Where one thread lays out the patches of a group of images, and their outputs.
private struct PatchWorkspace {
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
) {
  let last = count - Piece.scalarCount
  var (from, to) = (from, to)
  for _ in 0..<rows {
    var i = 0
    while i < last {
      let piece = UnsafeRawPointer(from + i).loadUnaligned(as: Piece.self)
      UnsafeMutableRawPointer(to + i).storeBytes(of: piece, as: Piece.self)
      i &+= Piece.scalarCount
    }
    let piece = UnsafeRawPointer(from + last).loadUnaligned(as: Piece.self)
    UnsafeMutableRawPointer(to + last).storeBytes(of: piece, as: Piece.self)
    from += step
    to += count
  }
}

/// to += from, four numbers at a time.
@inline(__always)
private func add(_ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i + 4 <= count {
    let piece = UnsafeRawPointer(from + i).loadUnaligned(as: SIMD4<Float>.self)
    let sum = UnsafeRawPointer(to + i).loadUnaligned(as: SIMD4<Float>.self) + piece
    UnsafeMutableRawPointer(to + i).storeBytes(of: sum, as: SIMD4<Float>.self)
    i += 4
  }
  while i < count {
    to[i] += from[i]
    i += 1
  }
}

private func make(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  guard count > 0 else { return [] }
  if count >= Memory.large { _ = Memory.keepsLargeBlocks }
  return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
    if let target = buffer.baseAddress { body(target) }
    initialized = count
  }
}
