import Dispatch
import Foundation
import Synchronization

/// The pool of threads that help with large operations, and stay awake for a moment after each.
///
/// Waking a thread that sleeps takes some fifty microseconds, as long as adding up a million
/// numbers. A helper that watches out takes a job over in less than one. Training asks for help
/// again and again, so a helper that has just finished stays awake a while before it goes to sleep:
/// long enough for all jobs of a training step to find it awake. A job too small to wake anybody
/// for uses those who are awake; when nobody is, it adds its work to what was missed, and enough
/// small jobs together wake the helpers for those that follow.
///
/// Who computes what never changes a result, so none of this is seen but in the time.
///
/// One job at a time. Parts are taken by whoever is free, the caller too: when the helpers come
/// late, the caller has done it all, and waits for nobody.
final class ThreadPool: Sendable {
  static let shared = ThreadPool(helpers: ProcessInfo.processInfo.activeProcessorCount - 1)

  private let helpers: [Helper]
  private let isTaken = Atomic(false)
  /// Work that was too little to wake a helper for, since one was last awake.
  private let missed = Atomic(0)
  private let job = Job()

  /// So much work, a tenth of a millisecond, pays for the waking.
  private static let worthWaking = 7_000_000

  init(helpers count: Int) {
    helpers = (0..<count).map { _ in Helper() }
    for helper in helpers {
      let job = job
      let thread = Thread { helper.work(on: job) }
      thread.stackSize = 1 << 20
      thread.start()
    }
  }

  /// Calls `body` for every part, by at most `parts` threads; returns when all parts are done.
  ///
  /// When nobody can help, `alone` does all of them.
  func run(_ parts: Int, work: Int, _ body: (Int) -> Void, alone: () -> Void) {
    let called = helpers.prefix(parts - 1)
    let isSomebodyAwake = called.contains(where: \.isAwake)
    let wakes = work >= Self.worthWaking || !isSomebodyAwake && isWorthWaking(afterMissing: work)
    guard !called.isEmpty, isSomebodyAwake || wakes,
      // Somebody else may have the pool.
      !isTaken.exchange(true, ordering: .acquiring)
    else { return alone() }
    withoutActuallyEscaping(body) { body in
      job.open(parts, body)
      for helper in called where wakes || helper.isAwake { helper.call() }
      job.takeParts()
      job.close()
    }
    isTaken.store(false, ordering: .releasing)
  }

  private func isWorthWaking(afterMissing work: Int) -> Bool {
    let sum = missed.wrappingAdd(work, ordering: .relaxed).newValue
    guard sum >= Self.worthWaking else { return false }
    missed.store(0, ordering: .relaxed)
    return true
  }
}

/// What the pool works on now.
///
/// A thread enters, takes parts while there are any, and leaves.
private final class Job: @unchecked Sendable {
  /// How many helpers are inside; `closed` more when nobody may enter.
  private let inside = Atomic(closed)
  private static let closed = 1 << 32

  private let next = Atomic(0)
  // Written only while the job is closed and nobody is inside.
  private var parts = 0
  private var body: ((Int) -> Void)?

  func open(_ parts: Int, _ body: @escaping (Int) -> Void) {
    self.parts = parts
    self.body = body
    next.store(0, ordering: .relaxed)
    inside.store(0, ordering: .releasing)
  }

  func enter() -> Bool {
    var count = inside.load(ordering: .relaxed)
    while count < Self.closed {
      let (isIn, now) = inside.weakCompareExchange(
        expected: count, desired: count + 1, ordering: .acquiring)
      if isIn { return true }
      count = now
    }
    return false
  }

  func takeParts() {
    while true {
      let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      if part >= parts { return }
      body?(part)
    }
  }

  func leave() { inside.wrappingSubtract(1, ordering: .releasing) }

  /// Lets nobody in, and waits for those inside: each is busy with its last part.
  func close() {
    inside.wrappingAdd(Self.closed, ordering: .acquiringAndReleasing)
    var patience = 0
    while inside.load(ordering: .acquiring) != Self.closed {
      patience += 1
      if patience > 10_000 { sched_yield() }
    }
    body = nil
  }
}

/// One thread, and the bell that wakes it.
private final class Helper: Sendable {
  /// About two hundred microseconds.
  private static let patience = 130_000

  private let calls = Atomic(0)
  private let isAsleep = Atomic(false)
  private let bell = DispatchSemaphore(value: 0)

  var isAwake: Bool { !isAsleep.load(ordering: .relaxed) }

  func call() {
    calls.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { bell.signal() }
  }

  func work(on job: Job) {
    var answered = 0
    while true {
      var looks = 0
      while calls.load(ordering: .sequentiallyConsistent) == answered {
        looks += 1
        if looks > Self.patience {
          sleep(unlessCalledSince: answered)
          looks = 0
        }
      }
      answered = calls.load(ordering: .sequentiallyConsistent)
      if job.enter() {
        job.takeParts()
        job.leave()
      }
    }
  }

  /// Whoever finds `isAsleep` set takes it back: the caller, who then rings, or this thread.
  private func sleep(unlessCalledSince answered: Int) {
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    let wasCalled = calls.load(ordering: .sequentiallyConsistent) != answered
    if wasCalled, isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
    bell.wait()
  }
}
