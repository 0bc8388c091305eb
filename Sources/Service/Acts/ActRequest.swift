import Casework
import Ledger

/// A request for an act, and the result that is returned after the act.
///
/// An act takes three steps: the request is decided into a draft, every signer signs the draft, and the draft is
/// appended to the log. `Desk.enter` takes all three steps with keys on this machine. `Desk.propose` takes the first
/// step and returns a `Proposal`, which is signed elsewhere and passed to `Desk.submit`. `Desk.rehearse` decides and
/// writes nothing.
///
/// A request may be decided several times: when another act was appended first, the request is decided again.
public struct ActRequest<Answer: Sendable>: Sendable {
  /// Decides the request for the current state of the office.
  ///
  /// - Parameters: the desk; the key files of the signers, the actor's first; true where nothing may be written.
  let draft: @Sendable (Desk, [String], Bool) throws -> Draft
  /// Returns the result after the draft was appended, or after a rehearsal.
  let answer: @Sendable (Desk, Draft, _ isRehearsal: Bool) throws -> Answer
}

extension Desk {
  /// Carries out a request: decides it, has every key sign the draft, and appends the draft.
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

  /// Decides a request and writes nothing. Returns the result that the act would have.
  public func rehearse<Answer>(_ request: ActRequest<Answer>, _ keys: String...) throws -> Answer {
    try rehearse(request, keys: keys)
  }

  /// Rehearses a request with any number of keys.
  public func rehearse<Answer>(_ request: ActRequest<Answer>, keys: [String]) throws -> Answer {
    try request.answer(self, try request.draft(self, keys, true), true)
  }

  /// Decides a request and returns a proposal, which can be signed on other machines. Nothing is appended to the log.
  ///
  /// - Parameter keys: the key files of the signers, the actor's first. Public keys are enough, because nothing is
  ///   signed here.
  public func propose<Answer>(_ request: ActRequest<Answer>, keys: [String]) throws -> Proposal {
    var draft = try request.draft(self, keys, false)
    defer { draft.package?.end() }
    return try Proposal(draft)
  }

  /// Runs an act, and runs it again where another act was appended first, up to 24 times. The signatures are over the
  /// old head of the log, so the act must be decided and signed again.
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
