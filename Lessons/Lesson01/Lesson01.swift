@main struct Lesson01 {
  static func main() {}
}
