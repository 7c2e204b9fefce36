/// A placeholder until the kit lands.
public enum ExerciseKitPlaceholder {}
