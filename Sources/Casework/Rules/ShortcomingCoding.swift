/// In an entry a shortcoming is an object whose one member is named for the case and contains its values:
/// `{"unknownArticle":{}}`, `{"lapsed":{"validUntil":"2025-12-28"}}`.
///
/// This is the form that the compiler would derive. Its derived decoder prepares the keys of every case whenever it reads
/// one, which is measurable when a case is shown.
extension Shortcoming: Codable {
  private enum Name: String, CodingKey {
    case unknownAuthority, suspendedAuthority, unknownArticle, classesNotCovered, beyondLaw, addressedToAnother
    case issuedInFuture, lapsed, noParticularTarget, noTarget, unboundedPeriod, periodAfterIssue, alreadyReceived
    case notConfirmed, notLookedAt, noCertificate, certificateNotValidNow
  }

  private enum Member: String, CodingKey {
    case classes, issued, validUntil, target, through, number, answer
  }

  /// Decodes the form that entries contain; throws for any other form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    guard let name = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no such shortcoming"))
    }
    let members = try container.nestedContainer(keyedBy: Member.self, forKey: name)
    self =
      switch name {
      case .unknownAuthority: .unknownAuthority
      case .suspendedAuthority: .suspendedAuthority
      case .unknownArticle: .unknownArticle
      case .classesNotCovered: .classesNotCovered(classes: try members.decode([DataClass].self, forKey: .classes))
      case .beyondLaw: .beyondLaw
      case .addressedToAnother: .addressedToAnother
      case .issuedInFuture: .issuedInFuture(issued: try members.decode(Day.self, forKey: .issued))
      case .lapsed: .lapsed(validUntil: try members.decode(Day.self, forKey: .validUntil))
      case .noParticularTarget: .noParticularTarget(target: try members.decode(Int.self, forKey: .target))
      case .noTarget: .noTarget
      case .unboundedPeriod: .unboundedPeriod
      case .periodAfterIssue: .periodAfterIssue(through: try members.decode(Day.self, forKey: .through))
      case .alreadyReceived: .alreadyReceived(number: try members.decode(CaseNumber.self, forKey: .number))
      case .notConfirmed: .notConfirmed(answer: try members.decode(CallBackAnswer.self, forKey: .answer))
      case .notLookedAt: .notLookedAt
      case .noCertificate: .noCertificate
      case .certificateNotValidNow: .certificateNotValidNow
      }
  }

  /// Encodes the form that entries contain.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    var members = container.nestedContainer(keyedBy: Member.self, forKey: name)
    switch self {
    case .classesNotCovered(let classes): try members.encode(classes, forKey: .classes)
    case .issuedInFuture(let issued): try members.encode(issued, forKey: .issued)
    case .lapsed(let validUntil): try members.encode(validUntil, forKey: .validUntil)
    case .noParticularTarget(let target): try members.encode(target, forKey: .target)
    case .periodAfterIssue(let through): try members.encode(through, forKey: .through)
    case .alreadyReceived(let number): try members.encode(number, forKey: .number)
    case .notConfirmed(let answer): try members.encode(answer, forKey: .answer)
    case .unknownAuthority, .suspendedAuthority, .unknownArticle, .beyondLaw, .addressedToAnother, .noTarget,
      .unboundedPeriod, .notLookedAt, .noCertificate, .certificateNotValidNow:
      break
    }
  }

  private var name: Name {
    switch self {
    case .unknownAuthority: .unknownAuthority
    case .suspendedAuthority: .suspendedAuthority
    case .unknownArticle: .unknownArticle
    case .classesNotCovered: .classesNotCovered
    case .beyondLaw: .beyondLaw
    case .addressedToAnother: .addressedToAnother
    case .issuedInFuture: .issuedInFuture
    case .lapsed: .lapsed
    case .noParticularTarget: .noParticularTarget
    case .noTarget: .noTarget
    case .unboundedPeriod: .unboundedPeriod
    case .periodAfterIssue: .periodAfterIssue
    case .alreadyReceived: .alreadyReceived
    case .notConfirmed: .notConfirmed
    case .notLookedAt: .notLookedAt
    case .noCertificate: .noCertificate
    case .certificateNotValidNow: .certificateNotValidNow
    }
  }
}
