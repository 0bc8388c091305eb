import Casework
import Testing

/// The law's own turns, played through the shipped charts.
@Suite("Case: the other instruments")
struct InstrumentCaseTests {
  typealias Scene = InstrumentCase

  @Test("a production order waits for the notification to be settled, in each of the ways that settle it")
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

  @Test("nothing settles a notification of which nothing is known, and none is settled before the order came")
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

  @Test("a ground that is raised stops the case until a new document comes, and takes clearance and approval with it")
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

  @Test("data are preserved upon receipt, before any review, and that rests on nothing and settles nothing")
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

  @Test("a manager who dealt with the authorities approves nothing; what comes after the permit calls it off")
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

  @Test("an emergency's review is confirmed by somebody else, who then does not approve")
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

  @Test("whatever is found or granted anew needs to be confirmed again, by somebody who did not find it")
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

  @Test("an emergency is released before anybody spoke, and is over when all have")
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

  @Test("when 48 hours pass without validation the order has lapsed, or what was released is called back")
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

  @Test("a preservation comes after the review, and never to a disclosure")
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

  @Test("a European preservation is extended once and goes on while a request is announced; an Iranian one by orders")
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
