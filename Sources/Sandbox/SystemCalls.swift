#if os(Linux)
  /// The numbers of the system calls that a confined process may make, by architecture.
  enum SystemCalls {
    #if arch(x86_64)
      /// The mark of this architecture, and the bit of its second table of calls.
      static let architecture: UInt32 = 0xc000_003e
      static let secondTable: UInt32 = 0x4000_0000

      static let allowed: [UInt32] = [
        0, 1, 3, 8, 17, 18, 19, 20,  // read, write, close, lseek, pread, pwrite, readv, writev
        4, 5, 6, 262, 332, 21, 269, 439,  // stat and its relatives, access
        89, 267, 79, 217, 32, 292,  // readlink, readlinkat, getcwd, getdents, dup, dup3
        9, 10, 11, 12, 25, 27, 28,  // mmap, mprotect, munmap, brk, mremap, mincore, madvise
        202, 273, 274, 218, 334, 324,  // futex, robust lists, set_tid_address, rseq, membarrier
        13, 14, 15, 131, 219,  // rt_sigaction, rt_sigprocmask, rt_sigreturn, sigaltstack, restart
        7, 271, 23, 270, 232, 233, 281, 291, 290, 293,  // poll, select, epoll, eventfd, pipe
        24, 204, 143, 145, 146, 147,  // sched_yield, affinity, parameters and priorities to read
        35, 230, 228, 229, 96, 201, 283, 286, 37, 38, 34,  // sleeping, clocks, alarm, pause
        39, 186, 110, 102, 104, 107, 108, 111,  // who am I
        63, 99, 97, 98, 100, 318, 158,  // uname, sysinfo, limits, usage, getrandom, arch_prctl
        60, 231,  // exit
      ]
      static let opening: [(call: UInt32, flags: UInt32)] = [(2, 1), (257, 2)]
      static let signals: [UInt32] = [62, 234]
      static let clone: UInt32 = 56
      static let deviceControl: UInt32 = 16
      static let fileControl: UInt32 = 72
      static let processControl: UInt32 = 157
      static let limits: UInt32 = 302
    #else
      static let architecture: UInt32 = 0xc000_00b7
      static let secondTable: UInt32 = 0

      static let allowed: [UInt32] = [
        63, 64, 57, 62, 67, 68, 65, 66,  // read, write, close, lseek, pread, pwrite, readv, writev
        79, 80, 291, 48, 439,  // newfstatat, fstat, statx, faccessat
        78, 17, 61, 23, 24,  // readlinkat, getcwd, getdents, dup, dup3
        222, 226, 215, 214, 216, 232, 233,  // mmap, mprotect, munmap, brk, mremap, mincore, madvise
        98, 99, 100, 96, 293, 283,  // futex, robust lists, set_tid_address, rseq, membarrier
        134, 135, 139, 132, 128,  // signals, and what goes on after them
        73, 72, 20, 21, 22, 19, 59,  // poll, select, epoll, eventfd, pipe
        124, 123, 120, 121, 125, 126,  // sched_yield, affinity, parameters and priorities to read
        101, 115, 113, 114, 169, 85, 86, 103,  // sleeping, clocks, setitimer
        172, 178, 173, 174, 175, 176, 177,  // who am I
        160, 179, 163, 165, 153, 278,  // uname, sysinfo, limits, usage, getrandom
        93, 94,  // exit
      ]
      static let opening: [(call: UInt32, flags: UInt32)] = [(56, 2)]
      static let signals: [UInt32] = [129, 131]
      static let clone: UInt32 = 220
      static let deviceControl: UInt32 = 29
      static let fileControl: UInt32 = 25
      static let processControl: UInt32 = 167
      static let limits: UInt32 = 261
    #endif
    /// The C library falls back to the older forms of these: clone3, openat2.
    static let missing: [UInt32] = [435, 437]
  }
#endif
