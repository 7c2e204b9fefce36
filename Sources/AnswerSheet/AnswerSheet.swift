// swift-format-ignore-file
// Made by `swift run Course seal`: do not edit.

import AnswerServer

/// The answers of all lessons.
public enum AnswerSheet {
  /// The answers of one lesson: several lessons may have functions of the same name.
  public static func lesson(_ number: Int) -> [Offer] {
    switch number {
    case 1: answers01
    case 2: answers02
    case 3: answers03
    case 4: answers04
    case 5: answers05
    case 6: answers06
    case 7: answers07
    case 8: answers08
    case 9: answers09
    case 10: answers10
    case 11: answers11
    case 12: answers12
    case 13: answers13
    case 14: answers14
    case 15: answers15
    case 16: answers16
    case 17: answers17
    case 18: answers18
    case 19: answers19
    case 20: answers20
    default: []
    }
  }
}
