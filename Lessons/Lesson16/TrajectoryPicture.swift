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

/// The picture of the course: paths from noise on the left to data on the right.
///
/// A path is grey while it is undecided. Where one hill has taken it for at least 75 %, which the
/// exact denoiser knows, it has the colour of that hill.
struct TrajectoryPicture {
  let data: GaussianMixture
  let schedule: NoiseSchedule

  private let undecided = 6
  private let grid = (0...320).map { -3.2 + 6.4 * Double($0) / 320 }

  init(data: GaussianMixture, schedule: NoiseSchedule) {
    self.data = data
    self.schedule = schedule
  }

  var axis: AngleAxis { AngleAxis(schedule: schedule) }

  func figure(_ paths: Paths) -> Figure {
    let positions = paths.visited.map(axis.position)
    let noise = GaussianMixture(weights: [1], means: [0], deviations: [1])
    let highest = data.means.map(data.density).max()!
    return Figure(
      "From noise to data",
      caption: """
        Each line is one number: pure noise on the left, denoised a thousand times by a network \
        that learned to tell the noise. It takes the colour of a hill when its fate is 75 % sure. \
        The curves at the sides are the noise and the data.
        """,
      x: axis.axis(ticks: [1000, 500, 300, 200, 100, 50, 0], margin: 0.16),
      y: Axis("x", range: -3.2...3.2), name: "trajectories"
    ) {
      for colour in [undecided] + Array(data.means.indices) {
        for path in paths.places {
          for stretch in stretches(of: path, paths.visited) where stretch.colour == colour {
            Lines(
              x: positions[stretch.range], y: path[stretch.range], style: .faint, colour: colour)
          }
        }
      }
      bell(grid, from: -0.015, colour: undecided) { -0.13 * noise.density($0) / noise.density(0) }
      for hill in data.means.indices {
        let own = grid.filter { data.density($0) > 0.01 && data.likeliestHill($0) == hill }
        bell(own, from: 1.015, colour: hill) { 0.13 * data.density($0) / highest }
      }
    }
  }

  /// A path cut where its fate is decided, or undecided again; each part reaches to the next.
  private func stretches(
    of path: [Float], _ steps: [Int]
  ) -> [(range: ClosedRange<Int>, colour: Int)] {
    let colours = zip(steps, path).map { step, x in
      let shares = data.noised(schedule.alphaBars[step]).responsibilities(Double(x))
      return shares.firstIndex { $0 >= 0.75 } ?? undecided
    }
    let starts = colours.indices.filter { $0 == 0 || colours[$0] != colours[$0 - 1] }
    return zip(starts, starts.dropFirst() + [path.count - 1]).map { ($0...$1, colours[$0]) }
  }

  /// A curve that stands on end, hatched down to its foot.
  private func bell(
    _ places: [Double], from foot: Double, colour: Int, _ height: (Double) -> Double
  ) -> [Lines] {
    let curve = places.map { foot + height($0) }
    let hatching = curve.enumerated().flatMap { $0 % 2 == 0 ? [foot, $1] : [$1, foot] }
    return [
      Lines(x: hatching, y: places.flatMap { [$0, $0] }, style: .faint, colour: colour),
      Lines(x: curve, y: places, colour: colour),
    ]
  }
}

extension GaussianMixture {
  func likeliestHill(_ x: Double) -> Int {
    let shares = responsibilities(x)
    return shares.indices.max { shares[$0] < shares[$1] }!
  }
}
