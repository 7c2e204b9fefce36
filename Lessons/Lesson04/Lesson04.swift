@main struct Lesson04 {
  static func main() {}
}
