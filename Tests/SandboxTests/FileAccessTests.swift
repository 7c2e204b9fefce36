#if os(Linux) && (arch(x86_64) || arch(arm64))
  import Foundation
  import Testing

  @testable import Sandbox

  @Suite struct FileAccessTests {
    @Test func aJudgesMemoryIsItsOwn() async {
      await #expect(processExitsWith: .success) {
        guard Control.call(Control.getDumpable) == 1 else { exit(2) }
        Sandbox.keepMemoryPrivate()
        exit(Control.call(Control.getDumpable) == 0 ? EXIT_SUCCESS : EXIT_FAILURE)
      }
    }

    /// Somewhere else than in /usr, an answer could not load Swift's libraries.
    @Test func theFolderOfSwiftsLibrariesIsFound() {
      #expect(FileAccessFilter.runtime.count == 1)
      for folder in FileAccessFilter.runtime {
        #expect(FileManager.default.fileExists(atPath: folder + "/libswiftCore.so"))
      }
    }
  }
#endif
