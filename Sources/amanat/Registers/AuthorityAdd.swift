import ArgumentParser
import Service
import Wording

/// Registers an authority, or changes a registered one.
struct AuthorityAdd: RegisterAct {
  static let configuration = CommandConfiguration(commandName: Verb.authorityAdd.name)

  @Argument(help: .of(.newAuthorityID, .id)) var id: AuthorityID
  @Option(name: .long, help: .of(.title, .text)) var title: String
  @Option(name: .long, help: .of(.rank, .rank)) var rank: String
  @Option(name: .long, help: .of(.branch, .ordinal)) var branch: Int
  @Option(name: .long, help: .of(.city, .text)) var city: String
  @Option(name: .long, help: .of(.callBack, .number)) var callBack: String
  @Option(name: .long, help: .of(.certificate, .file)) var certificate: String?
  @Flag(name: .customLong("no-certificate"), help: .of(.noCertificate)) var noCertificate = false
  @OptionGroup var options: RegisterOptions

  func request(_ session: Session) throws -> ActRequest<Authority> {
    let pem = try certificate.map {
      try InputFile.read(session.path($0), limit: InputFile.largestCertificate, as: .certificate, named: $0)
    }
    return .register(
      AuthorityDescription(
        id: id, title: title, rank: rank, branch: branch, city: city, callBack: callBack, certificate: pem,
        dropsCertificate: noCertificate))
  }

  func deed(_ answer: Authority) -> (id: String, RegisterDeed) {
    let note: RegisterDeed.CertificateNote? =
      certificate != nil ? nil : answer.certificate != nil ? .kept : .absent
    return (id.description, .registered(note))
  }
}
