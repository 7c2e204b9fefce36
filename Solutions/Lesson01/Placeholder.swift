/// Lesson 01.
