/// The register holds a certificate of the authority that is valid now: there is a verified place to deliver to.
public enum DestinationRule: MechanicalRule {
  public static let rule = Rule.destination
  public static let assurance: Assurance? = .destination

  public static func judge(_ order: OrderReceipt, granted: Scope?, facts: Facts) -> Judgement {
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
}
