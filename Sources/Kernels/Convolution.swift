import Loops

/// The sizes of a convolution; a sequence is an image of height 1.
package struct ConvolutionPlan {
  package let batch, inputChannels, height, width: Int
  package let outputChannels, kernelHeight, kernelWidth: Int
  package let verticalStride, horizontalStride, verticalPadding, horizontalPadding: Int

  // Kept, not computed: the loops over patches in another file ask for them all the time, and a
  // computed property of another file is a call, here with divisions in it.
  let paddedHeight, paddedWidth: Int
  package let outputHeight, outputWidth: Int
  let positions: Int
  /// Numbers under the filter: one image patch.
  let patchSize: Int

  package init(
    batch: Int, inputChannels: Int, height: Int, width: Int, outputChannels: Int,
    kernelHeight: Int, kernelWidth: Int, verticalStride: Int, horizontalStride: Int,
    verticalPadding: Int, horizontalPadding: Int
  ) {
    (self.batch, self.inputChannels, self.height, self.width) = (
      batch, inputChannels, height, width
    )
    (self.outputChannels, self.kernelHeight, self.kernelWidth) = (
      outputChannels, kernelHeight, kernelWidth
    )
    (self.verticalStride, self.horizontalStride) = (verticalStride, horizontalStride)
    (self.verticalPadding, self.horizontalPadding) = (verticalPadding, horizontalPadding)
    paddedHeight = height + 2 * verticalPadding
    paddedWidth = width + 2 * horizontalPadding
    outputHeight = (paddedHeight - kernelHeight) / verticalStride + 1
    outputWidth = (paddedWidth - kernelWidth) / horizontalStride + 1
    positions = outputHeight * outputWidth
    patchSize = inputChannels * kernelHeight * kernelWidth
  }

  var isPadded: Bool { verticalPadding > 0 || horizontalPadding > 0 }
  var outputSize: Int { outputChannels * positions }

  /// A product and a sum for each weight at each place.
  var operations: Int { 2 * batch * outputSize * patchSize }

  /// So many images are multiplied at once: one product should have some hundred columns.
  ///
  /// It follows from the sizes alone, never from the number of threads, and so do all sums.
  var groupSize: Int { min(max(1, 256 / max(positions, 1)), max(batch, 1)) }
  var groupCount: Int { (batch + groupSize - 1) / groupSize }

  func images(of group: Int) -> Range<Int> {
    (group * groupSize)..<min((group + 1) * groupSize, batch)
  }
}

// Convolution as a matrix product.
//
// The patches under the filter are copied side by side into a matrix `[patch, position]`; then
//
//     output [out, position] = weight [out, patch] * patches [patch, position]
//
// and both gradients are products of the same three matrices, transposed. The copy ("im2col")
// costs little beside the product. Source: K. Chellapilla and others, IWFHR 2006, section 3.

/// The forward pass.
package func convolution(
  _ x: [Float], weight: [Float], bias: [Float]?, _ plan: ConvolutionPlan
) -> [Float] {
  OperationCount.add(.convolutions, plan.operations)
  return list(plan.batch * plan.outputSize) { output in
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
package func convolutionGradients(
  _ g: [Float], input x: [Float], weight: [Float], wantsInput: Bool, _ plan: ConvolutionPlan
) -> (input: [Float]?, weight: [Float], bias: [Float]) {
  OperationCount.add(.convolutions, (wantsInput ? 2 : 1) * plan.operations)
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
private func multiply(
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
private func forEachGroup(
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
