/// The text of every event in entries of format 1, one event a line. `#` and the digits after the leading zeros replace
/// each digest of 64 digits. The release that introduced format 1 wrote these texts. A change here is a change of the
/// format: offices of older releases become unreadable.
enum EventTexts {
  static let events = #"""
    {"detail":{"answerBy":"2025-01-22","article":"CPC 671","authority":"tehran-2-3","classes":["identity",\#
    "contact"],"document":"#f","fingerprint":"#10","from":"2024-10-04","instrument":"court-order",\#
    "isAddressedToUs":true,"issued":"2025-01-12","requested":[{"category":"user.contact",\#
    "days":"2024-10-04..2025-01-02","target":1}],"targets":[{"identifiers":["name","national_id"],"ordinal":1}],\#
    "through":"2025-01-02","validUntil":"2025-04-22"},"event":"order.received"}
    {"detail":{"answerBy":"2025-01-22","authority":"tehran-2-3","classes":["identity","contact"],\#
    "document":"#11","fingerprint":"#12","from":"2024-10-04","instrument":"court-order","isAddressedToUs":true,\#
    "issued":"2025-01-12","requested":[{"category":"user.contact","days":"2024-10-04..2025-01-02","target":1}],\#
    "targets":[{"identifiers":["name","national_id"],"ordinal":1}],"through":"2025-01-02",\#
    "validUntil":"2025-04-22"},"event":"order.incomplete"}
    {"detail":{"document":"#13","fault":"no element","line":4},"event":"order.unreadable"}
    {"detail":["article","period"],"event":"clarification.requested"}
    {"detail":{"answerBy":"2025-01-22","article":"CPC 671","authority":"tehran-2-3","classes":["identity",\#
    "contact"],"document":"#14","fingerprint":"#15","from":"2024-10-04","instrument":"court-order",\#
    "isAddressedToUs":true,"issued":"2025-01-12","requested":[{"category":"user.contact",\#
    "days":"2024-10-04..2025-01-02","target":1}],"targets":[{"identifiers":["name","national_id"],"ordinal":1}],\#
    "through":"2025-01-02","validUntil":"2025-04-22"},"event":"order.supplemented"}
    {"detail":{"evidence":[{"order":{"document":"#21"}},{"register":{"entry":7}},{"legalBases":{"digest":"#22",\#
    "rows":["671-branch-identity"]}},{"callBack":{"call":{"answer":"no-answer","authority":"tehran-2-3",\#
    "note":"#23","registerEntry":7}}}],"outcome":"unchecked","rule":"authenticity",\#
    "shortcomings":[{"unknownAuthority":{}},{"suspendedAuthority":{}},{"unknownArticle":{}},\#
    {"classesNotCovered":{"classes":["content","technical"]}},{"beyondLaw":{}},{"addressedToAnother":{}},\#
    {"issuedInFuture":{"issued":"2025-07-31"}},{"lapsed":{"validUntil":"2024-11-23"}},\#
    {"noParticularTarget":{"target":2}},{"noTarget":{}},{"unboundedPeriod":{}},\#
    {"periodAfterIssue":{"through":"2025-11-08"}},{"alreadyReceived":{"number":"1405-0003"}},\#
    {"notConfirmed":{"answer":"no-answer"}},{"notLookedAt":{}},{"noCertificate":{}},\#
    {"certificateNotValidNow":{}}]},"event":"finding.unchecked.authenticity"}
    {"detail":{"digest":"#24","scope":[{"category":"user.contact","days":"2024-10-04..2025-01-02","target":1}]},\#
    "event":"scope.granted"}
    {"detail":{"annotation":"#34","counts":[{"collection":"customer","rows":3}],"grant":"#33","order":"#32",\#
    "package":"#31","recipient":"#35","scope":[{"category":"user.contact","days":"2024-10-04..2025-01-02",\#
    "target":1}],"withheld":[{"collection":"customer","column":"note","count":1,\#
    "reason":"column-not-annotated"}]},"event":"data.collected"}
    {"detail":{"grant":"#37","order":"#36","package":"#38","signature":"#39"},"event":"approval.given"}
    {"detail":{"envelope":"#42","package":"#41","recipient":"#43"},"event":"permit.redeemed"}
    {"detail":{"envelope":"#42","package":"#41","recipient":"#43"},"event":"disclosure.delivered"}
    {"detail":"#44","event":"order.withdrawn"}
    {"detail":"#45","event":"order.quashed"}
    {"detail":"#46","event":"order.lapsed"}
    {"detail":{"note":"#47","rules":["force","addressee"]},"event":"case.refused"}
    {"detail":{"grant":"#52","order":"#51"},"event":"review.confirmed"}
    {"detail":{"authority":"tehran-2-3","document":"#53","manner":"afterwards"},"event":"order.validated"}
    {"detail":{"began":"2025-11-24T16:00:00Z","deadline":"PT48H"},"event":"validation.elapsed"}
    {"detail":{"authority":"tehran-2-3","document":"#54"},"event":"notification.sent"}
    {"detail":{"document":"#55"},"event":"notification.cleared"}
    {"detail":{"began":"2025-11-24T16:00:00Z","deadline":"PT48H"},"event":"notification.elapsed"}
    {"detail":{"ground":"subscriber-or-identifying-data","order":"#56"},"event":"notification.exempt"}
    {"detail":{"ground":"immunity-privilege-or-press","note":"#57","party":"addressee"},"event":"ground.raised"}
    {"detail":{"copy":"#62","order":"#61","scope":[{"category":"user.contact","days":"2024-10-04..2025-01-02",\#
    "target":1}]},"event":"data.preserved"}
    {"detail":{"document":"#63","through":"2026-02-16"},"event":"preservation.extended"}
    {"detail":"#64","event":"preservation.announced"}
    {"detail":{"note":"#65","reason":"produced"},"event":"preservation.ended"}
    """#

  static let registers = #"""
    {"detail":{"addressedAs":["فروشگاه نمونه"],"id":"6f0d3a1c2b4e5f60","logKey":"#72","name":"فروشگاه نمونه",\#
    "pack":"iran","packFiles":{"court-order.scxml":"#71"},"zone":"Asia/Tehran"},"event":"office.founded"}
    {"detail":{"id":"o-5d1c09aa","key":"ssh-ed25519 AAAA","name":"#73","role":"legal-officer"},\#
    "event":"officer.enrolled"}
    {"detail":"o-5d1c09aa","event":"officer.retired"}
    {"detail":{"callBack":"+98 21 3311 0000","certificate":{"notAfter":"2030-03-17T17:46:40Z",\#
    "notBefore":"2023-11-14T22:13:20Z","pem":"#75","sha256":"#74"},"id":"tehran-2-3","seat":{"branch":3,\#
    "rank":"criminal-court-branch","seat":"تهران"},"title":"شعبه ۳"},"event":"authority.registered"}
    {"detail":"tehran-2-3","event":"authority.suspended"}
    {"detail":"tehran-2-3","event":"authority.restored"}
    {"detail":{"root":"#76","size":12},"event":"office.upgraded"}
    {"detail":{"losses":[{"entry":"#78","fingerprint":"#79"}],"restores":0,"root":"#77","size":14},\#
    "event":"office.restored"}
    {"detail":{"entry":"#7a","finding":"leafHash","found":"#7b"},"event":"finding.set-aside"}
    {"detail":{"key":"ssh-ed25519 BBBB","officer":"o-5d1c09aa"},"event":"officer.rekeyed"}
    """#

  /// Every event name, in the order of `CaseEvent.allNames`.
  static let names = """
    order.received
    order.incomplete
    order.unreadable
    clarification.requested
    order.supplemented
    finding.pass.authority
    finding.pass.competence
    finding.pass.addressee
    finding.pass.force
    finding.pass.particularity
    finding.pass.uniqueness
    finding.pass.authenticity
    finding.pass.destination
    finding.fail.authority
    finding.fail.competence
    finding.fail.addressee
    finding.fail.force
    finding.fail.particularity
    finding.fail.uniqueness
    finding.fail.authenticity
    finding.fail.destination
    finding.unchecked.authority
    finding.unchecked.competence
    finding.unchecked.addressee
    finding.unchecked.force
    finding.unchecked.particularity
    finding.unchecked.uniqueness
    finding.unchecked.authenticity
    finding.unchecked.destination
    scope.granted
    data.collected
    approval.given
    permit.redeemed
    disclosure.delivered
    order.withdrawn
    order.quashed
    order.lapsed
    case.refused
    review.confirmed
    order.validated
    validation.elapsed
    notification.sent
    notification.cleared
    notification.elapsed
    notification.exempt
    ground.raised
    data.preserved
    preservation.extended
    preservation.announced
    preservation.ended
    """
}
