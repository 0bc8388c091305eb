/// Exits and enters states, in Promela: SCXML D, exitStates, computeEntrySet, isInFinalState, enterStates.
extension PromelaModel {
  static let microstep = #"""
    /* exitStates, in the reverse of document order, and then what the transitions do themselves. */
    inline exit_states() {
      each = STATES - 1;
      do
      :: each >= 0 ->
        yes = false;
        place = 0;
        do
        :: place < count -> yes = (yes || (chosen[place] != NONE && domain[place] < STATES && INSIDE(each, domain[place]))); place++
        :: else -> break
        od;
        if
        :: yes && here[each] -> item = AT_EXIT(each); raise_all(); here[each] = false
        :: else
        fi;
        entering[each] = false;
        by_default[each] = false;
        each--
      :: else -> break
      od;
      place = 0;
      do
      :: place < count && chosen[place] != NONE ->
        arc = chosen[place];
        handled = true;
        item = AT_TAKING(arc); raise_all();
        c_code { took(arc); };
        taken();
        place++
      :: place < count && chosen[place] == NONE -> place++
      :: else -> break
      od
    }

    /* addAncestorStatesToEnter, for every state of the list at `item`: the state, and what lies between it and `scope`. */
    inline add_with_ancestors() {
      do
      :: ITEM(item) != NONE ->
        spot = ITEM(item);
        do
        :: spot == scope -> break
        :: else -> entering[spot] = true; spot = PARENT(spot)
        od;
        item++
      :: else -> break
      od
    }

    /* Says whether anything inside `spot` is to be entered. */
    inline look_inside() {
      other = spot + 1;
      do
      :: other < END(spot) && !entering[other] -> other++
      :: else -> break
      od;
      yes = (other < END(spot))
    }

    /*
      computeEntrySet. The appendix recurses; in document order one sweep comes to the same, for whatever is added lies
      further down: a compound state in which nothing is to be entered is entered by default, and so is every region of
      a parallel state.
    */
    inline compute_entry_set() {
      scope = ROOT;
      if
      :: trigger == START -> item = INITIAL; add_with_ancestors()
      :: else
      fi;
      place = 0;
      do
      :: place < count && chosen[place] != NONE && domain[place] < STATES ->
        scope = domain[place];
        arc = chosen[place];
        item = TARGETS(arc); add_with_ancestors();
        place++
      :: place < count && !(chosen[place] != NONE && domain[place] < STATES) -> place++
      :: else -> break
      od;
      leaf = 0;
      do
      :: leaf < STATES && entering[leaf] && KIND(leaf) == COMPOUND ->
        spot = leaf;
        look_inside();
        if
        :: yes
        :: else -> by_default[leaf] = true; scope = leaf; item = DEFAULT(leaf); add_with_ancestors()
        fi;
        leaf++
      :: leaf < STATES && entering[leaf] && KIND(leaf) == PARALLEL ->
        each = leaf + 1;
        do
        :: each < END(leaf) -> entering[each] = true; each = END(each)
        :: else -> break
        od;
        leaf++
      :: leaf < STATES && !(entering[leaf] && (KIND(leaf) == COMPOUND || KIND(leaf) == PARALLEL)) -> leaf++
      :: else -> break
      od
    }

    /* isInFinalState, for `scope` and everything inside it: children are told before their parents. */
    inline look_for_final_states() {
      other = END(scope) - 1;
      do
      :: other >= scope -> in_final[other] = (KIND(other) == PARALLEL); other--
      :: else -> break
      od;
      other = END(scope) - 1;
      do
      :: other > scope ->
        place = PARENT(other);
        if
        :: KIND(other) == FINAL && here[other] -> in_final[place] = true
        :: KIND(place) == PARALLEL && !in_final[other] -> in_final[place] = false
        :: else
        fi;
        other--
      :: else -> break
      od
    }

    /* enterStates, in document order. */
    inline enter_states() {
      each = 0;
      do
      :: each < STATES && entering[each] ->
        here[each] = true;
        c_code { entered_state(each); };
        entered();
        item = AT_ENTRY(each); raise_all();
        if
        :: by_default[each] -> item = AT_BEGIN(each); raise_all()
        :: else
        fi;
        if
        :: KIND(each) == FINAL && PARENT(each) == ROOT -> running = false
        :: KIND(each) == FINAL && PARENT(each) != ROOT ->
          spot = PARENT(each);
          item = DONE(spot); raise_one();
          scope = PARENT(spot);
          if
          :: scope != ROOT ->
            look_for_final_states();
            if
            :: KIND(scope) == PARALLEL && in_final[scope] -> item = DONE(scope); raise_one()
            :: else
            fi
          :: else
          fi
        :: else
        fi;
        each++
      :: each < STATES && !entering[each] -> each++
      :: else -> break
      od
    }

    """#
}
