/// A placeholder until the checks lands.
public enum ChecksPlaceholder {}
