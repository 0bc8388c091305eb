/// The envelope was delivered.
public enum DisclosureDelivered: CaseEventKind {
  public static let meanings = [EventMeaning("disclosure.delivered", duty: .releasing)]

  public static func event(_ detail: Release) -> CaseEvent { .disclosureDelivered(detail) }

  public static func change(_ subject: inout Case, by recorded: Case.Recorded<Release>) { subject.delivery = recorded }
}
