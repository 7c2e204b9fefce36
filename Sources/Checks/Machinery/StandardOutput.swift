#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Sends what is printed on its way at once: a crash must not swallow what came before it.
func stopBufferingOutput() {
  setvbuf(stdout, nil, _IONBF, 0)
}
