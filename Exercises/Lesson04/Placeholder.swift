/// Lesson 04.
