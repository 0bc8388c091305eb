import Casework
import Collection
import Foundation

/// The checks that do not fit on one line.
extension SourceContract {
  func normalises() throws -> Bool {
    var world = SourceWorld.two
    world.tables[0].rows += [
      [.integer(3), .text("\u{06F4}\u{06F3}"), .null, .null], [.integer(4), .integer(44), .null, .null],
      [.integer(5), .text("45\u{0}x"), .null, .null], [.integer(6), .real(46), .null, .null],
    ]
    let plan = try world.plan()
    func keys(_ value: String, _ snapshot: any SourceSnapshot) throws -> [[SourceValue]] {
      try snapshot.keys(in: plan, matching: [IdentityMatch(column: "nid", kind: .nationalID, value: value)])
    }
    return try read(world) { snapshot in
      let unheld = maker.held(.text("45\u{0}x")) == nil
      return try keys("41", snapshot) == [held([.integer(1)])] && keys("43", snapshot) == [held([.integer(3)])]
        && keys("44", snapshot) == [held([.integer(4)])] && (unheld || keys("45", snapshot).isEmpty)
        && (maker.held(.real(46)) != .real(46) || keys("46", snapshot).isEmpty)
        && keys("47", snapshot).isEmpty && keys("", snapshot).isEmpty
    }
  }

  func matchesEveryIdentity() throws -> Bool {
    let plan = try SourceWorld.two.plan()
    func matches(_ email: String) -> [IdentityMatch] {
      [
        IdentityMatch(column: "nid", kind: .nationalID, value: "41"),
        IdentityMatch(column: "email", kind: .email, value: email),
      ]
    }
    return try read(.two) {
      try $0.keys(in: plan, matching: matches("a@example.com")).count == 1
        && $0.keys(in: plan, matching: matches("b@example.com")).isEmpty
    }
  }

  func countsRootRows() throws -> Bool {
    let world = SourceWorld.keyed([.integer(1), .integer(1), .integer(2)], owners: [])
    return try read(world) {
      try $0.rowCount(of: person(world)) == 2 && $0.rowCount(of: person(world, .integer(2))) == 1
        && $0.rowCount(of: person(world, .integer(3))) == 0
    }
  }

  func findsSharedValues() throws -> Bool {
    var shared = SourceWorld.two
    shared.tables[1].rows.append([.integer(10), .integer(2), .null, .null, .null])
    func isShared(_ world: SourceWorld) throws -> [Bool] {
      let person = try person(world)
      return try read(world) { snapshot in try person.plan.unshared.map { try snapshot.isShared($0, by: person) } }
    }
    return try isShared(.two) == [false, false] && isShared(shared) == [false, true]
  }

  func followsReferences() throws -> Bool {
    try Set(ids(of: "things", in: .two)) == Set(held([.integer(10), .integer(11), .integer(12)]))
      && Set(ids(of: "parts", in: .two)) == Set(held([.integer(100), .integer(101)]))
      && ids(of: "persons", in: .two) == held([.integer(1)])
  }

  func givesWantedColumns() throws -> Bool {
    let rows = try rows(of: "persons", ["nid", "id", "secret", "id"], in: .two)
    return rows.map(\.values) == [held([.text("41"), .integer(1), .text("s1"), .integer(1)])]
  }

  func givesExactValues() throws -> Bool {
    let values: [SourceValue] = [
      .null, .text(""), .text(" "), .text("0012"), .text("a,\"b\"\r\nc"), .text("\u{200C}\u{1F642}"), .integer(.max),
      .integer(.min), .real(0.1), .real(1e300), .text("a\u{0}b"), .bytes([]), .bytes([0, 255]),
    ].filter { maker.held($0) != nil }
    var world = SourceWorld.two
    world.tables[1].rows = values.enumerated().map { [.integer(Int64($0)), .integer(1), .null, $1, .null] }
    return try rows(of: "things", ["what"], in: world).map(\.values) == values.map { held([$0]) }
  }

  func inheritsTime() throws -> Bool {
    var twice = SourceWorld.two
    twice.tables[1].rows.append([.integer(10), .integer(1), .text("2026-02-01T00:00:00Z"), .null, .null])
    return try times(of: "parts", in: .two) == held([Self.thingTimes[0], .null])
      && times(of: "parts", in: twice) == [.null, .null]
  }

  func findsOthers() throws -> Bool {
    let person = try person(.two)
    guard let things = person.plan["things"], let persons = person.plan["persons"] else { return false }
    func tuples(_ ids: [Int64]) -> Set<[SourceValue]> { Set(ids.map { held([.integer($0)]) }) }
    return try read(.two) {
      try $0.othersValues(of: ["id"], in: persons, among: tuples([1, 2, 3]), than: person) == tuples([2])
        && $0.othersValues(of: ["id"], in: things, among: tuples([10, 20, 30, 40]), than: person) == tuples([20, 30])
        && $0.othersValues(of: ["id"], in: things, among: [], than: person).isEmpty
    }
  }

  func passesErrorsOn() throws -> Bool {
    struct Enough: Error {}
    let person = try person(.two)
    guard let things = person.plan["things"] else { return false }
    return try made(.two) { made in
      var count = 0
      do {
        try made.source.withSnapshot { snapshot in
          try snapshot.rows(of: things, columns: ["id"], for: person) { _ in
            count += 1
            throw Enough()
          }
        }
        return false
      } catch is Enough {
        return count == 1
      }
    }
  }

  func readsOneMoment() throws -> Bool {
    let person = try person(.two)
    guard let things = person.plan["things"] else { return false }
    return try made(.two) { made in
      func count(_ snapshot: any SourceSnapshot) throws -> Int {
        var count = 0
        try snapshot.rows(of: things, columns: ["id"], for: person) { _ in count += 1 }
        return count
      }
      var isAdded = false
      let (before, inside) = try made.source.withSnapshot { snapshot in
        let before = try count(snapshot)
        // A source may refuse the row while it is read.
        isAdded = (try? made.add(held([.integer(13), .integer(1), .null, .text("new"), .null]), "things")) != nil
        return (before, try count(snapshot))
      }
      // The row is there afterwards. Otherwise nothing was added, and the check above would prove nothing.
      return try before == inside && made.source.withSnapshot(count) == before + (isAdded ? 1 : 0)
    }
  }

  func writesNames() throws -> Bool {
    try [
      ("per\"sons", "th'ings", "ow\"ner"), ("select", "order", "from"), ("amanat_row", "amanat_row_", "rowid x"),
      ("\u{0627}\u{0634}\u{062E}\u{0627}\u{0635}", "a, b; --", "c\"\u{301}d"), ("100", "a b", "*"),
    ].allSatisfy { persons, things, column in
      let world = SourceWorld.named(persons, things, column)
      return try read(world) { Set(try $0.columns(of: things).map(\.name)) == ["id", column] }
        && rows(of: things, [column], in: world).map(\.values) == [held([.integer(1)])]
    }
  }
}
