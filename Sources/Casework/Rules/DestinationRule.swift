/// The rule that the register holds a certificate of the authority that is valid now.
enum DestinationRule: MechanicalRule {
  static let rule = Rule.destination
  static let assurance: Assurance? = .destination

  static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
    guard let record = facts.authority(of: order) else { return Judgement(shortcomings: [.unknownAuthority]) }
    var judgement = Judgement(evidence: [.register(entry: record.sequence)])
    if let certificate = record.authority.certificate {
      if facts.now < certificate.notBefore || certificate.notAfter < facts.now {
        judgement.shortcomings.append(.certificateNotValidNow)
      }
    } else {
      judgement.shortcomings.append(.noCertificate)
    }
    return judgement
  }

  static func step(answering outcome: Outcome, _ shortcomings: [Shortcoming], in number: CaseNumber) -> NextStep {
    NextStep(.registerCertificate, .review(number, rule))
  }
}
