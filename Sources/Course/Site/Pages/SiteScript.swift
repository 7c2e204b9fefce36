/// The one script of a site's pages: it searches, and folds the contents on a phone.
///
/// The pages can be read without it: the search field then leads to the index.
enum SiteScript {
  /// Without `<` and `&`, so that XML has nothing to object.
  static let script = """
    (() => {
      const side = document.querySelector(".side");
      const fold = side ? side.querySelector("details") : null;
      const here = side ? side.querySelector("[aria-current]") : null;
      const phone = matchMedia("(max-width: 50rem)");
      const suit = () => { fold.open = !phone.matches; };
      if (fold) { suit(); phone.addEventListener("change", suit); }
      if (here) { side.scrollTop = here.offsetTop - side.clientHeight / 3; }

      const field = document.getElementById("search");
      const found = document.getElementById("found");
      if (!field) { return; }
      const way = field.dataset.way;
      const flat = (words) => words.toLowerCase().normalize("NFD").replace(/[^a-z0-9 ]/g, "");
      const show = () => {
        found.replaceChildren();
        const sought = flat(field.value).trim();
        if (!sought || !window.courseIndex) { return; }
        const rank = (entry) => {
          const title = flat(entry[0]);
          if (title.startsWith(sought)) { return 1; }
          if (title.includes(" " + sought)) { return 2; }
          return title.includes(sought) ? 3 : flat(entry[2]).includes(sought) ? 4 : 0;
        };
        const hits = window.courseIndex.map((entry) => [rank(entry), entry]).filter((hit) => hit[0]);
        hits.sort((one, other) => one[0] - other[0]);
        for (const [, entry] of hits.slice(0, 12)) {
          const line = document.createElement("li");
          const link = document.createElement("a");
          const more = document.createElement("small");
          link.href = way + entry[1];
          link.textContent = entry[0];
          more.textContent = entry[2];
          link.append(more);
          line.append(link);
          found.append(line);
        }
      };
      const load = () => {
        if (document.getElementById("index-of-search")) { return; }
        const script = document.createElement("script");
        script.id = "index-of-search";
        script.src = way + "search-index.js";
        script.onload = show;
        document.head.append(script);
      };
      field.addEventListener("focus", load);
      field.addEventListener("input", () => { load(); show(); });
      field.form.addEventListener("keydown", (event) => {
        if (event.key === "Escape") { field.value = ""; show(); }
      });
      field.form.addEventListener("submit", (event) => {
        const first = found.querySelector("a");
        if (first) { event.preventDefault(); location.href = first.href; }
      });
    })();
    """
}
