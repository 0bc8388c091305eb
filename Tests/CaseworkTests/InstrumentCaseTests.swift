import Casework
import Testing

/// Plays cases of the instruments other than court orders through the shipped charts.
@Suite("Case: the other instruments")
struct InstrumentCaseTests {
  typealias Scene = InstrumentCase

  @Test("a production order is released only after its notification is settled, in each of three ways")
  func clearance() throws {
    let sent = CaseEvent.notificationSent(try Scene.letter())
    let ways: [[CaseEvent]] = [
      [sent, .notificationCleared(try Scene.letter())], [sent, .notificationElapsed(try Scene.elapsed("P10D"))],
      [try Scene.exempt()],
    ]
    for way in ways {
      var scene = try Scene("european-union/production")
      try scene.approve()
      #expect(try !scene.take(.permitRedeemed(Scene.release()), by: .nader))
      for event in way {
        #expect(scene.subject?.clearance == nil)
        #expect(try !scene.take(.permitRedeemed(Scene.release()), by: .nader))
        try scene.must(event)
      }
      #expect(scene.subject?.clearance != nil && scene.subject?.approval != nil)
      try scene.must(.permitRedeemed(Scene.release()), .disclosureDelivered(Scene.release()), by: .nader)
      #expect(scene.states == ["disclosed"] && scene.isFinished)
    }
  }

  @Test("a notification is settled only after it was sent, and an exemption needs a received order")
  func nothingKnown() throws {
    var scene = try Scene("european-union/production")
    #expect(try !scene.take(Scene.exempt()))
    try scene.must(.orderReceived(Scene.receipt()))
    #expect(try !scene.take(.notificationElapsed(Scene.elapsed("P10D"))))
    #expect(try !scene.take(.notificationCleared(Scene.letter())))
    #expect(scene.deadlines == ["P10D"])
    try scene.must(.notificationSent(Scene.letter()))
    #expect(scene.deadlines == ["P10D", "P10D"])
  }

  @Test("a raised ground cancels clearance and approval, and stops the case until a new document comes")
  func ground() throws {
    for name in ["european-union/production", "european-union/emergency-production"] {
      var scene = try Scene(name)
      try scene.approve(secondReviewer: name.contains("emergency") ? .mina : nil)
      if name.contains("emergency") { try scene.must(Scene.validated()) }
      try scene.must(Scene.exempt(), Scene.ground())
      #expect(scene.subject?.clearance == nil && scene.subject?.approval == nil && scene.subject?.ground != nil)
      #expect(try !scene.take(.permitRedeemed(Scene.release()), by: .nader))
      #expect(try !scene.take(.approvalGiven(Scene.approval()), by: .nader))
      #expect(scene.states.contains("contested"))
      try scene.must(.orderSupplemented(Scene.receipt("2")))
      #expect(scene.states.isDisjoint(with: ["contested", "notification.settled", "settled", "validated"]))
      #expect(scene.subject?.ground == nil && scene.subject?.validation == nil && scene.subject?.secondReview == nil)
    }
  }

  @Test("data can be preserved on receipt, before any review, and the case stays in its states")
  func preservedOnReceipt() throws {
    for name in ["european-union/production", "european-union/emergency-production"] {
      var scene = try Scene(name)
      #expect(try !scene.take(Scene.preserved()))
      try scene.must(.orderIncomplete(Scene.receipt()), Scene.preserved(), .clarificationRequested([.period]))
      #expect(scene.deadlines == ["P5D"])
      try scene.must(.orderSupplemented(Scene.receipt("2")))
      let before = scene.states
      try scene.must(Scene.preserved())
      #expect(scene.states == before && scene.subject?.preserved?.sequence == 4)
    }
  }

  @Test("a manager may not deal with the authorities; a ground raised after the permit leads to a recall")
  func apart() throws {
    for mark in [try Scene.exempt(), .notificationSent(try Scene.letter()), try Scene.ground()] {
      var scene = try Scene("european-union/production")
      try scene.review()
      #expect(try !scene.take(mark, by: .reza), "\(mark.name)")
    }
    var scene = try Scene("european-union/production")
    try scene.approve()
    try scene.must(Scene.exempt(), .permitRedeemed(Scene.release()))
    try scene.must(Scene.ground())
    #expect(scene.states == ["recall"] && !scene.isFinished)
    #expect(try !scene.take(.disclosureDelivered(Scene.release())))
    try scene.must(Scene.withdrawn())
    #expect(scene.states == ["recalled"] && scene.isFinished)
  }

  @Test("a second officer confirms the review of an emergency order, and may not approve it")
  func twoReviewers() throws {
    var scene = try Scene("european-union/emergency-production")
    try scene.review()
    #expect(scene.deadlines == ["PT48H", "PT8H"])
    #expect(try !scene.take(.dataCollected(Scene.collected())))
    #expect(try !scene.take(.reviewConfirmed(Scene.secondReview()), by: .sara))
    try scene.must(.reviewConfirmed(Scene.secondReview()), by: .reza)
    try scene.must(.dataCollected(Scene.collected()))
    #expect(try !scene.take(.approvalGiven(Scene.approval()), by: .reza))
    try scene.must(.approvalGiven(Scene.approval()), by: .nader)
    #expect(scene.subject?.secondReview != nil && scene.subject?.approval != nil)
  }

