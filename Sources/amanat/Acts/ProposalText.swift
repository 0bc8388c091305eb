import Service
import Wording

/// Prints what a proposal does, in words or as JSON. The text is derived from the bytes that are signed.
struct ProposalText {
  private let act: ProposedAct

  init(_ act: ProposedAct) { self.act = act }

  private struct ActJSON: Encodable {
    var office: String
    var time: Instant
    var actor: OfficerID
    var role: Role
    var witness: OfficerID?
    var `case`: CaseNumber?
    var events: [String]
    var entry: Digest
    var manifest: Digest?
    var missing: [OfficerID]
  }

  func print(_ session: Session, isJSON: Bool) throws {
    let (console, language) = (session.console, session.language)
    if isJSON {
      return try console.json(
        ActJSON(
          office: act.office.description, time: act.time, actor: act.actor.id, role: act.actor.role,
          witness: act.witness, case: act.number, events: act.events.map(\.name) + act.changes.map(\.event.name),
          entry: act.digest, manifest: act.manifest, missing: act.missing))
    }
    var rows: [(Label, Phrase)] = [
      (.office, .data(act.office)), (.actor, language.text(ProposalLine.actor(act.actor, witness: act.witness))),
      (.time, .data(act.time)),
    ]
    if let number = act.number { rows.append((.inCase, .data(number))) }
    rows += act.events.map { (.act, language.text($0)) }
    rows += act.changes.map {
      (.act, language.text($0.event, OpenedValues(name: $0.name, fingerprint: $0.fingerprint)))
    }
    rows.append((.sha256, .data(act.digest)))
    if let manifest = act.manifest { rows.append((.package, .data(manifest))) }
    rows.append((.signatures, language.text(ProposalLine.missing(act.missing))))
    console.table(rows.map { [language.text($0.0), $0.1] }, to: console.out)
  }
}
