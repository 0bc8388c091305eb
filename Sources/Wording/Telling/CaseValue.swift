import Casework

/// A value in the table that shows a case.
public enum CaseValue: Sendable, Hashable {
  /// The request of an order.
  case asks(classes: [DataClass], persons: Int, from: CalendarDate?, through: CalendarDate?, article: CitedArticle?)
  /// The day on which the answer is due, and the number of days until then; negative if the day has passed.
  case due(CalendarDate, inDays: Int)
  case unreadable(line: Int)
  case missing([MissingPart])
  case passed([Rule])
  case failed(Rule, [Shortcoming])
  case unchecked(Rule, [Shortcoming])
  /// The telephone number to call back, from the register.
  case callBack(Rule, number: String)
  case basis(DataClass, article: String, confirmedBy: String?)
  case scope(Scope)
  case collected([CollectedCount])
  case withheld([Withheld])
  /// The first digits of the annotation's digest.
  case annotation(digest: String)
  case approved(WrittenMoment, by: OfficerID)
  /// The first digits of the envelope's digest.
  case envelope(digest: String)
  case moment(WrittenMoment)
}

/// The article that an order cites.
public enum CitedArticle: Sendable, Hashable {
  /// An article that the legal bases have, by its name there.
  case known(String)
  /// An article that the legal bases do not have. The text of the order stays sealed.
  case unknown
}

/// The subject of a case.
public enum CaseTitle: Sendable, Hashable {
  /// An order, with its authority if that is known.
  case order(instrument: String, authority: String?)
  case unreadable
}
