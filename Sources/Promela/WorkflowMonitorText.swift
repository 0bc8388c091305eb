import Casework

/// The monitor of a workflow, in Promela. It computes which assurances are valid and which roles may act, and states
/// facts.
extension WorkflowPromela {
  static func definitions(_ followingPeople: Bool) -> String {
    func number(_ event: String) -> Int { CaseEvent.allNames.firstIndex(of: event) ?? -1 }
    return """
      #define PERMIT_REDEEMED \(number("permit.redeemed"))
      #define DATA_PRESERVED \(number("data.preserved"))
      #define APPROVAL_GIVEN \(number("approval.given"))
      #define REVIEW_CONFIRMED \(number("review.confirmed"))
      #define FOLLOWING \(followingPeople ? 1 : 0)

      """
  }

  static let monitor = #"""
    #define FOR_DISCLOSURE CHART_COLUMN(0)
    #define FOR_PRESERVATION CHART_COLUMN(1)
    #define FOR_END CHART_COLUMN(2)
    #define PRESERVES_ONLY CHART_COLUMN(3)
    #define ASSURES(s) STATE_COLUMN(s, 0)
    #define VOIDS(s) STATE_COLUMN(s, 1)
    #define DISCLOSES(s) STATE_COLUMN(s, 2)
    #define PRESERVES(s) STATE_COLUMN(s, 3)
    #define VOIDED_BY(t) TRANSITION_COLUMN(t, 0)
    #define CLAIMS(t) TRANSITION_COLUMN(t, 1)
    #define MAY_APPROVE(t) TRANSITION_COLUMN(t, 2)
    #define MAY_REVIEW(t) TRANSITION_COLUMN(t, 3)
    #define ROLES(t) TRANSITION_COLUMN(t, 4)
    #define APART_LOW(t) TRANSITION_COLUMN(t, 5)
    #define APART_HIGH(t) TRANSITION_COLUMN(t, 6)
    #define MANAGER 2
    #define REVIEWERS 3
    #define EARNED EVENT_COLUMN(0)
    #define FALLEN EVENT_COLUMN(1)
    #define DUTY EVENT_COLUMN(2)

    /* Which assurances are valid, a bit each, and whether a permit was spent. */
    int standing;
    bool released;
    /* These follow from the configuration. */
    bool disclosing, preserving;

    /* What the person who is followed has caused, and the duties of that event. */
    short caused = NONE;
    byte duties;
    hidden byte mine, barred, roles;

    hidden int assured, voided, absent;
    hidden byte approved, reviewed, disclosed_before, preserved_before, released_before;
    hidden short first_taken;

    inline choose() {
      if
      :: mine = false
      :: FOLLOWING && caused == NONE && (DUTY & 3) != 0 -> mine = true
      fi
    }

    inline begin() {
      barred = false;
      roles = 15;
      assured = 0;
      voided = 0;
      approved = false;
      reviewed = false;
      first_taken = NONE;
      disclosed_before = disclosing;
      preserved_before = preserving;
      released_before = released;
      /* Facts that do not depend on the way are stated at the start. */
      if
      :: event == START ->
        arc = 0;
        do
        :: arc < TRANSITIONS ->
          if
          :: (CLAIMS(arc) & 1) != 0 && MAY_APPROVE(arc) == 0 -> c_code { say("claims-approval", arc); }
          :: else
          fi;
          if
          :: (CLAIMS(arc) & 2) != 0 && MAY_REVIEW(arc) == 0 -> c_code { say("claims-review", arc); }
          :: else
          fi;
          arc++
        :: else -> break
        od
      :: else
      fi
    }

    inline taken() {
      voided = voided | VOIDED_BY(arc);
      approved = (approved || MAY_APPROVE(arc) != 0);
      reviewed = (reviewed || MAY_REVIEW(arc) != 0);
      first_taken = (first_taken == NONE -> arc : first_taken);
      if
      :: ROLES(arc) != 0 ->
        roles = roles & ROLES(arc);
        if
        :: caused >= 30 -> barred = (barred || (APART_HIGH(arc) >> (caused - 30)) & 1)
        :: caused >= 0 && caused < 30 -> barred = (barred || (APART_LOW(arc) >> caused) & 1)
        :: else
        fi
      :: else
      fi
    }

