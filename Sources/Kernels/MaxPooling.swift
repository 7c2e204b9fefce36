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
package func maximumPooling(_ x: [Float], _ plan: PoolingPlan) -> ([Float], places: [Int32]) {
  var places = [Int32](repeating: 0, count: plan.outputCount)
  var result = [Float](repeating: 0, count: plan.outputCount)
  let (rows, columns, width) = (plan.windowHeight, plan.windowWidth, plan.width)
  places.withUnsafeMutableBufferPointer { places in
    result.withUnsafeMutableBufferPointer { result in
      x.withUnsafeBufferPointer { x in
        // Threads write different places; the compiler cannot see that.
        nonisolated(unsafe) let (places, result, x) = (places, result, x)
        // A number of a window costs about as much as thirty multiply-adds of a matrix product.
        Threads.split(plan.planes, work: 30 * x.count) { planes in
          forEachWindow(plan, of: planes) { output, corner in
            var place = corner
            var greatest = x[corner]
            for i in 0..<rows {
              for j in 0..<columns {
                let candidate = corner + i * width + j
                // Written as two choices, not as a jump: which number wins cannot be foreseen.
                // What is not a number wins, and stays.
                let wins = !(x[candidate] <= greatest) && greatest == greatest
                place = wins ? candidate : place
                greatest = wins ? x[candidate] : greatest
              }
            }
            result[output] = greatest
            places[output] = Int32(truncatingIfNeeded: place)
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

/// Every window: the index of its output, and that of its upper left number.
@inline(__always)
private func forEachWindow(
  _ plan: PoolingPlan, of planes: Range<Int>, _ body: (Int, Int) -> Void
) {
  let (outputHeight, outputWidth) = (plan.outputHeight, plan.outputWidth)
  var output = planes.lowerBound * outputHeight * outputWidth
  for plane in planes {
    for y in 0..<outputHeight {
      var corner = (plane * plan.height + y * plan.verticalStride) * plan.width
      for _ in 0..<outputWidth {
        body(output, corner)
        output += 1
        corner += plan.horizontalStride
      }
    }
  }
}
