import Casework
import Foundation
import Service

/// Enters one act in one call, signed with one key or, for the registers, with several keys.
extension Desk {
  public func receive(_ bytes: [UInt8], supplements number: CaseNumber? = nil, key: String) throws -> Receipt {
    try enter(.receive(bytes, supplementing: number), key)
  }

  public func examine(_ number: CaseNumber, _ rules: [Rule], key: String) throws -> CaseView {
    try enter(.examine(rules, in: number), key)
  }

  public func recordCall(_ call: CallMade, on number: CaseNumber, key: String) throws -> CaseView {
    try enter(.recordCall(call, in: number), key)
  }

  public func clarify(_ number: CaseNumber, key: String) throws -> CaseView { try enter(.clarify(number), key) }

  public func grant(_ narrowing: Narrowing, on number: CaseNumber, key: String) throws -> CaseView {
    try enter(.grant(narrowing, in: number), key)
  }

  public func collect(
    _ number: CaseNumber, from database: String, annotation: String, key: String
  ) throws -> CaseView {
    try enter(.collect(number, from: database, annotation: annotation), key)
  }

  public func approve(_ number: CaseNumber, key: String) throws -> CaseView { try enter(.approve(number), key) }

  public func close(_ number: CaseNumber, as closing: Closing, because note: String, key: String) throws -> CaseView {
    try enter(.close(number, as: closing, because: note), key)
  }

  public func enrol(name: String, role: Role, publicKeyFile: String, keys: [String]) throws -> OfficerID {
    try enter(.enrol(name: name, role: role, publicKeyFile: publicKeyFile), keys: keys)
  }

  public func retire(_ id: OfficerID, keys: [String]) throws { try enter(.retire(id), keys: keys) }
  public func suspend(_ id: AuthorityID, keys: [String]) throws { try enter(.suspend(id), keys: keys) }
  public func restore(_ id: AuthorityID, keys: [String]) throws { try enter(.restore(id), keys: keys) }

  public func register(_ description: AuthorityDescription, keys: [String]) throws -> Authority {
    try enter(.register(description), keys: keys)
  }
}
