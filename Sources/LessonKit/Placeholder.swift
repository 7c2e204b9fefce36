/// A placeholder until the board lands.
public enum LessonKitPlaceholder {}
