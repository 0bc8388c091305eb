import Casework

/// Draws the next step: mostly one that brings the case nearer to a permit, sometimes a disturbance.
extension GateWorld {
  /// Does one missing step as an honest officer would. Returns false if there is nothing to do, because a permit is due
  /// or no grant can be made.
  mutating func goOn() -> Bool {
    guard let order = oracle.order, !GateOracle.lacks(order) else { return document() }
    if [.incomplete, .clarification].contains(oracle.course.place) { return document() }
    if isDuplicate { isDuplicate = false }
    if oracle.isHopeless(order, moment) { return document() }
    let wanting = oracle.wanting(moment)
    if !oracle.roles.values.contains(.legalOfficer) || !oracle.roles.values.contains(.manager) {
      mendOfficers()
      note("people are there again")
    } else if let rule = [.authority, .destination, .competence].first(where: { wanting.untrue.contains($0) }) {
      note("mends the \(rule)")
      if rule == .competence, oracle.grant != nil { return regrant() }
      mendAuthority()
    } else if !wanting.unexamined.isEmpty {
      ask(.examine(wanting.unexamined), by: someone(.legalOfficer), "examines")
    } else if wanting.call, let call = call() {
      ask(.callBack(call), by: someone(.legalOfficer), "calls")
    } else if wanting.grant {
      return regrant()
    } else if wanting.package, let collected = collected() {
      ask(.collect(collected), by: someone(.legalOfficer), "collects")
    } else if wanting.approval, let approval = approval() {
      if !oracle.hasApprover { mendOfficers() }
      ask(.approve(approval), by: approver(), "approves")
    } else {
      return false
    }
    return true
  }

  private mutating func document() -> Bool {
    let reading = reading()
    if subject == nil {
      let officer = someone(.legalOfficer)
      note("\(officer.role) \(officer.id) receives\(receive(reading, by: officer) ? "" : ", in vain")")
    } else {
      ask(.supplement(reading), by: someone(.legalOfficer), "supplements")
    }
    return true
  }

  private mutating func regrant() -> Bool {
    guard let grant = grant() else { return false }
    return ask(.grant(grant), by: someone(.legalOfficer), "grants") || true
  }

  mutating func note(_ text: String) { story.append(text) }

  @discardableResult
  mutating func ask(_ command: Command, by actor: Actor, _ what: String) -> Bool {
    let taken = ask(command, by: actor)
    note("\(actor.role) \(actor.id) \(what)\(taken ? "" : ", in vain")")
    return taken
  }

  /// Makes one mistake or one change at random.
  mutating func trouble() {
    switch chance.below(24) {
    case 0, 1, 2:
      troubleAuthority()
      note("the register of authorities changes")
    case 3, 4:
      troubleOfficer()
      note("the register of officers changes")
    case 5, 6:
      passTime()
      note("time passes to \(now)")
    case 7:
      isDuplicate.toggle()
      note("duplicate: \(isDuplicate)")
    case 8, 9: approverTurnsPreparer()
    case 10, 11, 12, 13, 14, 15: mistakenCommand()
    default: byHand()
    }
  }

  /// Lets the approver prepare the case under another role. Usually the officer becomes a manager again.
  private mutating func approverTurnsPreparer() {
    guard let id = oracle.approval?.by.id, oracle.roles[id] != nil else { return passTime() }
    reenrol(id, .legalOfficer)
    let officer = Actor(id: id, role: .legalOfficer)
    ask(.examine([chance.pick([.addressee, .force, .authority])]), by: officer, "examines after approving")
    if chance.odds(70) { reenrol(id, .manager) }
  }

