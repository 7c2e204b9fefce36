import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Chromium without a window, driven by its DevTools protocol over two pipes.
///
/// It sees one site, at `http://site.test/course/`, whose files are handed to it: no server, no
/// network.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let address = "http://site.test/course/"

  private let folder: URL
  private let process = Process()
  private let room: URL
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private var unread: [UInt8] = []
  private var lastCall = 0
  private var session: String?
  /// What went wrong on the page that is open: errors of scripts, files that are missing, other
  /// addresses.
  private(set) var complaints: [String] = []
  private var hasLoaded = false

  /// The browser's program; nil where there is none.
  static let program: String? = {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths =
      folders.flatMap { folder in names.map { "\(folder)/\($0)" } } + [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      ]
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Starts the browser on a site.
  init(_ program: String, site folder: URL) throws {
    self.folder = folder.resolvingSymlinksInPath()
    let room = FileManager.default.temporaryDirectory
      .appendingPathComponent("course-browser-\(UUID().uuidString)")
    self.room = room
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    // The browser reads from its descriptor 3 and writes to 4. Opened for both, a pipe waits for
    // nobody.
    let pipes = ["calls", "answers"].map { room.appendingPathComponent($0).path }
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure(description: "no pipe") }
    toBrowser = Descriptors.open(pipes[0])
    fromBrowser = Descriptors.open(pipes[1])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", #"calls=$1 answers=$2; shift 2; exec "$@" 3<"$calls" 4>"$answers""#, "sh", pipes[0],
      pipes[1],
      program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
      "--no-first-run", "--hide-scrollbars", "--disable-dev-shm-usage", "--disable-extensions",
      "--disable-background-networking",
      "--user-data-dir=" + room.appendingPathComponent("data").path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String
    session =
      try call("Target.attachToTarget", ["targetId": target ?? "", "flatten": true])["sessionId"]
      as? String
    for domain in ["Page", "Runtime", "Log"] { try call(domain + ".enable") }
    try call("Fetch.enable", ["patterns": [["urlPattern": "*"]]])
  }

  /// Ends the browser.
  func close() {
    _ = try? call("Browser.close", isOfBrowser: true)
    process.terminate()
    process.waitUntilExit()
    for descriptor in [toBrowser, fromBrowser] { Descriptors.close(descriptor) }
    try? FileManager.default.removeItem(at: room)
  }

  // MARK: - What a test asks

  /// Opens a page and waits until it is there; what it complains of is forgotten before.
  func open(page: String) throws {
    complaints = []
    hasLoaded = false
    try call("Page.navigate", ["url": Browser.address + page])
    let start = ContinuousClock.now
    while !hasLoaded {
      guard ContinuousClock.now - start < .seconds(60) else {
        throw Failure(description: "\(page) never loads")
      }
      try receive()
    }
  }

  func setWidth(_ width: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false])
  }

  func setDark(_ isDark: Bool) throws {
    let value = isDark ? "dark" : "light"
    try call(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": value]]])
  }

  /// What an expression of JavaScript gives, as text.
  func text(of expression: String) throws -> String {
    let answer = try call(
      "Runtime.evaluate",
      [
        "expression": "Promise.resolve(\(expression)).then(String)", "returnByValue": true,
        "awaitPromise": true,
      ])
    if let error = answer["exceptionDetails"] { throw Failure(description: "\(error)") }
    return (answer["result"] as? [String: Any])?["value"] as? String ?? ""
  }

  func printedPage() throws -> Data {
    let answer = try call("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
    return Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
  }

  func screenshot(to file: URL) throws {
    let answer = try call("Page.captureScreenshot", ["format": "png"])
    try Data(base64Encoded: answer["data"] as? String ?? "")?.write(to: file)
  }

  // MARK: - The protocol

  /// Makes a call and waits for its answer; what happens meanwhile is seen to.
  @discardableResult private func call(
    _ method: String, _ parameters: [String: Any] = [:], isOfBrowser: Bool = false
  ) throws -> [String: Any] {
    let number = try send(method, parameters, isOfBrowser)
    let start = ContinuousClock.now
    while true {
      guard ContinuousClock.now - start < .seconds(60) else {
        throw Failure(description: "\(method): no answer")
      }
      guard let message = try receive(), message["id"] as? Int == number else { continue }
      if let error = message["error"] { throw Failure(description: "\(method): \(error)") }
      return message["result"] as? [String: Any] ?? [:]
    }
  }

  private func send(
    _ method: String, _ parameters: [String: Any], _ isOfBrowser: Bool = false
  ) throws -> Int {
    lastCall += 1
    var message: [String: Any] = ["id": lastCall, "method": method, "params": parameters]
    if let session, !isOfBrowser { message["sessionId"] = session }
    var bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let count = write(toBrowser, bytes, bytes.count)
      guard count > 0 || errno == EINTR else {
        throw Failure(description: "the browser does not listen")
      }
      bytes.removeFirst(max(0, count))
    }
    return lastCall
  }

  /// The next message, if one comes soon; events are seen to.
  @discardableResult private func receive() throws -> [String: Any]? {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let data = Data(unread[..<end])
        unread.removeFirst(end + 1)
        guard let message = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
          return nil
        }
        if let method = message["method"] as? String {
          try happened(method, message["params"] as? [String: Any] ?? [:])
        }
        return message
      }
      var event = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      guard poll(&event, 1, 500) > 0 else {
        guard process.isRunning else { throw Failure(description: "the browser has ended") }
        return nil
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(fromBrowser, &chunk, chunk.count)
      if count > 0 { unread += chunk[..<count] }
    }
  }

  private func happened(_ event: String, _ facts: [String: Any]) throws {
    switch event {
    case "Page.loadEventFired": hasLoaded = true
    case "Fetch.requestPaused": try answer(facts)
    case "Runtime.exceptionThrown": complaints.append("exception: \(facts)")
    case "Runtime.consoleAPICalled" where ["error", "assert"].contains(facts["type"] as? String):
      complaints.append("console: \(facts["args"] ?? "")")
    case "Log.entryAdded":
      let entry = facts["entry"] as? [String: Any] ?? [:]
      if entry["level"] as? String == "error" {
        complaints.append("log: \(entry["text"] ?? "") \(entry["url"] ?? "")")
      }
    default: break
    }
  }

  /// Hands out a file of the site, as a server would.
  private func answer(_ facts: [String: Any]) throws {
    guard let request = facts["requestId"] as? String,
      let url = (facts["request"] as? [String: Any])?["url"] as? String
    else { return }
    var path = url.split(separator: "#")[0].split(separator: "?")[0].description
    // The browser itself asks for an icon at the top of the server.
    if url.hasSuffix("/favicon.ico") {
      _ = try send("Fetch.fulfillRequest", ["requestId": request, "responseCode": 204])
      return
    }
    guard path.hasPrefix(Browser.address) else {
      complaints.append("a request to \(url)")
      _ = try send(
        "Fetch.failRequest", ["requestId": request, "errorReason": "AddressUnreachable"])
      return
    }
    path = String(path.dropFirst(Browser.address.count)).removingPercentEncoding ?? ""
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path)
    if data == nil { complaints.append("no file \(path)") }
    let type = Self.types[path.split(separator: ".").last.map(String.init) ?? ""]
    _ = try send(
      "Fetch.fulfillRequest",
      [
        "requestId": request, "responseCode": data == nil ? 404 : 200,
        "responseHeaders": [["name": "Content-Type", "value": type ?? "application/octet-stream"]],
        "body": (data ?? Data()).base64EncodedString(),
      ])
  }

  private static let types = [
    "html": "text/html; charset=utf-8", "js": "text/javascript", "css": "text/css",
    "json": "application/json", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "ico": "image/x-icon",
  ]
}

/// Opening and closing, whose names the browser has methods of.
private enum Descriptors {
  static func open(_ path: String) -> Int32 { openFile(path, O_RDWR | O_CLOEXEC) }
  static func close(_ descriptor: Int32) { closeFile(descriptor) }
}

private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
private func closeFile(_ descriptor: Int32) { _ = close(descriptor) }
