import Casework

extension DataClass {
  public static let identity = word("identity")
  public static let contact = word("contact")
  public static let transactions = word("transactions")
  public static let technical = word("technical")
  public static let content = word("content")

  /// The classes of the pack `iran`, in its order.
  public static let iranian = [identity, contact, transactions, technical, content]

  private static func word(_ text: String) -> DataClass {
    guard let dataClass = DataClass(text) else { fatalError("no class of data is called \(text)") }
    return dataClass
  }
}

/// The dialling plan of the pack `iran`.
public let iranianDialling: DiallingPlan = {
  guard let plan = DiallingPlan(countryCode: "98", trunkPrefix: "0") else { fatalError("the plan is malformed") }
  return plan
}()
