import Foundation
import Testing

@testable import LessonKit

@Suite struct ProcessorTests {
  @Test func nothingNeededNothingMissing() {
    #expect(Processor.trouble(needed: [], present: []) == nil)
    #expect(Processor.trouble(needed: ["avx2"], present: ["sse2", "avx2", "fma"]) == nil)
  }

  @Test func whatIsMissingIsNamedWithTheRemedy() throws {
    let trouble = try #require(
      Processor.trouble(needed: ["avx2", "fma", "avx512f"], present: ["avx2", "sse2"])?.english)
    #expect(trouble.contains("no avx512f, fma"))
    #expect(!trouble.contains("avx2"))
    #expect(trouble.contains("COURSE_PORTABLE=1"))
    #expect(!trouble.contains("\n"))
  }

  @Test func aSilentMachineIsTrusted() {
    #expect(Processor.trouble(needed: ["avx2"], present: []) == nil)
  }

  @Test func flagsOfLinux() {
    let text = """
      processor\t: 0
      model name\t: Some Processor
      flags\t\t: fpu sse2 avx2 fma
      bugs\t\t: none
      processor\t: 1
      flags\t\t: other
      """
    #expect(Processor.features(cpuinfo: text) == ["fpu", "sse2", "avx2", "fma"])
    #expect(Processor.features(cpuinfo: "") == [])
    #expect(Processor.features(cpuinfo: "flags\n") == [])
  }

  @Test func flagsOfMacOS() {
    #expect(Processor.features(sysctl: "FMA AVX1.0 AVX2") == ["fma", "avx1.0", "avx2"])
  }

  @Test func thisMachineRunsWhatItBuilt() {
    #expect(Processor.trouble() == nil)
  }

  #if arch(x86_64) && os(Linux)
    @Test func theBuildSaysWhatItNeeds() {
      let isPortable = ProcessInfo.processInfo.environment["COURSE_PORTABLE"] != nil
      let canFuse = Processor.present().isSuperset(of: ["avx2", "fma"])
      #expect(Processor.needed.isSuperset(of: ["avx2", "fma"]) == (canFuse && !isPortable))
    }
  #endif

  @Test func peakMemory() {
    #expect(PeakMemory.highWaterMark(status: "Name:\tx\nVmHWM:\t   85012 kB\n") == 85012)
    #expect(PeakMemory.highWaterMark(status: "") == nil)
    #expect(PeakMemory.megabytes > 0)
  }
}
