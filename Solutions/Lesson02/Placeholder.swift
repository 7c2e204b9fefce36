/// Lesson 02.
