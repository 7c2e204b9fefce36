/// Lesson 03.
