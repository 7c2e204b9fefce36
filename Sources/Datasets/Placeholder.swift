/// A placeholder until the data lands.
public enum DatasetsPlaceholder {}
