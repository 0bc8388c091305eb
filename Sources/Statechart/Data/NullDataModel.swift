/// The data model of charts without data: no variables, no expressions, and `In()` alone. Source: SCXML B.1.
///
/// Everything that decides in such a chart is a state, which is why a prover can search it to the end. `In('id')` is
/// compiled with the chart, so there is nothing left here to evaluate, and the types say so.
public struct NullDataModel: DataModel {
  public typealias Value = Never
  public typealias Expression = Never
  public typealias Location = Never

  /// Holds nothing.
  public struct Store: Sendable, Hashable {}

  public let name = "null"

  /// Makes the null data model.
  public init() {}

  public func expression(_ text: String) throws(EvaluationFault) -> Never {
    throw EvaluationFault("the null data model knows no condition but In('id'), and no other expression")
  }

  public func location(_ text: String) throws(EvaluationFault) -> Never {
    throw EvaluationFault("the null data model has no variables")
  }

  public func open(_ identity: SessionIdentity) -> Store { Store() }
  public func declare(_ id: String, in store: inout Store) {}
  public func receive(_ event: Event<Never>, in store: inout Store) {}
  public func evaluate(_ expression: Never, in store: Store, _ moment: Moment) -> Never {}
  public func holds(_ expression: Never, in store: Store, _ moment: Moment) -> Bool {}
  public func read(_ location: Never, in store: Store, _ moment: Moment) -> Never {}
  public func assign(_ value: Never, to location: Never, in store: inout Store, _ moment: Moment) {}
  public func items(_ value: Never) -> [Never] {}
  public func text(_ value: Never) -> String {}
  public func value(index: Int) -> Never? { nil }
  public func value(text: String) -> Never? { nil }
  public func value(fields: [(name: String, value: Never)]) -> Never? { nil }
}
