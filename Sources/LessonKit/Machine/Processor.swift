import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// Whether this machine has the vector instructions that the course was built with.
///
/// A program with instructions that the processor does not know dies without a word. This file
/// is compiled without them, runs first, and says what to do instead.
enum Processor {
  /// The names that the processor must report, as Linux writes them.
  static var needed: Set<String> {
    #if !arch(x86_64)
      []
    #elseif AVX512
      ["avx2", "fma", "avx512f", "avx512vl", "avx512bw", "avx512dq"]
    #elseif FUSED_MULTIPLY_ADD
      ["avx2", "fma"]
    #else
      []
    #endif
  }

  /// One sentence for the learner when this machine cannot run the program.
  static func trouble() -> Text? {
    needed.isEmpty ? nil : trouble(needed: needed, present: present())
  }

  /// The decision itself; an empty `present` means that the machine did not tell.
  static func trouble(needed: Set<String>, present: Set<String>) -> Text? {
    let missing = needed.subtracting(present).sorted()
    guard !present.isEmpty, !missing.isEmpty else { return nil }
    return """
      this processor has no \(missing), which the course was built for on another machine; \
      remove .build and build here, or build with COURSE_PORTABLE=1
      """
  }

  /// What the processor reports.
  static func present() -> Set<String> {
    #if os(Linux)
      let description = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return features(cpuinfo: description)
    #elseif canImport(Darwin)
      let keys = ["machdep.cpu.features", "machdep.cpu.leaf7_features"]
      return features(sysctl: keys.compactMap(systemText).joined(separator: " "))
    #else
      return []
    #endif
  }

  /// The first processor's flags in the text of `/proc/cpuinfo`.
  static func features(cpuinfo: String) -> Set<String> {
    let line = cpuinfo.split(whereSeparator: \.isNewline).first { $0.hasPrefix("flags") }
    guard let parts = line?.split(separator: ":", maxSplits: 1), parts.count == 2 else {
      return []
    }
    return Set(parts[1].split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// The flags as macOS writes them: `AVX2 FMA AVX512F`.
  static func features(sysctl: String) -> Set<String> {
    Set(sysctl.lowercased().split(whereSeparator: \.isWhitespace).map(String.init))
  }

  #if canImport(Darwin)
    private static func systemText(_ key: String) -> String? {
      var size = 0
      guard sysctlbyname(key, nil, &size, nil, 0) == 0, size > 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: size)
      guard sysctlbyname(key, &bytes, &size, nil, 0) == 0 else { return nil }
      return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  #endif
}
