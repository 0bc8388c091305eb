import Casework
import Collection
import Foundation
import TestTools
import Testing

/// Tests which owner the plan finds for each collection.
@Suite("Ownership plan")
struct OwnershipPlanTests {
  /// Returns the plans of a dataset. Each reference is a field, a target `collection.field`, and whether it is owning.
  /// A field `id` is the key. The first collection also has the identity `nid`.
  private func plans(_ collections: [(name: String, references: [(String, String, Bool)])]) throws -> [OwnershipPlan] {
    var text = "dataset:\n  - collections:\n"
    for (place, collection) in collections.enumerated() {
      text += "    - name: \(collection.name)\n      fields:\n        - {name: id, fides_meta: {primary_key: True}}\n"
      if place == 0 { text += "        - {name: nid, fides_meta: {identity: national_id}}\n" }
      for (field, target, isOwning) in collection.references {
        text += """
                  - {name: \(field), fides_meta: {references: [{field: \(target), direction: \(isOwning ? "from" : "to")}]}}\n
          """
      }
    }
    return OwnershipPlan.plans(for: try Dataset(text))
  }

  @Test("the plan of the shop follows its annotation")
  func shop() throws {
    let dataset = try Dataset(String(contentsOf: Checkout.fixture("Shop/shop.yml"), encoding: .utf8))
    let plans = OwnershipPlan.plans(for: dataset)
    #expect(
      plans.map(\.description) == [
        """
        root customers, key id, identities id account_id, full_name name, national_id national_id, mobile phone_number, \
        email email
        customers: the person's row; standing; ordered by id
        addresses: owned by customer_id → customers.id; standing; ordered by id
        payment_cards: owned by customer_id → customers.id; standing; ordered by id
        orders: owned by customer_id → customers.id; time placed_at; ordered by id; points by ship_address_id → \
        addresses.id, payment_card_id → payment_cards.id
        order_items: owned by order_id → orders.id; time placed_at of order_id → orders.id; ordered by id
        payments: owned by order_id → orders.id; time paid_at; ordered by id; points by card_id → payment_cards.id
        logins: owned by customer_id → customers.id; time at; ordered by id
        messages: owned by customer_id → customers.id; time at; ordered by id
        products: no owner
        unshared customers.id, orders.id
        """
      ])
  }

  @Test("a collection has an owner only if all its owning references lead to the person")
  func everyReferenceCounts() throws {
    let plan = try #require(
      try plans([
        ("persons", []), ("orphans", []), ("both", [("a", "persons.id", true), ("b", "persons.id", true)]),
        ("half", [("a", "persons.id", true), ("b", "orphans.id", true)]), ("pointing", [("a", "persons.id", false)]),
      ]).first)
    #expect(plan["both"]?.owner?.description == "owned by a → persons.id and owned by b → persons.id")
    #expect(plan["half"]?.owner == nil && plan["orphans"]?.owner == nil && plan["pointing"]?.owner == nil)
    #expect(plan["pointing"]?.pointers.map(\.description) == ["a → persons.id"])
  }

  @Test("collections in a reference cycle, or that refer to one, have no owner")
  func circles() throws {
    let plan = try #require(
      try plans([
        ("persons", []), ("one", [("a", "two.id", true), ("p", "persons.id", true)]), ("two", [("a", "one.id", true)]),
        ("self", [("a", "self.id", true)]), ("hanging", [("a", "two.id", true)]),
        ("sound", [("a", "persons.id", true)]),
      ]).first)
    #expect(plan.collections.filter { $0.owner != nil }.map(\.name) == ["persons", "sound"])
  }

  @Test("owning references of the root are ignored: the person owns the person's row")
  func rootsReferences() throws {
    let plan = try #require(
      try plans([("persons", [("house", "houses.id", true)]), ("houses", [("owner", "persons.id", true)])]).first)
    #expect(plan["persons"]?.owner == .isPerson)
    #expect(plan["houses"]?.owner?.description == "owned by owner → persons.id")
    #expect(plan.unshared.map(\.collection) == ["houses", "persons"])
  }

  @Test("a root needs an identity and a key of one column")
  func roots() throws {
    func roots(_ fields: String) throws -> [String] {
      OwnershipPlan.plans(for: try Dataset("dataset: [{collections: [{name: t, fields: [\(fields)]}]}]")).map(\.root)
    }
    let (key, identity) = ("fides_meta: {primary_key: True}", "fides_meta: {identity: email}")
    #expect(try roots("{name: a, \(key)}, {name: b, \(identity)}") == ["t"])
    #expect(try roots("{name: a, fides_meta: {primary_key: True, identity: email}}") == ["t"])
    #expect(try roots("{name: a, \(key)}, {name: b, \(key)}, {name: c, \(identity)}").isEmpty)
    #expect(try roots("{name: b, \(identity)}").isEmpty)
    #expect(try roots("{name: a, \(key)}").isEmpty)
  }

  // A search of every path, of which there are 2 to the power of 60, would not end.
  @Test("sixty collections with two references each are planned", .timeLimit(.minutes(30)))
  func manyWays() throws {
    let chain = (1...60).map { place in
      ("c\(place)", [("a", place == 1 ? "persons.id" : "c\(place - 1).id", true), ("b", "persons.id", true)])
    }
    let plan = try #require(try plans([("persons", [])] + chain.map { (name: $0.0, references: $0.1) }).first)
    #expect(plan.collections.allSatisfy { $0.owner != nil })
  }
}
