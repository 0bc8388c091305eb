/// Selects transitions, in Promela: SCXML D, getTransitionDomain, selectTransitions, removeConflictingTransitions.
extension PromelaModel {
  static let selection = #"""
    inline look_whether_targets_are_inside() {
      yes = true;
      item = TARGETS(arc);
      do
      :: ITEM(item) != NONE -> yes = (yes && INSIDE(ITEM(item), scope)); item++
      :: else -> break
      od
    }

    /* getTransitionDomain, of `arc` into `scope`; STATES where it has no targets, which holds nothing. */
    inline get_domain() {
      scope = SOURCE(arc);
      look_whether_targets_are_inside();
      if
      :: !HAS_TARGETS(arc) -> scope = STATES
      :: HAS_TARGETS(arc) && INTERNAL(arc) && KIND(scope) == COMPOUND && yes
      :: else ->
        scope = PARENT(scope);
        do
        :: scope == ROOT -> break
        :: scope != ROOT ->
          look_whether_targets_are_inside();
          if
          :: KIND(scope) == COMPOUND && yes -> break
          :: else -> scope = PARENT(scope)
          fi
        od
      fi
    }

    /*
      selectTransitions and selectEventlessTransitions, by the trigger. A way up that meets a state where another way
      has been finds what that one found, and ends there.
    */
    inline select_transitions() {
      count = 0;
      round++;
      leaf = 0;
      do
      :: leaf < STATES && trigger != START ->
        spot = (here[leaf] && (KIND(leaf) == ATOMIC || KIND(leaf) == FINAL) -> leaf : NONE);
        do
        :: spot == NONE -> break
        :: spot != NONE && been[spot] == round -> spot = NONE; break
        :: spot != NONE && been[spot] != round ->
          been[spot] = round;
          arc = FIRST(spot);
          do
          :: arc == LAST(spot) -> break
          :: arc < LAST(spot) ->
            if
            :: ANSWERS(arc) && (CONDITION(arc) == NONE || here[CONDITION(arc)]) -> break
            :: else -> arc++
            fi
          od;
          if
          :: arc < LAST(spot) -> break
          :: else -> spot = PARENT(spot)
          fi
        od;
        if
        :: spot != NONE -> chosen[count] = arc; count++
        :: else
        fi;
        leaf++
      :: else -> break
      od
    }

    /* removeConflictingTransitions. A kept transition that loses is struck out with NONE. */
    inline remove_conflicting_transitions() {
      place = 0;
      kept = 0;
      do
      :: place < count ->
        arc = chosen[place];
        get_domain();
        other = 0;
        do
        :: other < kept && chosen[other] != NONE ->
          each = 0;
          do
          :: each < STATES && !(here[each] && scope < STATES && domain[other] < STATES && INSIDE(each, scope) && INSIDE(each, domain[other])) -> each++
          :: else -> break
          od;
          spot = SOURCE(chosen[other]);
          leaf = SOURCE(arc);
          if
          :: each < STATES && !INSIDE(leaf, spot) -> break
          :: else -> other++
          fi
        :: other < kept && chosen[other] == NONE -> other++
        :: else -> break
        od;
        if
        :: other < kept
        :: else ->
          other = 0;
          do
          :: other < kept && chosen[other] != NONE ->
            each = 0;
            do
            :: each < STATES && !(here[each] && scope < STATES && domain[other] < STATES && INSIDE(each, scope) && INSIDE(each, domain[other])) -> each++
            :: else -> break
            od;
            if
            :: each < STATES -> chosen[other] = NONE; other++
            :: else -> other++
            fi
          :: other < kept && chosen[other] == NONE -> other++
          :: else -> break
          od;
          chosen[kept] = arc;
          domain[kept] = scope;
          kept++
        fi;
        place++
      :: else -> break
      od;
      count = kept
    }

    """#
}
