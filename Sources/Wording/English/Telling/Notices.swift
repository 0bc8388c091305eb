import Casework

extension English {
  public func text(_ notice: Notice) -> Phrase {
    switch notice {
    case .act(let number, let deed, isTrial: false, let stage): "\(number) \(done(deed)); now in \(text(stage))"
    case .act(let number, let deed, isTrial: true, let stage): "\(number) \(possible(deed)); would be in \(text(stage))"
    case .received(let number, let isTrial, let title, let letter):
      "\(number) \(isTrial ? possible(.received) : done(.received)): \(text(title))\(with(letter))"
    case .shown(let number, let stage, let title): "\(number) \(text(stage)): \(text(title))"
    case .register(let id, let deed, let isTrial): "\(data: id) \(isTrial ? Phrase("could be ") : .empty)\(text(deed))"
    case .founded(let folder, isTrial: false): "office founded in \(data: folder)"
    case .founded(let folder, isTrial: true): "an office could be founded in \(data: folder)"
    case .chartProved(let file, let count): "proved \(data: file): \(text(count, .configurations))"
    case .officeKey(let file): "the key of the office is \(data: file): keep it out of backups of the folder"
    case .marks(let folder):
      "the marks of the office are in \(data: folder): keep them where nobody can write who only writes the folder of the office"
    case .upgraded(isTrial: false): "the log is carried on in the present format"
    case .upgraded(isTrial: true): "the log could be carried on in the present format; nothing was written"
    case .wentBack(let lost, let numbers, let isTrial):
      "the office \(isTrial ? Phrase("could go") : Phrase("goes")) on from an older copy: \(text(lost, .entries)) \(isTrial ? Phrase("would be") : Phrase("are")) lost\(numbers.isEmpty ? .empty : Phrase(", of \(list(numbers.map { "\($0)" }))"))"
    case .setAside(let count, let isTrial):
      "\(text(count, .findings)) \(isTrial ? Phrase("could be ") : .empty)set aside"
    case .fewCustodians(let count):
      "the office has \(text(count, .custodians)): enrol a third, so that a lost key or a refusal does not stop the registers"
    case .clockNotSynchronised: "the clock of this machine is not synchronised; the act is dated by it"
    case .clockAhead(let seconds):
      "the clock is \(.data(Self.duration(seconds))) ahead of the latest entry; if it is wrong, do not sign"
    case .quarantined(let rows, let folder):
      "\(text(rows, .entries)) after the mark did not verify and were moved into \(data: folder)/; nothing was built on them"
    case .disclosed(let number, let recipient): "\(number) disclosed to \(data: recipient)"
    case .couldBeDisclosed(let number): "\(number) could be disclosed now; nothing was written"
    case .nothingWritten: "nothing was written"
    case .keptUnreadable(let number, isTrial: false): "logged as \(number), sealed, with this reason"
    case .keptUnreadable(let number, isTrial: true):
      "would be logged as \(number), sealed, with this reason; nothing was written"
    case .noOpenCases: "no open cases"
    case .noCases: "no cases"
    case .due(let day, isOverdue: false): "due \(text(day))"
    case .due(let day, isOverdue: true): "due \(text(day)), overdue"
    case .removed(let path, isTrial: false): "removed: \(data: path)"
    case .removed(let path, isTrial: true): "would be removed: \(data: path)"
    case .left(let path): "not removed: \(data: path); the office did not write this file"
    case .nothingToRemove: "nothing to remove"
    case .officer(isActive: true), .authority(isSuspended: false): "active"
    case .officer(isActive: false): "retired"
    case .authority(isSuspended: true): "suspended"
    case .certificate(until: nil): "no certificate"
    case .certificate(until: let day?): "certificate until \(day)"
    }
  }

  private func with(_ letter: String?) -> Phrase { letter.map { ", letter \(data: $0)" } ?? .empty }

  private func done(_ deed: Deed) -> Phrase {
    switch deed {
    case .received: "received"
    case .reviewed(let rule, let outcome): "\(text(rule)): \(text(outcome))"
    case .clarificationRequested: "clarification requested"
    case .granted: "granted"
    case .collected: "collected"
    case .approved: "approved"
    case .refused: "refused"
    case .closed(let withdrawal): text(withdrawal)
    }
  }

  private func possible(_ deed: Deed) -> Phrase {
    switch deed {
    case .received: "would be received"
    case .reviewed(let rule, let outcome): "\(text(rule)): would be \(text(outcome))"
    case .clarificationRequested: "clarification could be requested"
    case .granted, .collected, .approved, .refused, .closed: "could be \(done(deed))"
    }
  }

  private func text(_ withdrawal: Withdrawal) -> Phrase {
    switch withdrawal {
    case .withdrawn: "withdrawn"
    case .quashed: "quashed"
    case .lapsed: "lapsed"
    }
  }

  private func text(_ deed: RegisterDeed) -> Phrase {
    switch deed {
    case .enrolled(let role): "enrolled as \(text(role))"
    case .retired: "retired"
    case .registered(nil): "registered"
    case .registered(.kept): "registered, with the certificate it had"
    case .registered(.absent): "registered, without a certificate"
    case .suspended: "suspended"
    case .restored: "restored"
    case .rekeyed: "given a new key"
    }
  }
}
