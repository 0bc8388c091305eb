import Casework

extension English {
  public func text(_ role: Role) -> Phrase {
    switch role {
    case .legalOfficer: "legal officer"
    case .manager: "manager"
    case .auditor: "auditor"
    case .custodian: "custodian"
    }
  }

  /// Returns a role with its article, such as `an auditor`.
  func anyone(_ role: Role) -> Phrase { role == .auditor ? "an \(text(role))" : "a \(text(role))" }

  public func text(_ rule: Rule) -> Phrase {
    switch rule {
    case .authority: "authority"
    case .competence: "competence"
    case .addressee: "addressee"
    case .force: "force"
    case .particularity: "particularity"
    case .uniqueness: "uniqueness"
    case .authenticity: "authenticity"
    case .destination: "destination"
    }
  }

  public func text(_ topic: Reason.Topic) -> Phrase {
    switch topic {
    case .rule(let rule): text(rule)
    case .part(let part): text(part)
    case .completeness: "completeness"
    case .scope: "scope"
    case .collection: "collection"
    case .approval: "approval"
    case .fourEyes: "four eyes"
    case .role: "role"
    case .workflow: "workflow"
    case .once: "once"
    case .evidence: "evidence"
    case .clarification: "clarification"
    case .log: "log"
    case .register: "register"
    }
  }

  public func text(_ outcome: Outcome) -> Phrase {
    switch outcome {
    case .pass: "pass"
    case .fail: "fail"
    case .notChecked: "not checked"
    }
  }

  public func text(_ dataClass: DataClass) -> Phrase {
    // A class without a word in this language is written as the pack names it.
    switch dataClass.rawValue {
    case "identity": "identity"
    case "contact": "contact"
    case "transactions": "transactions"
    case "technical": "technical"
    case "content": "content"
    default: .data(dataClass.rawValue)
    }
  }

  public func text(_ part: MissingPart) -> Phrase {
    switch part {
    case .article: "article"
    case .letterNumber: "letter number"
    case .targets: "targets"
    case .dataClasses: "classes of data"
    case .period: "period"
    case .readableDocument: "readable document"
    }
  }

  public func text(_ instrument: Instrument) -> Phrase {
    switch instrument {
    case .courtOrder: "court order"
    case .production: "production order"
    case .emergencyProduction: "emergency production order"
    case .preservation: "preservation order"
    default: .data(instrument.rawValue)
    }
  }

  /// Returns the words for an instrument; its id if it is unknown.
  func instrument(_ id: String) -> Phrase { Instrument(rawValue: id).map(text) ?? .data(id) }

  public func text(_ assurance: Assurance) -> Phrase {
    switch assurance {
    case .authority: text(Rule.authority)
    case .competence: text(Rule.competence)
    case .addressee: text(Rule.addressee)
    case .force: text(Rule.force)
    case .particularity: text(Rule.particularity)
    case .uniqueness: text(Rule.uniqueness)
    case .authenticity: text(Rule.authenticity)
    case .destination: text(Rule.destination)
    case .scope: "scope"
    case .collection: "collection"
    case .approval: "approval"
    case .secondReview: "second review"
    case .clearance: "clearance"
    case .validation: "validation"
    }
  }

  public func text(_ reason: Withheld.Reason) -> Phrase {
    switch reason {
    case .notAnnotated: "columns without annotation"
    case .notRequested: "columns that were not requested"
    case .notGranted: "columns that were requested but not granted"
    case .outsidePeriod: "rows outside the period"
    case .timeUnreadable: "rows without a readable time"
    case .anotherPerson: "rows of another person"
    case .noOwner: "collections without an owner"
    }
  }

  public func text(_ arrival: Arrival) -> Phrase {
    let name: Phrase = arrival.state.map { .data($0) } ?? "(a state without a name)"
    return arrival.regions.map { "\(name) (\(text($0, .regions)))" } ?? name
  }

  public func text(_ stage: CaseStage) -> Phrase {
    switch stage {
    case .at(let state): .data(state)
    case .review(let open): "review (\(data: open.joined(separator: ", ")))"
    }
  }
}
