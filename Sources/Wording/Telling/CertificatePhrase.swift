import Casework

/// A line of the certificate of disclosure, or a sentence of `disclosure.json`.
public enum CertificatePhrase: Sendable, Hashable {
  case title
  /// The title in the language of the court.
  case titleForCourt
  case from, to, prepared, order
  case recipientCertificate(sha256: String)
  case orderOf(instrument: String, authority: String)
  case reference(caseNumber: String, letterNumber: String, issued: Day)
  case under(article: String)
  case legalBases
  case basis(DataClass, article: String, confirmedBy: String?, source: String)
  case contents
  case table(file: String, rows: Int)
  /// How the rows of a table were selected.
  case selection
  case notGranted
  case withheld
  case withheldItem(Withheld)
  case nothing
  case nothingOfTheGranted
  /// The data that the list of withheld data leaves out, as a sentence of the certificate.
  case notListed
  /// The data that the list of withheld data leaves out, as a value of `disclosure.json`.
  case outsideTheGrant
  case filesAreListed
}
