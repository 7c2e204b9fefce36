import Foundation

/// Where the course lies on this machine.
public enum Repository {
  /// The folder of Package.swift, found from where this file was compiled.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
