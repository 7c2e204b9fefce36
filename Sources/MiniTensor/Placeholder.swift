/// A placeholder until the tensor lands.
public enum MiniTensorPlaceholder {}
