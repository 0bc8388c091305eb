import Casework

extension English {
  public func text(_ certificate: CertificatePhrase) -> Phrase {
    switch certificate {
    case .title: "CERTIFICATE OF DISCLOSURE"
    case .titleForCourt: "گواهی تحویل داده"
    case .from: "From"
    case .to: "To"
    case .prepared: "Prepared"
    case .order: "Order"
    case .recipientCertificate(let sha256): "certificate SHA-256 \(data: sha256)"
    case .orderOf(let kind, let authority): "\(instrument(kind)) of \(data: authority)"
    case .reference(let number, let letter, let issued):
      "case \(data: number), letter \(data: letter), issued \(issued)"
    case .under(let article): "under \(data: article)"
    case .legalBases: "Legal bases"
    case .basis(let dataClass, let article, let name, let source):
      "\(text(dataClass)): \(data: article) (\(name.map { .data($0) } ?? "unconfirmed")); \(data: source)"
    case .contents: "Contents"
    case .table(let file, let rows): "\(data: file): \(text(rows, .rows)); \(text(CertificatePhrase.selection))"
    case .selection: "rows that the source's references assign to the target, within the granted days"
    case .notGranted: "Not granted"
    case .withheld: "Withheld"
    case .withheldItem(let item):
      "\(data: item.collection)\(item.column.map { .data(".\($0)") } ?? .empty): \(item.count), \(text(item.reason))"
    case .nothing: "nothing"
    case .nothingOfTheGranted: "of what was granted: nothing"
    case .notListed:
      "Rows outside the grant, and columns that were not asked for, are not listed, whether or not there are any."
    case .outsideTheGrant: "rows, and columns that were not asked for, outside the grant"
    case .filesAreListed:
      "The files are listed with their SHA-256 in manifest-sha256.txt; tagmanifest-sha256.txt is signed."
    }
  }
}
