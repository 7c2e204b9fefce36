/// The script that gives the films of a page their players.
///
/// Without it a film moves by itself. It has neither `<` nor `&`, so that XML has nothing to
/// object.
enum FilmPlayer {
  static let script = """
    for (const film of document.querySelectorAll(".film")) {
      const parts = Array.from(film.querySelectorAll(".seen"));
      const player = film.querySelector(".player");
      const slider = player.querySelector("input");
      const button = player.querySelector("button");
      const labels = JSON.parse(player.dataset.labels);
      const last = labels.length - 1;
      let timer = 0;
      const show = function (frame) {
        for (const part of parts) {
          const after = frame >= Number(part.dataset.from);
          part.classList.toggle("on", after ? Number(part.dataset.to) >= frame : false);
        }
        slider.value = String(frame);
        slider.setAttribute("aria-valuetext", labels[frame]);
      };
      const name = function (words) {
        button.textContent = words;
        button.setAttribute("aria-label", words + ": " + slider.getAttribute("aria-label"));
      };
      const pause = function () {
        clearInterval(timer);
        timer = 0;
        name(button.dataset.play);
      };
      const step = function () {
        const frame = Number(slider.value);
        if (frame >= last) { pause(); } else { show(frame + 1); }
      };
      const play = function () {
        if (Number(slider.value) >= last) { show(0); }
        name(button.dataset.pause);
        timer = setInterval(step, 220);
      };
      button.addEventListener("click", function () { if (timer) { pause(); } else { play(); } });
      slider.addEventListener("input", function () { pause(); show(Number(slider.value)); });
      film.classList.add("controlled");
      player.hidden = false;
      show(last);
    }
    """
}
