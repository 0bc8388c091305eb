/// The data model of charts without data. It has no variables, and its only condition is `In()`. Source: SCXML B.1.
///
/// The behaviour of such a chart depends only on its active states and histories, so a prover can search it completely.
/// `In('id')` is compiled with the chart. Nothing else has to be evaluated, so values, expressions and locations have
/// the type `Never`.
public struct NullDataModel: DataModel {
  /// There are no values.
  public typealias Value = Never
  /// There are no expressions.
  public typealias Expression = Never
  /// There are no locations.
  public typealias Location = Never

  /// The data of a session, which are always empty.
  public struct Store: Sendable, Hashable {}

  /// The name `null`.
  public let name = "null"

  /// Makes the null data model.
  public init() {}

  /// Refuses every expression.
  public func expression(_ text: String) throws(EvaluationFault) -> Never {
    throw EvaluationFault("the null data model has no expressions, and no condition but In('id')")
  }

  /// Refuses every location.
  public func location(_ text: String) throws(EvaluationFault) -> Never {
    throw EvaluationFault("the null data model has no variables")
  }

  /// Makes an empty store.
  public func open(_ identity: SessionIdentity) -> Store { Store() }
  /// Does nothing.
  public func declare(_ id: String, in store: inout Store) {}
  /// Does nothing.
  public func receive(_ event: Event<Never>, in store: inout Store) {}
  /// Cannot be called.
  public func evaluate(_ expression: Never, in store: Store, _ moment: Moment) -> Never {}
  /// Cannot be called.
  public func holds(_ expression: Never, in store: Store, _ moment: Moment) -> Bool {}
  /// Cannot be called.
  public func read(_ location: Never, in store: Store, _ moment: Moment) -> Never {}
  /// Cannot be called.
  public func assign(_ value: Never, to location: Never, in store: inout Store, _ moment: Moment) {}
  /// Cannot be called.
  public func items(_ value: Never) -> [Never] {}
  /// Cannot be called.
  public func text(_ value: Never) -> String {}
  /// Returns `nil`.
  public func value(index: Int) -> Never? { nil }
  /// Returns `nil`.
  public func value(text: String) -> Never? { nil }
  /// Returns `nil`.
  public func value(fields: [(name: String, value: Never)]) -> Never? { nil }
}
