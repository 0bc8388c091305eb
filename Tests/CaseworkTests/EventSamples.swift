import Casework
import Testing

/// Sample events, one of every kind. The digests in an event all differ, so that a test notices two exchanged fields.
enum EventSamples {
  static func digest(_ number: Int) -> Digest {
    let text = String(number, radix: 16)
    return Digest(String(repeating: "0", count: 64 - text.count) + text)!
  }

  static func commitment(_ number: Int) -> Commitment { Commitment(digest(number)) }

  static let authority = AuthorityID("tehran-2-3")!
  static let officer = OfficerID("o-5d1c09aa")!

  static let scope = Scope(
    targets: [1], categories: [DataCategory("user.contact")!],
    days: DaySet(from: Day(number: 20_000), through: Day(number: 20_090)))

  static func receipt(_ number: Int, whole: Bool = true) -> OrderReceipt {
    OrderReceipt(
      document: commitment(number), fingerprint: Fingerprint(digest(number + 1)), instrument: "court-order",
      authority: authority, isAddressedToUs: true, article: whole ? "CPC 671" : nil, issued: Day(number: 20_100),
      validUntil: Day(number: 20_200), answerBy: Day(number: 20_110),
      targets: [TargetSummary(ordinal: 1, identifiers: [.name, .nationalID])], classes: [.identity, .contact],
      from: Day(number: 20_000), through: Day(number: 20_090), requested: scope)
  }

  static let finding = Finding(
    rule: .authenticity, outcome: .notChecked,
    evidence: [
      .order(document: commitment(0x21)), .register(entry: 7),
      .legalBases(digest: digest(0x22), rows: ["671-branch-identity"]),
      .callBack(call: CallBack(authority: authority, registerEntry: 7, answer: .noAnswer, note: commitment(0x23))),
    ],
    shortcomings: [
      .unknownAuthority, .suspendedAuthority, .unknownArticle, .classesNotCovered(classes: [.content, .technical]),
      .beyondLaw, .addressedToAnother, .issuedInFuture(issued: Day(number: 20_300)),
      .lapsed(validUntil: Day(number: 20_050)), .noParticularTarget(target: 2), .noTarget, .unboundedPeriod,
      .periodAfterIssue(through: Day(number: 20_400)), .alreadyReceived(number: CaseNumber(year: 1405, serial: 3)),
      .notConfirmed(answer: .noAnswer), .notLookedAt, .noCertificate, .certificateNotValidNow,
    ])

  static let collected = Collected(
    package: commitment(0x31), order: commitment(0x32), grant: digest(0x33), scope: scope, annotation: digest(0x34),
    recipient: digest(0x35), counts: [CollectedCount(collection: "customer", rows: 3)],
    withheld: [Withheld(collection: "customer", column: "note", reason: .notAnnotated, count: 1)])

  static let release = Release(package: commitment(0x41), envelope: digest(0x42), recipient: digest(0x43))
  static let seededRelease = Release(
    package: commitment(0x41), envelope: digest(0x42), recipient: digest(0x43), seed: commitment(0x44))

  static let elapsed = Elapsed(began: Instant(seconds: 1_764_000_000), deadline: Deadline("PT48H")!)

