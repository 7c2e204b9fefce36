import Foundation
import Testing

@testable import Course

/// The site in a real browser: Chromium, where it is installed; `COURSE_BROWSER=1` makes it a must.
@Suite(.serialized, .inEnglish) struct BrowserTests {
  private static let isRequired = ProcessInfo.processInfo.environment["COURSE_BROWSER"] == "1"

  /// Runs a test in a browser; without one it says so in a line.
  private func inBrowser(_ test: (Browser) throws -> Void) throws {
    guard let program = Browser.program else {
      if Self.isRequired { Issue.record("COURSE_BROWSER=1, and there is no Chromium here") }
      print("no Chromium here: the pages were not looked at in a browser")
      return
    }
    let browser = try Browser(program, site: try MadeSite.folder.get())
    defer { browser.close() }
    try test(browser)
  }

  /// Keeps a picture of what the window shows, for who wants to look: `COURSE_SHOTS=DIR`.
  private func keep(_ browser: Browser, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["COURSE_SHOTS"] else { return }
    let place = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let plain = name.replacingOccurrences(of: "/", with: "-").replacingOccurrences(
      of: " ", with: "-")
    try browser.screenshot(to: place.appendingPathComponent(plain + ".png"))
  }

  /// Every page loads without a complaint, is no wider than the window, and can be read in light
  /// and dark.
  @Test func everyPageLoadsFitsAndIsReadable() throws {
    try inBrowser { browser in
      for page in try MadeSite.pages() {
        try browser.setDark(false)
        try browser.setWidth(1280)
        try browser.open(page: page)
        #expect(browser.complaints == [], "\(page)")
        for width in [1280, 768, 360] {
          try browser.setWidth(width)
          let wider = try browser.text(of: BrowserScripts.wider)
          #expect(wider == "", "\(page) at \(width) px: \(wider)")
          try keep(browser, "\(page) \(width) light")
        }
        let faint = try browser.text(of: BrowserScripts.faint)
        #expect(faint == "", "\(page), light")
        try browser.setDark(true)
        let faintInDark = try browser.text(of: BrowserScripts.faint)
        #expect(faintInDark == "", "\(page), dark")
        try keep(browser, "\(page) 360 dark")
        #expect(browser.complaints == [], "\(page)")
      }
    }
  }

  /// The buttons choose light or dark against what the system says.
  @Test func theButtonsChooseLightAndDark() throws {
    try inBrowser { browser in
      try browser.setDark(false)
      try browser.open(page: "index.html")
      let ground = "getComputedStyle(document.body).backgroundColor"
      let light = try browser.text(of: ground)
      _ = try browser.text(of: "document.getElementById('appearance-dark').click()")
      #expect(try browser.text(of: ground) != light)
      #expect(try browser.text(of: BrowserScripts.faint) == "")
      _ = try browser.text(of: "document.getElementById('appearance-light').click()")
      #expect(try browser.text(of: ground) == light)
    }
  }

  @Test func theSearchFinds() throws {
    try inBrowser { browser in
      try browser.open(page: "exercises/05.html")
      _ = try browser.text(
        of: """
          new Promise((done) => {
            const field = document.getElementById("search");
            field.focus();
            field.value = "dropout";
            field.dispatchEvent(new Event("input"));
            setTimeout(done, 1000);
          })
          """)
      let first = try browser.text(of: "document.querySelector('#found a').href")
      #expect(first == Browser.address + "glossary.html#term-dropout")
      #expect(browser.complaints == [])
    }
  }

  @Test func aChapterPrints() throws {
    try inBrowser { browser in
      try browser.open(page: "05-backpropagation.html")
      let file = try browser.printedPage()
      #expect(file.starts(with: Data("%PDF".utf8)))
      #expect(file.count > 50_000)
    }
  }

  /// The reference needs a script, and to know its own path on the server.
  @Test func theReferenceLoads() throws {
    try inBrowser { browser in
      let top = try MadeSite.folder.get()
      let pages = [APIReference.entry, "api/documentation/minitensor/tensorroom/"]
      for page in pages where FileManager.default.fileExists(atPath: top.path + "/" + page) {
        try browser.setWidth(1280)
        try browser.open(page: page)
        _ = try browser.text(of: "new Promise((done) => setTimeout(done, 1500))")
        #expect(browser.complaints == [], "\(page)")
        #expect(try browser.text(of: "document.querySelector('h1').textContent").contains("Tensor"))
      }
    }
  }

