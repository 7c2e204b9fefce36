import Checks
import ExerciseKit
import Foundation

/// `swift run Course site DIR`: the course as pages that a browser opens, without a server.
struct SiteCommand {
  let course: Place
  let options: SiteOptions
  /// Where the programs of the lessons lie.
  var programs = Place.products
  /// Whether the reference of MiniTensor is made.
  var makesReference = true
  /// Tells what is being written.
  var say: (Text) -> Void = { Console.say(" " + $0.words) }

  /// Makes the site; the exit status is 1 when a lesson failed, whose page then says so.
  func run() throws -> Int32 {
    let start = ContinuousClock.now
    var plan = try SitePlan(course, options)
    let folder = try SiteFolder(options.folder, course: course)
    do {
      let failures = try build(&plan, in: folder)
      let (files, bytes) = folder.weight()
      try folder.publish()
      let seconds = Int((ContinuousClock.now - start).components.seconds)
      let megabytes = String(format: "%.1f", Double(bytes) / 1e6)
      say("\(folder.place.path)/index.html: \(files) files, \(megabytes) MB, in \(seconds) s")
      guard failures == 0 else {
        say("\(failures) of \(plan.lessons.count) lessons failed: their pages say why")
        return 1
      }
      return 0
    } catch {
      folder.abandon()
      throw folder.plain(error)
    }
  }

  /// Writes everything; how many lessons failed.
  private func build(_ plan: inout SitePlan, in folder: SiteFolder) throws -> Int {
    if makesReference, !options.isWithinEnglish {
      say("the reference of MiniTensor")
      if let reason = try APIReference(plan: plan, folder: folder).make() {
        say("  \(reason)")
      } else {
        plan.api = APIReference.entry
      }
    }
    let pages = DocumentPages(plan)
    for document in plan.documents { try folder.write(try pages.html(document), to: document.page) }
    say("\(plan.documents.count) documents")
    for lesson in plan.lessons {
      try folder.write(
        try ExercisePages(plan: plan).html(lesson), to: ExercisePages.page(lesson))
    }
    say("the exercises of \(plan.lessons.count) lessons")
    say("\(try copyFigures(to: folder)) pictures")
    let index = SiteIndex(plan)
    try folder.write(index.script, to: "search-index.js")
    try folder.write(index.html, to: "words.html")
    say("an index of \(index.entries.count) titles and terms")
    let others = try makeTwins(plan, in: folder)
    guard options.runsLessons else { return others }
    let lessons = LessonPages(plan: plan, folder: folder, programs: programs)
    var failures = 0
    for lesson in plan.lessons {
      let start = ContinuousClock.now
      let trouble = try lessons.make(lesson)
      let seconds = Int((ContinuousClock.now - start).components.seconds)
      if let trouble {
        failures += 1
        say("the run of lesson \(lesson.name): FAILED, \(trouble)")
      } else {
        say("the run of lesson \(lesson.name), \(seconds) s")
      }
    }
    return failures + others
  }

  /// The pages in the other language, made by a process that speaks it, in a folder of this site;
  /// how many of its lessons failed.
  private func makeTwins(_ plan: SitePlan, in folder: SiteFolder) throws -> Int {
    guard let language = plan.twins.language, language != "en" else { return 0 }
    var words = [programs.appendingPathComponent("Course").path, "site", folder.url(language).path]
    words += ["--language", language, SiteOptions.within]
    if options.isQuick { words.append("--quick") }
    if !options.runsLessons { words.append("--no-lessons") }
    if let repository = options.repository { words += ["--repository", repository] }
    var program = Program(arguments: words, folder: course.root.path)
    program.environment = ProcessInfo.processInfo.environment
    let end: Program.End
    do {
      end = try program.run(atMost: 20 * LessonPages.mostSeconds)
    } catch {
      throw ToolError("the pages in \(language) could not be made: \(error.reason)")
    }
    let output = String(decoding: end.output, as: UTF8.self)
    guard SafeFile.kind(of: folder.url(language)) == .folder else {
      throw ToolError("the pages in \(language) could not be made: \(output)")
    }
    say("the same in \(language)")
    return end.status == 0 ? 0 : 1
  }

  private func copyFigures(to folder: SiteFolder) throws -> Int {
    let place = course.root.appendingPathComponent(SitePlan.figures(in: course))
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
      .filter { $0.hasSuffix(".svg") || $0.hasSuffix(".png") }
    for name in names {
      let data = try Data(contentsOf: place.appendingPathComponent(name))
      try folder.write(data, to: "figures/" + name)
    }
    return names.count
  }
}
