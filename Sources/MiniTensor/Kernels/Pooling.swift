/// The sizes of a pooling window; a sequence is an image of height 1.
struct PoolingPlan {
  var planes: Int
  var height = 1
  var width = 1
  var windowHeight = 1
  var windowWidth = 1
  var verticalStride = 1
  var horizontalStride = 1

  var outputHeight: Int { (height - windowHeight) / verticalStride + 1 }
  var outputWidth: Int { (width - windowWidth) / horizontalStride + 1 }
  var outputCount: Int { planes * outputHeight * outputWidth }
}

extension Kernels {
  /// The greatest number of each window, and where in the input it lies (the first, of equals).
  static func maximumPooling(_ x: [Float], _ plan: PoolingPlan) -> ([Float], places: [Int32]) {
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
                  let wins = x[candidate] > greatest
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
  static func maximumPoolingGradient(_ g: [Float], places: [Int32], count: Int) -> [Float] {
    var result = [Float](repeating: 0, count: count)
    result.withUnsafeMutableBufferPointer { result in
      for i in 0..<g.count { result[Int(places[i])] += g[i] }
    }
    return result
  }

  /// The mean of each window.
  static func averagePooling(_ x: [Float], _ plan: PoolingPlan) -> [Float] {
    var result = [Float](repeating: 0, count: plan.outputCount)
    let share = 1 / Float(plan.windowHeight * plan.windowWidth)
    forEachWindow(plan) { output, corner in
      var sum: Float = 0
      for i in 0..<plan.windowHeight {
        for j in 0..<plan.windowWidth { sum += x[corner + i * plan.width + j] }
      }
      result[output] = sum * share
    }
    return result
  }

  /// Each gradient is shared out evenly over its window.
  static func averagePoolingGradient(_ g: [Float], _ plan: PoolingPlan) -> [Float] {
    var result = [Float](repeating: 0, count: plan.planes * plan.height * plan.width)
    let share = 1 / Float(plan.windowHeight * plan.windowWidth)
    forEachWindow(plan) { output, corner in
      for i in 0..<plan.windowHeight {
        for j in 0..<plan.windowWidth { result[corner + i * plan.width + j] += g[output] * share }
      }
    }
    return result
  }

  /// Every window: the index of its output, and that of its upper left number.
  @inline(__always)
  private static func forEachWindow(
    _ plan: PoolingPlan, of planes: Range<Int>? = nil, _ body: (Int, Int) -> Void
  ) {
    let plan = plan
    let (outputHeight, outputWidth) = (plan.outputHeight, plan.outputWidth)
    let planes = planes ?? 0..<plan.planes
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
}
