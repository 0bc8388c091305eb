import Casework
import Collection
import Foundation
import TestTools
import Testing

/// Checks the promises of one kind of source, and reads sources for these checks.
struct SourceContract {
  let maker: SourceMaker

  /// Says whether the promise is kept.
  func keeps(_ promise: SourcePromise) throws -> Bool {
    switch promise {
    case .listsCollections:
      try read(.two) { Set(try $0.collections()) == ["persons", "things", "parts", "pairs", "notes"] }
    case .listsColumns:
      try read(.two) { Set(try $0.columns(of: "persons").map(\.name)) == ["id", "nid", "email", "secret"] }
    case .normalises: try normalises()
    case .matchesEveryIdentity: try matchesEveryIdentity()
    case .countsRootRows: try countsRootRows()
    case .findsSharedValues: try findsSharedValues()
    case .followsReferences: try followsReferences()
    case .wantsEveryOwner: try ids(of: "pairs", in: .two) == held([.integer(1)])
    case .nullEqualsNothing:
      try owned(key: .integer(1), beside: .null, owners: [.null, .integer(1)], person: .null) == 0
    case .comparesKinds:
      try owned(key: .text("7"), beside: .text("007"), owners: [.integer(7)], kinds: (.text, .integer)) == 0
        || held([.integer(7)]) == held([.text("7")])
    case .comparesLetters:
      try owned(key: .text("ali"), beside: .text("ALI"), owners: [.text("ALI"), .text("ali")], kinds: (.text, .text))
        == 1
    case .comparesBytes:
      try owned(key: .text("e\u{301}"), beside: .text("\u{E9}"), owners: [.text("\u{E9}"), .text("e\u{301}")]) == 1
    case .givesWantedColumns: try givesWantedColumns()
    case .givesExactValues: try givesExactValues()
    case .ordersRows: try ids(of: "things", in: .two) == held([.integer(10), .integer(11), .integer(12)])
    case .givesTime: try times(of: "things", in: .two) == held(Self.thingTimes)
    case .inheritsTime: try inheritsTime()
    case .givesNoTime:
      try times(of: "persons", in: .two) == [.null] && times(of: "pairs", in: .two) == [.null]
    case .findsOthers: try findsOthers()
    case .passesErrorsOn: try passesErrorsOn()
    case .oneMoment: try readsOneMoment()
    case .writesNames: try writesNames()
    }
  }

  static let thingTimes: [SourceValue] = [
    .text("2026-01-01T00:00:00Z"), .null, .text("2026-01-03T00:00:00Z"),
  ]

  // MARK: Reading

  func made<Value>(_ world: SourceWorld, _ work: (SourceMaker.Made) throws -> Value) throws -> Value {
    let folder = try Checkout.temporary("contract")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(maker.make(maker.held(world), folder))
  }

  func read<Value>(_ world: SourceWorld, _ work: (any SourceSnapshot) throws -> Value) throws -> Value {
    try made(world) { try $0.source.withSnapshot(work) }
  }

  /// Returns values as this kind of source stores them.
  func held(_ values: [SourceValue]) -> [SourceValue] { values.map { maker.held($0) ?? .null } }

  func person(_ world: SourceWorld, _ key: SourceValue = .integer(1)) throws -> SourcePerson {
    SourcePerson(plan: try world.plan(world.tables[0].name), key: held([key]))
  }

  func rows(
    of name: String, _ columns: [String], in world: SourceWorld, key: SourceValue = .integer(1)
  ) throws -> [SourceRow] {
    let person = try person(world, key)
    let plan = try #require(person.plan[name], "the plan has no \(name)")
    return try read(world) { snapshot in
      var rows: [SourceRow] = []
      try snapshot.rows(of: plan, columns: columns, for: person) { rows.append($0) }
      return rows
    }
  }

  func ids(of name: String, in world: SourceWorld) throws -> [SourceValue] {
    try rows(of: name, ["id"], in: world).flatMap(\.values)
  }

  func times(of name: String, in world: SourceWorld) throws -> [SourceValue] {
    try rows(of: name, ["id"], in: world).map(\.time)
  }

  /// Returns how many things a person gets in a world of two persons with these keys and one thing for each of the
  /// owners.
  ///
  /// - Parameter person: the key of the person; the first of the two keys if nil.
  func owned(
    key: SourceValue, beside other: SourceValue, owners: [SourceValue],
    kinds: (SourceColumn.Kind, SourceColumn.Kind) = (.other, .other), person: SourceValue? = nil
  ) throws -> Int {
    let world = SourceWorld.keyed([key, other], owners: owners, kinds: kinds)
    return try rows(of: "things", ["id"], in: world, key: person ?? key).count
  }
}
