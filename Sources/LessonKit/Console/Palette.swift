/// The colours of series and classes, told apart by colour-blind eyes too (Okabe and Ito, 2008).
enum Palette {
  /// One colour for a light and one for a dark background.
  struct Hue {
    var light: String
    var dark: String
    /// The number in the 256 colours of a terminal.
    var terminal: Int
  }

  static let hues = [
    Hue(light: "#0072b2", dark: "#56b4e9", terminal: 33),  // blue
    Hue(light: "#d55e00", dark: "#ff9e4a", terminal: 208),  // vermilion
    Hue(light: "#007a5a", dark: "#2fc79a", terminal: 36),  // bluish green
    Hue(light: "#b04a8b", dark: "#e39ac7", terminal: 170),  // reddish purple
    Hue(light: "#8a6d00", dark: "#f0e442", terminal: 178),  // yellow
    Hue(light: "#2a8fbd", dark: "#a5dcff", terminal: 117),  // sky blue
    Hue(light: "#5b5b5b", dark: "#bdbdbd", terminal: 245),  // grey
    Hue(light: "#7a3b00", dark: "#d8a878", terminal: 137),  // brown
  ]

  /// The position in the palette of the series with this index.
  static func index(_ series: Int) -> Int {
    let remainder = series % hues.count
    return remainder < 0 ? remainder + hues.count : remainder
  }

  /// The colour number of a series in a terminal.
  static func terminal(_ series: Int) -> Int { hues[index(series)].terminal }
}
