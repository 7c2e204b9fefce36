import Foundation
import LessonKit
import MiniTensor

/// Where some numbers were on their way back.
struct Paths {
  private let times: Set<Int>
  private(set) var visited: [Int] = []
  private(set) var places: [[Float]] = []  // [path][time]

  /// Keeps the places at these times.
  init(at times: [Int]) {
    self.times = Set(times)
  }

  mutating func visit(_ step: Int, _ x: Tensor) {
    guard times.contains(step) else { return }
    if places.isEmpty { places = Array(repeating: [], count: x.shape[0]) }
    visited.append(step)
    for (index, value) in x.scalars.enumerated() { places[index].append(value) }
  }
}

/// The axis of a picture from noise to data: time as an angle.
///
///     x_t = cos(a) x_0 + sin(a) eps        a from a quarter turn, all noise, to 0, all data
///
/// With plain steps half of the picture would show nothing but noise.
struct AngleAxis {
  let schedule: NoiseSchedule

  /// From 0, all noise, to nearly 1, all data.
  func position(_ step: Int) -> Double {
    asin(schedule.alphaBars[step].squareRoot()) / (Double.pi / 2)
  }

  /// Times whose positions are about evenly spaced, and the first and the last.
  func times(count: Int) -> [Int] {
    var times = [schedule.stepCount]
    for step in (0..<schedule.stepCount).reversed()
    where position(step) - position(times.last!) >= 1 / Double(count) || step == 0 {
      times.append(step)
    }
    return times
  }

  /// Numbers at these steps; room at both ends for what stands there.
  func axis(ticks: [Int], margin: Double = 0) -> Axis {
    Axis(
      "steps still to go", range: -margin...(1 + margin), ticks: ticks.map(position),
      tickLabels: ticks.map { "\($0)" })
  }
}

/// The picture of the course: paths from noise on the left to data on the right, each in the colour of the
/// hill where it ends.
struct TrajectoryPicture {
  let data: GaussianMixture
  let schedule: NoiseSchedule

  var axis: AngleAxis { AngleAxis(schedule: schedule) }

  func figure(_ paths: Paths, hills: [Int]) -> Figure {
    let grid = (0...320).map { -3.2 + 6.4 * Double($0) / 320 }
    let noise = GaussianMixture(weights: [1], means: [0], deviations: [1])
    let highest = data.means.map(data.density).max()!
    // The data's curve in the colours of its hills.
    let stretches = data.means.indices.map { hill in
      grid.filter { data.density($0) > 0.01 && data.likeliestHill($0) == hill }
    }
    return Figure(
      "From noise to data",
      caption: """
        Each line is one number: pure noise on the left, denoised a thousand times by a network that learned to tell \
        the noise. The curves at the sides are the noise and the data.
        """,
      x: axis.axis(ticks: [1000, 500, 300, 200, 100, 50, 0], margin: 0.16),
      y: Axis("x", range: -3.2...3.2), name: "trajectories"
    ) {
      for (path, hill) in zip(paths.places, hills) {
        Lines(x: paths.visited.map(axis.position), y: path, style: .faint, colour: hill)
      }
      Lines(
        x: grid.map { -0.015 - 0.13 * noise.density($0) / noise.density(0) }, y: grid, colour: 6)
      for (hill, stretch) in stretches.enumerated() {
        Lines(
          x: stretch.map { 1.015 + 0.13 * data.density($0) / highest }, y: stretch, colour: hill)
      }
    }
  }
}

extension GaussianMixture {
  func likeliestHill(_ x: Double) -> Int {
    let shares = responsibilities(x)
    return shares.indices.max { shares[$0] < shares[$1] }!
  }
}
