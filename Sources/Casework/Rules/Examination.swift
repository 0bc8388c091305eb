/// Judges the rules of an order, as of now (I2).
///
/// An order is judged by several rules, each a type of its own (`OrderRule`) in the table `Rule`. Most are mechanical:
/// they are judged from the order, the registers and the matrix, at receipt, at review, at the approval and at the gate,
/// by the same code, so a suspension or a lapse between two of these is seen by the later one. One is not: whether the
/// order is authentic needs evidence that somebody brings.
///
/// Every finding has one of three outcomes, and only a pass counts: what nobody has looked at has not passed.
public enum Examination {
  /// Judges one rule. A rule that needs evidence answers `notChecked`.
  ///
  /// - Parameter granted: the scope granted so far; competence is judged over it, or else over all that is asked.
  public static func examine(_ rule: Rule, of receipt: OrderReceipt, granted: Scope?, facts: Facts) -> Finding {
    rule.type.examine(receipt, granted: granted, facts: facts)
  }
}