  /// A film's slider moves its frames.
  @Test func slidersMoveFrames() throws {
    try inBrowser { browser in
      for page in try MadeSite.pages() where try MadeSite.text(page).contains("type=\"range\"") {
        try browser.open(page: page)
        #expect(try browser.text(of: BrowserScripts.stuckSliders) == "0", "\(page)")
        #expect(browser.complaints == [], "\(page)")
      }
    }
  }
}

/// What is asked of a page in its own language.
private enum BrowserScripts {
  /// What sticks out to the right, if the page is wider than the window.
  static let wider = """
    (() => {
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= width) { return ""; }
      const out = [...document.querySelectorAll("body *")]
        .filter((one) => one.getBoundingClientRect().right > width + 1)
        .filter((one) => {
          // What its own scroll bar moves does not make the page wider.
          for (let box = one.parentElement; box !== document.body; box = box.parentElement) {
            if (getComputedStyle(box).overflowX !== "visible") { return false; }
          }
          return true;
        });
      return document.documentElement.scrollWidth + " > " + width + ": "
        + out.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(" | ");
    })()
    """

  /// Texts whose contrast with their ground is below 4.5, or below 3 for large ones (WCAG 2.2, AA).
  static let faint = """
    (() => {
      const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const numbers = new Map();
      const colour = (name) => {
        if (!numbers.has(name)) {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = name;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
          numbers.set(name, [r, g, b, a / 255]);
        }
        return numbers.get(name);
      };
      const over = (top, alpha, back) => back.map((x, i) => alpha * top[i] + (1 - alpha) * x);
      const light = (rgb) => {
        const [r, g, b] = rgb.map((x) => x / 255)
          .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = (one) => {
        for (; one; one = one.parentElement) {
          const rgba = colour(getComputedStyle(one).backgroundColor);
          if (rgba[3] === 1) { return rgba.slice(0, 3); }
        }
        return [255, 255, 255];
      };
      // Under the words of a drawing lie shapes that were drawn before them.
      const drawnGround = (one, drawing) => {
        const box = one.getBoundingClientRect();
        const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
        let back = ground(drawing);
        for (const shape of drawing.querySelectorAll("rect, path, circle, ellipse, polygon")) {
          if (!(shape.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) { break; }
          const style = getComputedStyle(shape);
          if (style.fill === "none" || style.visibility === "hidden") { continue; }
          if (!shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse()))) { continue; }
          const rgba = colour(style.fill);
          back = over(rgba, rgba[3] * style.fillOpacity * style.opacity, back);
        }
        return back;
      };
      const faint = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const one = walk.currentNode.parentElement;
        if (!walk.currentNode.data.trim() || one.closest("script, style, title, desc, annotation")) { continue; }
        if (!one.checkVisibility({ visibilityProperty: true })) { continue; }
        const style = getComputedStyle(one);
        const drawing = one.closest("svg");
        const text = light(colour(drawing ? style.fill : style.color));
        const hasEdge = style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 2;
        const back = light(
          drawing ? hasEdge ? colour(style.stroke) : drawnGround(one, drawing) : ground(one));
        const ratio = (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700);
        if (ratio < (isLarge ? 3 : 4.5)) {
          faint.push(ratio.toFixed(2) + " " + one.outerHTML.slice(0, 100));
        }
      }
      return faint.slice(0, 3).join(" | ");
    })()
    """

  /// How many sliders change nothing that is seen around them.
  static let stuckSliders = """
    (() => {
      let stuck = 0;
      for (const slider of document.querySelectorAll("input[type=range]")) {
        const film = slider.closest("figure") || slider.parentElement.parentElement;
        const seen = () => [...film.querySelectorAll("*")].map((one) => {
          const style = getComputedStyle(one);
          return style.display + style.visibility + style.opacity + (one.getAttribute("d") || "");
        }).join() + film.textContent;
        const move = (value) => {
          slider.value = value;
          for (const name of ["input", "change"]) { slider.dispatchEvent(new Event(name, { bubbles: true })); }
          return seen();
        };
        if (move(slider.min || "0") === move(slider.max || "100")) { stuck += 1; }
      }
      return stuck;
    })()
    """
}
