import Loops

/// The sizes of a pooling window; a sequence is an image of height 1.
package struct PoolingPlan {
  package let planes, height, width, windowHeight, windowWidth: Int
  package let verticalStride, horizontalStride: Int

  package init(
    planes: Int, height: Int, width: Int, windowHeight: Int, windowWidth: Int,
    verticalStride: Int, horizontalStride: Int
  ) {
    (self.planes, self.height, self.width) = (planes, height, width)
    (self.windowHeight, self.windowWidth) = (windowHeight, windowWidth)
    (self.verticalStride, self.horizontalStride) = (verticalStride, horizontalStride)
  }

  package var outputHeight: Int { (height - windowHeight) / verticalStride + 1 }
  package var outputWidth: Int { (width - windowWidth) / horizontalStride + 1 }
  var outputCount: Int { planes * outputHeight * outputWidth }
}

/// The greatest number of each window, and where in the input it lies (the first, of equals).
///
/// What is not a number wins.
package func maximumPooling(_ list: [Float], _ plan: PoolingPlan) -> ([Float], places: [Int32]) {
  var places = [Int32](repeating: 0, count: plan.outputCount)
  var result = [Float](repeating: 0, count: plan.outputCount)
  places.withUnsafeMutableBufferPointer { places in
    result.withUnsafeMutableBufferPointer { result in
      list.withUnsafeBufferPointer { x in
        // Threads write different places; the compiler cannot see that.
        nonisolated(unsafe) let (places, result, x) = (places, result, x)
        // A number of a window costs about as much as thirty multiply-adds of a matrix product.
        Threads.split(plan.planes, work: 30 * x.count) { planes in
          // Written as two choices, not as a jump: which number wins cannot be foreseen.
          forEachWindow(plan, x, planes, places, result) { next, greatest in next > greatest }
        }
        // Seldom, so that the usual pass need not ask.
        if maximum(list).isNaN {
          forEachWindow(plan, x, 0..<plan.planes, places, result) { next, greatest in
            next > greatest || next.isNaN
          }
        }
      }
    }
  }
  return (result, places)
}

/// Each gradient goes where the greatest number came from.
package func maximumPoolingGradient(_ g: [Float], places: [Int32], count: Int) -> [Float] {
  var result = [Float](repeating: 0, count: count)
  result.withUnsafeMutableBufferPointer { result in
    for i in 0..<g.count { result[Int(places[i])] += g[i] }
  }
  return result
}

/// Writes for every window which of its numbers wins against all before it.
@inline(__always)
private func forEachWindow(
  _ plan: PoolingPlan, _ x: UnsafeBufferPointer<Float>, _ planes: Range<Int>,
  _ places: UnsafeMutableBufferPointer<Int32>, _ result: UnsafeMutableBufferPointer<Float>,
  _ isWinner: (_ next: Float, _ greatest: Float) -> Bool
) {
  let (outputHeight, outputWidth) = (plan.outputHeight, plan.outputWidth)
  let (rows, columns, width) = (plan.windowHeight, plan.windowWidth, plan.width)
  var output = planes.lowerBound * outputHeight * outputWidth
  for plane in planes {
    for y in 0..<outputHeight {
      var corner = (plane * plan.height + y * plan.verticalStride) * width
      for _ in 0..<outputWidth {
        var (place, greatest) = (corner, x[corner])
        for i in 0..<rows {
          for j in 0..<columns {
            let candidate = corner + i * width + j
            let wins = isWinner(x[candidate], greatest)
            place = wins ? candidate : place
            greatest = wins ? x[candidate] : greatest
          }
        }
        result[output] = greatest
        places[output] = Int32(truncatingIfNeeded: place)
        output += 1
        corner += plan.horizontalStride
      }
    }
  }
}