  /// Returns the sample that follows another one. The switch is exhaustive, so the compiler asks for a sample when a
  /// kind is added.
  private static func next(_ event: CaseEvent) -> CaseEvent? {
    switch event {
    case .orderReceived: .orderIncomplete(receipt(0x11, whole: false))
    case .orderIncomplete:
      .orderUnreadable(UnreadableDocument(document: commitment(0x13), line: 4, fault: "no element"))
    case .orderUnreadable: .clarificationRequested([.article, .period])
    case .clarificationRequested: .orderSupplemented(receipt(0x14))
    case .orderSupplemented: .findingRecorded(finding)
    case .findingRecorded: .scopeGranted(GrantedScope(scope: scope, digest: digest(0x24)))
    case .scopeGranted: .dataCollected(collected)
    case .dataCollected:
      .approvalGiven(
        Approval(
          order: commitment(0x36), grant: digest(0x37), package: commitment(0x38), signature: commitment(0x39)))
    case .approvalGiven: .permitRedeemed(release)
    case .permitRedeemed: .disclosureDelivered(release)
    case .disclosureDelivered: .orderWithdrawn(commitment(0x44))
    case .orderWithdrawn: .orderQuashed(commitment(0x45))
    case .orderQuashed: .orderLapsed(commitment(0x46))
    case .orderLapsed: .caseRefused(Refused(rules: [.force, .addressee], note: commitment(0x47)))
    case .caseRefused: .reviewConfirmed(SecondReview(order: commitment(0x51), grant: digest(0x52)))
    case .reviewConfirmed:
      .orderValidated(Validation(manner: .afterwards, authority: authority, document: commitment(0x53)))
    case .orderValidated: .validationElapsed(elapsed)
    case .validationElapsed: .notificationSent(NotificationLetter(authority: authority, document: commitment(0x54)))
    case .notificationSent: .notificationCleared(NotificationLetter(authority: nil, document: commitment(0x55)))
    case .notificationCleared: .notificationElapsed(elapsed)
    case .notificationElapsed: .notificationExempt(Exemption(ground: .identifyingData, order: commitment(0x56)))
    case .notificationExempt:
      .groundRaised(RaisedGround(ground: .immunity, party: .addressee, note: commitment(0x57)))
    case .groundRaised: .dataPreserved(Preserved(order: commitment(0x61), copy: commitment(0x62), scope: scope))
    case .dataPreserved:
      .preservationExtended(PreservationExtension(document: commitment(0x63), through: Day(number: 20_500)))
    case .preservationExtended: .preservationAnnounced(commitment(0x64))
    case .preservationAnnounced: .preservationEnded(PreservationEnd(reason: .produced, note: commitment(0x65)))
    case .preservationEnded: nil
    }
  }

  /// One event of every kind, in the order of their declaration.
  static let all: [CaseEvent] = Array(sequence(first: .orderReceived(receipt(0x0f)), next: next))

  /// One register event of every kind.
  static let registers: [RegisterEvent] = Array(
    sequence(
      first: .officeFounded(
        OfficeProfile(
          id: OfficeID("6f0d3a1c2b4e5f60")!, name: "فروشگاه نمونه", addressedAs: ["فروشگاه نمونه"],
          zone: "Asia/Tehran", pack: "iran", packFiles: ["court-order.scxml": digest(0x71)], logKey: digest(0x72))),
      next: nextRegister))

  private static func nextRegister(_ event: RegisterEvent) -> RegisterEvent? {
    switch event {
    case .officeFounded:
      .officerEnrolled(Officer(id: officer, role: .legalOfficer, key: "ssh-ed25519 AAAA", name: commitment(0x73)))
    case .officerEnrolled: .officerRetired(officer)
    case .officerRetired:
      .authorityRegistered(
        Authority(
          id: authority, title: "شعبه ۳", seat: AuthoritySeat(rank: "criminal-court-branch", branch: 3, seat: "تهران"),
          callBack: "+98 21 3311 0000",
          certificate: DeliveryCertificate(
            sha256: digest(0x74), notBefore: Instant(seconds: 1_700_000_000), notAfter: Instant(seconds: 1_900_000_000),
            pem: commitment(0x75))))
    case .authorityRegistered: .authoritySuspended(authority)
    case .authoritySuspended: .authorityRestored(authority)
    case .authorityRestored: .officeUpgraded(UpgradedLog(size: 12, root: digest(0x76)))
    case .officeUpgraded:
      .officeRestored(
        Restoration(
          restores: 0, size: 14, root: digest(0x77),
          losses: [Loss(entry: digest(0x78), number: nil, fingerprint: Fingerprint(digest(0x79)))]))
    case .officeRestored:
      .findingSetAside(SetAside(entry: digest(0x7a), found: digest(0x7b), finding: "leafHash"))
    case .findingSetAside: .officerRekeyed(OfficerKey(officer: officer, key: "ssh-ed25519 BBBB"))
    case .officerRekeyed: nil
    }
  }
}
