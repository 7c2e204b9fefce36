@main struct Lesson02 {
  static func main() {}
}