    inline entered() {
      assured = assured | ASSURES(each);
      voided = voided | VOIDS(each)
    }

    /* At the node from which the event came. What is voided anywhere in a step ends, even where it was also assured. */
    inline settled() {
      standing = (standing | (assured & EARNED)) & ~(voided | FALLEN);
      released = (released || event == PERMIT_REDEEMED);
      disclosing = false;
      preserving = false;
      each = 0;
      do
      :: each < STATES ->
        disclosing = (disclosing || (here[each] && DISCLOSES(each)));
        preserving = (preserving || (here[each] && PRESERVES(each)));
        each++
      :: else -> break
      od;
      /* Clears assurances in ends that disclose nothing: they are never read, and they multiply nodes. */
      standing = (!running && !disclosing && !preserving && (DUTY == 4 || !released) -> 0 : standing);
      if
      :: event >= 0 ->
        if
        :: disclosing && !disclosed_before && event != PERMIT_REDEEMED -> c_code { say("disclosure-on", event); }
        :: else
        fi;
        if
        :: preserving && !preserved_before && event != DATA_PRESERVED -> c_code { say("preservation-on", event); }
        :: else
        fi;
        if
        :: event == PERMIT_REDEEMED && released_before -> c_code { say("spends-twice", 0); }
        :: else
        fi;
        if
        :: event == PERMIT_REDEEMED && !disclosing -> c_code { say("spends-unseen", 0); }
        :: else
        fi;
        if
        :: event == APPROVAL_GIVEN && !approved -> c_code { say("gives-approval", first_taken); }
        :: event == REVIEW_CONFIRMED && !reviewed -> c_code { say("gives-review", first_taken); }
        :: else
        fi;
        if
        :: FOLLOWING && event == APPROVAL_GIVEN ->
          if
          :: (roles & ~MANAGER) != 0 -> c_code { say("other-approves", roles); }
          :: else
          fi;
          if
          :: !barred && roles != 0 && (duties & 1) != 0 -> c_code { say("preparer-approves", now.caused); }
          :: else
          fi
        :: FOLLOWING && event == REVIEW_CONFIRMED ->
          if
          :: (roles & ~REVIEWERS) != 0 -> c_code { say("other-confirms", roles); }
          :: else
          fi;
          if
          :: !barred && roles != 0 && (duties & 2) != 0 -> c_code { say("reviewer-confirms", now.caused); }
          :: else
          fi
        :: else
        fi;
        if
        :: mine -> caused = event; duties = DUTY & 3; mine = false
        :: else
        fi;
        absent = FOR_END & ~standing;
        if
        :: !running && released && DUTY != 4 && absent != 0 -> c_code { say("ends-without", absent); }
        :: else
        fi
      :: else
      fi
    }

    inline visited() {
      if
      :: disclosing && c_expr { fresh } ->
        c_code { say("permits-disclosure", 0); };
        absent = FOR_DISCLOSURE & ~standing;
        if
        :: absent != 0 -> c_code { say("disclosure-without", absent); }
        :: else
        fi
      :: else
      fi;
      if
      :: preserving && c_expr { fresh } ->
        c_code { say("permits-preservation", 0); };
        absent = FOR_PRESERVATION & ~standing;
        if
        :: absent != 0 -> c_code { say("preservation-without", absent); }
        :: else
        fi
      :: else
      fi;
      #if CHARTS == 1
      assert(!disclosing || (FOR_DISCLOSURE & ~standing) == 0);
      assert(!preserving || (FOR_PRESERVATION & ~standing) == 0);
      assert(!disclosing || disclosed_before || event == PERMIT_REDEEMED);
      assert(!preserving || preserved_before || event == DATA_PRESERVED);
      assert(event != PERMIT_REDEEMED || !released_before);
      assert(event != APPROVAL_GIVEN || approved);
      assert(event != REVIEW_CONFIRMED || reviewed);
      assert(running || !released || DUTY == 4 || (FOR_END & ~standing) == 0)
      #endif
    }

    """#
}
