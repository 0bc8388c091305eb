import Casework
import Ledger

/// An act that somebody asks for, and what the office answers once it is in the log.
///
/// An act goes three steps: the request is decided into a draft, every signer signs the draft's statements, and the draft
/// is entered. `Desk.enter` takes all three at once with keys at hand; `Desk.propose` stops after the first and hands
/// out a `Proposal` that is signed elsewhere and comes back to `Desk.submit`; `Desk.rehearse` decides and writes nothing.
///
/// A request may be decided several times: when somebody else's act came first, it is decided anew.
public struct ActRequest<Answer: Sendable>: Sendable {
  /// Decides the request for the office as it stands.
  ///
  /// - Parameters: the desk; the keys of the signers, the actor's first; true where nothing may be written.
  let draft: @Sendable (Desk, [String], Bool) throws -> Draft
  /// What is answered once the draft is entered, or after a rehearsal.
  let answer: @Sendable (Desk, Draft, _ isRehearsal: Bool) throws -> Answer
}

extension Desk {
  /// Carries out a request: decides, has every key sign, and appends.
  ///
  /// - Parameter keys: the key files of the signers, the actor's first.
  public func enter<Answer>(_ request: ActRequest<Answer>, _ keys: String...) throws -> Answer {
    try enter(request, keys: keys)
  }

  /// Carries out a request with any number of keys.
  public func enter<Answer>(_ request: ActRequest<Answer>, keys: [String]) throws -> Answer {
    try attempt {
      var draft = try request.draft(self, keys, false)
      do {
        let signed = try sign(draft, with: keys)
        try append(draft, signed)
        draft.package?.end()
      } catch let fault as ServiceFault where fault.isBeforeAppending {
        draft.package?.discard()
        throw fault
      }
      return try request.answer(self, draft, false)
    }
  }

  /// Decides a request and changes nothing, not even a byte: every refusal is told, and the answer is what would be.
  public func rehearse<Answer>(_ request: ActRequest<Answer>, _ keys: String...) throws -> Answer {
    try rehearse(request, keys: keys)
  }

  /// Rehearses a request with any number of keys.
  public func rehearse<Answer>(_ request: ActRequest<Answer>, keys: [String]) throws -> Answer {
    try request.answer(self, try request.draft(self, keys, true), true)
  }

  /// Decides a request and returns it as a proposal to be signed wherever the signers are. Nothing enters the log.
  ///
  /// - Parameter keys: the signers' key files, the actor's first; public halves suffice, for nothing is signed here.
  public func propose<Answer>(_ request: ActRequest<Answer>, keys: [String]) throws -> Proposal {
    var draft = try request.draft(self, keys, false)
    defer { draft.package?.end() }
    return try Proposal(draft)
  }

  /// Runs an act again when somebody else's came first: its signers vouched for a log that has moved on.
  func attempt<Value>(_ work: () throws -> Value) throws -> Value {
    for _ in 0..<24 {
      do {
        return try work()
      } catch ServiceFault.store(.headMoved) {
        pause()
      }
    }
    throw ServiceFault.store(.headMoved)
  }
}
