import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process could do to others; all of it is refused, except the last of the list.
enum Attempt: String {
  case signalsItsParent, signalsItsGroup, forks, spawns, executes, leavesItsGroup, leavesItsSession
  case opensForWriting, opensForBoth, opensToAppend, opensToEmpty, creates
  case createsUnnamed, truncates
  case deletes, renames, links, linksByName, makesAFolder, removesAFolder, makesAFIFO
  case changesTheMode, changesTheModeOfItsProgram, changesTheOwner, changesTheTimes
  case locksItsProgram, locksARange
  case ownsSignals, choosesASignal, asksForSignals, takesALease, watchesAFolder
  case connects, connectsLocally, sharesMemory, opensASemaphore, queues, tracesItsParent
  case raisesItsLimits, changesPriority
  case readsAForeignFile, listsAForeignFolder, readsPasswords, readsItsParent
  case readsItsProgram

  /// 0 when it was let happen, else the number of the error.
  func errorNumber(_ path: String) -> Int32 {
    errno = 0
    return act(path) < 0 ? max(errno, 1) : 0
  }

  private func act(_ path: String) -> Int {
    let program = CommandLine.arguments[0]
    switch self {
    // The signal does no harm, should it arrive.
    case .signalsItsParent: return Int(kill(getppid(), SIGCONT))
    case .signalsItsGroup: return Int(kill(0, SIGCONT))
    case .forks:
      typealias Fork = @convention(c) () -> pid_t
      let process = unsafeBitCast(dlsym(nil, "fork"), to: Fork.self)()
      if process == 0 { sleep(1000) }
      return Int(process)
    case .spawns:
      var process: pid_t = 0
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sleep"), strdup("1000"), nil]
      let error = posix_spawn(&process, "/bin/sleep", nil, nil, &words, nil)
      errno = error
      return error == 0 ? 0 : -1
    case .executes:
      var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sleep"), strdup("1000"), nil]
      return Int(execv("/bin/sleep", &words))
    case .leavesItsGroup: return Int(setpgid(0, getppid()))
    case .leavesItsSession: return Int(setsid())
    case .opensForWriting: return Int(open(path, O_WRONLY))
    case .opensForBoth: return Int(open(path, O_RDWR))
    case .opensToAppend: return Int(open(path, O_WRONLY | O_APPEND))
    case .opensToEmpty: return Int(open(path, O_RDONLY | O_TRUNC))
    case .creates: return Int(open(path + ".new", O_RDONLY | O_CREAT, 0o600))
    case .createsUnnamed:
      let unnamed: Int32 = 0o20_200_000
      return Int(open("/tmp", O_RDWR | unnamed, 0o600))
    case .truncates: return Int(truncate(path, 0))
    case .deletes: return Int(unlink(path))
    case .renames: return Int(rename(path, path + ".old"))
    case .links: return Int(link(path, path + ".link"))
    case .linksByName: return Int(symlink("/etc/passwd", path + ".name"))
    case .makesAFolder: return Int(mkdir(path + ".folder", 0o700))
    case .removesAFolder: return Int(rmdir(path + ".empty"))
    case .makesAFIFO: return Int(mkfifo(path + ".fifo", 0o600))
    case .changesTheMode: return Int(chmod(path, 0o777))
    case .changesTheModeOfItsProgram:
      let file = open(program, O_RDONLY)
      return file < 0 ? -1 : Int(fchmod(file, 0o755))
    case .changesTheOwner: return Int(chown(path, getuid(), getgid()))
    case .changesTheTimes: return Int(utimes(path, nil))
    case .locksItsProgram: return Int(flock(open(program, O_RDONLY), LOCK_SH | LOCK_NB))
    case .locksARange:
      var range = flock()
      range.l_type = .init(F_RDLCK)
      return Int(fcntl(open(program, O_RDONLY), F_SETLK, &range))
    case .ownsSignals: return Int(fcntl(2, F_SETOWN, getppid()))
    case .choosesASignal: return Int(fcntl(2, 10, SIGKILL))
    case .asksForSignals: return Int(fcntl(2, F_SETFL, 0o20000))
    case .takesALease: return Int(fcntl(open(program, O_RDONLY), 1024, Int32(F_RDLCK)))
    case .watchesAFolder: return Int(fcntl(open("/usr", O_RDONLY), 1026, 2))
    case .connects: return Int(socket(AF_INET, 1, 0))
    case .connectsLocally: return Int(socket(AF_UNIX, 1, 0))
    case .sharesMemory: return Int(shmget(0x5348, 4096, 0o1600))
    case .opensASemaphore: return Int(semget(0x5348, 1, 0o1600))
    case .queues: return Int(msgget(0x5348, 0o1600))
    case .tracesItsParent:
      #if os(Linux)
        let attachWithoutStopping = 0x4206
        #if arch(x86_64)
          return systemCall(101, attachWithoutStopping, Int(getppid()))
        #else
          return systemCall(117, attachWithoutStopping, Int(getppid()))
        #endif
      #else
        return -1
      #endif
    case .raisesItsLimits:
      var limit = rlimit(rlim_cur: 60, rlim_max: 60)
      #if canImport(Glibc)
        return Int(setrlimit(__rlimit_resource_t(0), &limit))
      #else
        return Int(setrlimit(0, &limit))
      #endif
    case .changesPriority: return Int(nice(1)) == -1 && errno != 0 ? -1 : 0
    case .readsAForeignFile: return Int(open(path, O_RDONLY))
    case .listsAForeignFolder:
      let folder = (path as NSString).deletingLastPathComponent
      return opendir(folder) == nil ? -1 : 0
    case .readsPasswords: return Int(open("/etc/passwd", O_RDONLY))
    case .readsItsParent: return Int(open("/proc/\(getppid())/environ", O_RDONLY))
    case .readsItsProgram: return Int(open(program, O_RDONLY))
    }
  }
}
