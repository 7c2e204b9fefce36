/// Two families with the same shape, and everything that can be said about who is what to whom.
///
/// G. Hinton, "Learning distributed representations of concepts" (1986): 24 people, 12 relations,
/// 104 facts of the form (person, relation) -> the people meant.
enum FamilyTrees {
  static let english = [
    "Christopher", "Penelope", "Andrew", "Christine", "Arthur", "Margaret", "Victoria", "James",
    "Jennifer", "Charles", "Colin", "Charlotte",
  ]
  /// In the same places of the other tree.
  static let italian = [
    "Roberto", "Maria", "Pierro", "Francesca", "Emilio", "Gina", "Lucia", "Marco", "Angela",
    "Tomaso", "Alfonso", "Sophia",
  ]
  static let people = english + italian

  static let relations = [
    "father", "mother", "husband", "wife", "son", "daughter", "uncle", "aunt", "brother", "sister",
    "nephew", "niece",
  ]

  /// What is known of one person under one relation: the father, all the uncles, ...
  struct Fact: Sendable {
    let person: Int
    let relation: Int
    let answers: [Int]
  }

  // The tree, by the places of the English names; the first of a couple is the husband.
  private static let couples = [(0, 1), (2, 3), (4, 5), (7, 6), (9, 8)]
  private static let offspring = [[4, 6], [7, 8], [], [10, 11], []]  // of each couple
  private static let men: Set = [0, 2, 4, 7, 9, 10]

  /// 1, 2 or 3 for grandparents, parents, children.
  static func generation(of person: Int) -> Int {
    let place = person % english.count
    return place < 4 ? 1 : place < 10 ? 2 : 3
  }

  /// 1 for Christopher's side of the tree, 3 for Andrew's, 2 for the grandchildren of both.
  static func branch(of person: Int) -> Int {
    switch person % english.count {
    case 0, 1, 4, 5, 6: 1
    case 2, 3, 7, 8, 9: 3
    default: 2
    }
  }

  /// All facts: 52 English ones, then 52 Italian ones.
  static let facts: [Fact] = {
    let one = english.indices.flatMap { person in
      answers(about: person).enumerated().compactMap { relation, answers in
        answers.isEmpty ? nil : Fact(person: person, relation: relation, answers: answers)
      }
    }
    let other = one.map { fact in
      Fact(
        person: fact.person + english.count, relation: fact.relation,
        answers: fact.answers.map { $0 + english.count })
    }
    return one + other
  }()

  /// The people meant by each of the twelve relations of one person.
  private static func answers(about person: Int) -> [[Int]] {
    func parents(of child: Int) -> [Int] {
      offspring.firstIndex { $0.contains(child) }.map { [couples[$0].0, couples[$0].1] } ?? []
    }
    func children(of parent: Int) -> [Int] {
      couples.firstIndex { $0.0 == parent || $0.1 == parent }.map { offspring[$0] } ?? []
    }
    func siblings(of person: Int) -> [Int] {
      parents(of: person).first.map { children(of: $0).filter { $0 != person } } ?? []
    }
    func spouse(of person: Int) -> [Int] {
      couples.flatMap { $0.0 == person ? [$0.1] : $0.1 == person ? [$0.0] : [] }
    }
    let unclesByBlood = parents(of: person).flatMap { siblings(of: $0) }
    let related = [
      parents(of: person),
      spouse(of: person),
      children(of: person),
      unclesByBlood + unclesByBlood.flatMap { spouse(of: $0) },
      siblings(of: person),
      ([person] + spouse(of: person)).flatMap { siblings(of: $0) }.flatMap { children(of: $0) },
    ]
    // Each pair of relations differs only in the sex of who is meant.
    return related.flatMap { people in
      [people.filter { men.contains($0) }, people.filter { !men.contains($0) }]
    }
  }
}