  @Test("a new finding or grant must be confirmed again, by an officer who did not review")
  func confirmedAgain() throws {
    for event in [Scene.finding(.force), .scopeGranted(try Scene.grant())] {
      var scene = try Scene("european-union/emergency-production")
      try scene.approve(secondReviewer: .mina)
      try scene.must(event, by: .mina)
      #expect(scene.subject?.secondReview == nil && scene.states.contains("confirmation"))
      #expect(try !scene.take(.reviewConfirmed(Scene.secondReview()), by: .mina))
      #expect(try !scene.take(.reviewConfirmed(Scene.secondReview()), by: .sara))
      try scene.must(.reviewConfirmed(Scene.secondReview()), by: .nader)
      #expect(scene.subject?.approval == nil && scene.states.contains("collection"))
    }
  }

  @Test("an emergency order is released before validation and notification, and ends after both")
  func emergencyEnds() throws {
    var scene = try Scene("european-union/emergency-production")
    try scene.approve(secondReviewer: .mina)
    try scene.must(.permitRedeemed(Scene.release()), .disclosureDelivered(Scene.release()))
    #expect(scene.states == ["delivered", "unvalidated"] && scene.deadlines == ["PT48H"])
    #expect(try !scene.take(Scene.exempt()))
    #expect(try !scene.take(.orderSupplemented(Scene.receipt("2"))))
    try scene.must(Scene.validated(.afterwards))
    var notified = scene
    try scene.must(Scene.exempt())
    #expect(scene.states == ["disclosed"])
    try notified.must(.notificationSent(Scene.letter()))
    #expect(notified.deadlines == ["PT96H"])
    var objected = notified
    try notified.must(.notificationElapsed(Scene.elapsed("PT96H")))
    #expect(notified.states == ["disclosed"])
    try objected.must(Scene.ground(), .caseRefused(Refused(rules: [], note: Scene.sealed("0"))))
    #expect(objected.states == ["recalled"])
  }

  @Test("after 48 hours without validation the order lapses, or released data are recalled")
  func validationElapses() throws {
    let elapsed = CaseEvent.validationElapsed(try Scene.elapsed("PT48H"))
    var early = try Scene("european-union/emergency-production")
    try early.approve(secondReviewer: .mina)
    var late = early
    try early.must(elapsed)
    #expect(early.states == ["lapsed"])
    try late.must(.permitRedeemed(Scene.release()), .disclosureDelivered(Scene.release()))
    var validated = late
    try late.must(elapsed)
    #expect(late.states == ["recall"])
    #expect(try !late.take(Scene.validated(.afterwards)))
    try late.must(Scene.withdrawn())
    #expect(late.states == ["recalled"])
    try validated.must(Scene.validated(.afterwards))
    #expect(try !validated.take(elapsed))
  }

  @Test("data are preserved after the review, and never disclosed")
  func preservation() throws {
    for name in ["iran/preservation", "european-union/preservation"] {
      var scene = try Scene(name)
      try scene.must(.orderReceived(Scene.receipt()))
      #expect(try !scene.take(Scene.preserved()))
      scene = try Scene(name)
      try scene.review()
      var validated = scene
      try scene.must(Scene.preserved())
      #expect(scene.deadlines == [name.hasPrefix("iran") ? "PT24H" : "PT48H"])
      var lapsing = scene
      try lapsing.must(.validationElapsed(Scene.elapsed("PT24H")))
      #expect(lapsing.states == ["lapsed"])
      #expect(try !scene.take(Scene.extended()))
      try scene.must(Scene.validated(.afterwards))
      try validated.must(Scene.validated(), Scene.preserved())
      #expect(scene.states == validated.states && scene.deadlines == [name.hasPrefix("iran") ? "P3M" : "P60D"])
      for event in [
        .permitRedeemed(try Scene.release()), .dataCollected(try Scene.collected()),
        .approvalGiven(try Scene.approval()),
      ] as [CaseEvent] {
        for person in Scene.Person.allCases { #expect(try !scene.take(event, by: person), "\(event.name)") }
      }
      try scene.must(Scene.ended())
      #expect(scene.states == ["ended"] && scene.isFinished && scene.subject?.preservationEnd != nil)
    }
  }

  @Test("a European preservation is extended once and can be announced; an Iranian one is extended repeatedly")
  func extensions() throws {
    var union = try Scene("european-union/preservation")
    try union.review()
    try union.must(Scene.validated(), Scene.preserved(), Scene.extended())
    #expect(union.deadlines == ["P30D"])
    #expect(try !union.take(Scene.extended()))
    try union.must(.preservationAnnounced(Scene.sealed("0")))
    #expect(union.deadlines.isEmpty && union.states == ["held.announced"])
    #expect(union.subject?.preservationAnnouncement != nil && union.subject?.preservationExtension != nil)
    try union.must(Scene.ended())
    var iran = try Scene("iran/preservation")
    try iran.review()
    try iran.must(Scene.validated(), Scene.preserved(), Scene.extended(), Scene.extended())
    #expect(iran.states == ["held.extended"] && iran.deadlines.isEmpty)
    #expect(try !iran.take(.preservationAnnounced(Scene.sealed("0"))))
  }
}
