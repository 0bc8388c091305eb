/// Checks the rules of an order, with the facts of the moment (I2).
///
/// Each rule is a type of its own (`OrderRule`) in the table `Rule`. Most rules are mechanical: the program checks them
/// from the order, the registers and the matrix. The same code runs at receipt, at review, at the approval and at the
/// gate, so a later check sees a suspension or a lapse in between. Authenticity is not mechanical: an officer must
/// bring evidence.
///
/// Every finding has one of three outcomes, and only a pass counts. A rule that was not checked has not passed.
public enum Examination {
  /// Checks one rule. For a rule that needs evidence, the outcome is `notChecked`.
  ///
  /// - Parameter granted: the scope granted so far. Without it, competence is checked for the whole requested scope.
  public static func examine(_ rule: Rule, of receipt: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    rule.type.examine(receipt, granted: granted, facts: facts)
  }
}
