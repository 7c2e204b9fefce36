import Dispatch
import Foundation
import Synchronization

/// The pool of threads that help with large operations, and stay awake for a moment after each.
///
/// Waking a thread that sleeps takes some fifty microseconds, as long as adding up a million
/// numbers. Training asks for help again and again, so a helper that has just finished watches out
/// for the next job a while before it goes to sleep.
///
/// One job at a time. Parts are taken by whoever is free, the caller too: when the helpers come
/// late, the caller has done it all, and waits for nobody.
final class ThreadPool: Sendable {
  static let shared = ThreadPool(helpers: ProcessInfo.processInfo.activeProcessorCount - 1)

  private let helpers: [Helper]
  private let isTaken = Atomic(false)
  private let job = Job()

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
  func run(_ parts: Int, _ body: (Int) -> Void) {
    // Somebody else has the pool: then this thread does its parts alone, with the same result.
    guard !helpers.isEmpty, !isTaken.exchange(true, ordering: .acquiring) else {
      for part in 0..<parts { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      job.open(parts, body)
      for helper in helpers.prefix(parts - 1) { helper.call() }
      job.takeParts()
      job.close()
    }
    isTaken.store(false, ordering: .releasing)
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
  /// About thirty microseconds.
  private static let patience = 20_000

  private let calls = Atomic(0)
  private let isAsleep = Atomic(false)
  private let bell = DispatchSemaphore(value: 0)

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