  private mutating func mistakenCommand() {
    guard subject != nil else { return passTime() }
    let someRules = Rule.allCases.filter { _ in chance.odds(25) }
    let command: Command?
    var actor = chance.odds(75) ? someone(.legalOfficer) : someone(chance.pick(Role.allCases))
    switch chance.below(14) {
    case 0, 1: command = mistakenCall().map { .callBack($0) }
    case 2: command = .examine(someRules)
    case 3: command = mistakenGrant().map { .grant($0) }
    case 4: command = grant().map { .grant($0) }
    case 5: command = mistakenCollected().map { .collect($0) }
    case 6: command = collected().map { .collect($0) }
    case 7:
      command = mistakenApproval().map { .approve($0) }
      actor = approver()
    case 8:
      command = approval().map { .approve($0) }
      actor = someone(.manager, mistaken: 60)
    case 9: command = .supplement(chance.odds(50) ? reading() : .readable(mistakenOrder()))
    case 10: command = .supplement(.readable(order()))
    case 11: command = .clarify
    case 12: command = .lapse(note: commitment())
    default:
      guard chance.odds(25) else { return mistakenCommand() }
      command = chance.pick([
        .withdraw(note: commitment()), .quash(note: commitment()), .refuse(rules: [.force], note: commitment()),
      ])
    }
    guard let command else { return passTime() }
    ask(command, by: actor, "asks \(Self.label(command))")
  }

  private static func label(_ command: Command) -> String {
    String(describing: command).prefix { $0 != "(" }.description
  }

  /// Enters an act that no command decided, as if an attacker had written the log and any officer had signed it.
  private mutating func byHand() {
    let manager = chance.odds(60)
    var actor = manager ? someone(.legalOfficer) : someone(.manager)
    let event: CaseEvent?
    switch chance.below(12) {
    case 0, 1: event = .findingRecorded(handmadeFinding())
    case 2: event = (chance.odds(60) ? mistakenGrant() : grant()).map { .scopeGranted($0) }
    case 3, 4: event = (chance.odds(70) ? mistakenCollected() : collected()).map { .dataCollected($0) }
    case 5, 6:
      event = (chance.odds(60) ? mistakenApproval() : approval()).map { .approvalGiven($0) }
      actor = approver()
    case 7, 8: event = handmadeRelease().map { .permitRedeemed($0) }
    case 9: event = oracle.spent.map { .disclosureDelivered($0.delivered) }
    case 10: event = chance.odds(50) ? .orderSupplemented(handmadeOrder()) : .orderReceived(handmadeOrder())
    default:
      event = chance.pick([
        .clarificationRequested([]), .orderIncomplete(mistakenOrder()),
        .orderUnreadable(UnreadableDocument(document: commitment(), line: 1, fault: "cut short")),
      ])
    }
    guard let event else { return passTime() }
    if chance.odds(25) { actor = pretender() }
    let stands = enter([event], by: actor)
    note("by hand: \(event.name) by \(actor.role) \(actor.id)\(stands ? "" : ", which cannot be")")
  }

  private mutating func handmadeFinding() -> Finding {
    if chance.odds(45) {
      let confirmed = chance.odds(50) ? mistakenCall() : call()
      var finding = authenticityPass(confirmed, besides: chance.odds(10) ? denial() : [])
      if chance.odds(15) { finding.evidence[0] = .order(document: commitment()) }
      if chance.odds(10) { finding.evidence = Array(finding.evidence.dropFirst()) }
      return finding
    }
    return Finding(
      rule: chance.pick(Rule.allCases), outcome: chance.odds(75) ? .pass : chance.pick([.fail, .notChecked]),
      evidence: [], shortcomings: [])
  }

  mutating func denial() -> [Evidence] {
    guard var call = call() else { return [] }
    call.answer = .denied
    return [.callBack(call: call)]
  }

  mutating func handmadeRelease() -> Release? {
    // The careless chart allows a second `permit.redeemed`, but the gate never issues a second permit, so none is
    // drawn. The pack's chart refuses a second one.
    guard let package = oracle.package?.value, kind == .courtOrder || oracle.spent == nil else { return nil }
    var release = Release(
      package: package.package, envelope: digest(), recipient: oracle.branch?.certificate?.sha256 ?? digest(),
      seed: chance.odds(90) ? commitment() : nil)
    if chance.odds(20) { release.package = commitment() }
    if chance.odds(20) { release.recipient = digest() }
    return release
  }

  /// Returns an order that may be forged: its record may request more than the order names, or may lack the
  /// fingerprint.
  private mutating func handmadeOrder() -> OrderReceipt {
    var order = chance.odds(40) ? mistakenOrder() : order()
    if chance.odds(25) { order.requested = widened(order.requested) }
    if chance.odds(15) { order.fingerprint = nil }
    return order
  }
}
