@main struct Lesson03 {
  static func main() {}
}
