import Casework

/// A value in the table that shows a case.
public enum CaseValue: Sendable, Hashable {
  /// What an order asks for.
  case asks(classes: [DataClass], persons: Int, from: CalendarDate?, through: CalendarDate?, article: CitedArticle?)
  /// When the answer is due, and in how many days; negative where the day has passed.
  case due(CalendarDate, inDays: Int)
  case unreadable(line: Int)
  case missing([MissingPart])
  case passed([Rule])
  case failed(Rule, [Shortcoming])
  case unchecked(Rule, [Shortcoming])
  /// The number of the register to call back.
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
  /// By the name that the legal bases give it.
  case known(String)
  /// One that the legal bases do not have; what the order wrote stays sealed.
  case unknown
}

/// What a case is about.
public enum CaseTitle: Sendable, Hashable {
  /// An order, of an authority where one is known.
  case order(instrument: String, authority: String?)
  case unreadable
}
