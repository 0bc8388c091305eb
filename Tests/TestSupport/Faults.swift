import Casework
import Ledger
import Service

extension ServiceFault {
  /// The reasons of a refusal, or nil if the fault is another one.
  public var reasons: [Reason]? {
    if case .refused(let refusal, _) = self { refusal.reasons } else { nil }
  }

  /// The fault of the store, or nil if the fault is another one.
  public var ofStore: StoreFault? {
    if case .store(let fault) = self { fault } else { nil }
  }
}
