/// The part of the model that is the same for every chart: Appendix D of the standard, in Promela.
///
/// It implements the algorithm in another way than the engine: nothing is compiled, and the states that a transition
/// exits and enters are computed when it is taken. Names in capitals read the rows of the chart. Promela has no
/// recursion and no procedures except inlines, which are copied to the place of their call.
enum PromelaModel {
  /// Declares the types of the rows, and the macros that read them. `NONE` ends a list.
  static let rows = #"""
    #define NONE -1
    #define ROOT -1
    #define EVENTLESS -1
    #define START -2

    #define ATOMIC 0
    #define COMPOUND 1
    #define PARALLEL 2
    #define FINAL 3

    c_decl {
    struct state { short parent, kind, end, first, last, initial, begin, entry, exit, done; int column[COLUMNS]; };
    struct transition { short source; const char *match; short condition, targets, internal, raise; int column[COLUMNS]; };
    struct chart {
      int states, transitions, initial;
      const struct state *state; const struct transition *transition; const short *list; const int *column;
      const struct chart *next;
    };
    static const struct chart *chart_of[CHARTS], *the;
    }

    #define STATES c_expr { the->states }
    #define TRANSITIONS c_expr { the->transitions }
    #define PARENT(s) c_expr { the->state[s].parent }
    #define KIND(s) c_expr { the->state[s].kind }
    #define END(s) c_expr { the->state[s].end }
    #define FIRST(s) c_expr { the->state[s].first }
    #define LAST(s) c_expr { the->state[s].last }
    #define DEFAULT(s) c_expr { the->state[s].initial }
    #define AT_BEGIN(s) c_expr { the->state[s].begin }
    #define AT_ENTRY(s) c_expr { the->state[s].entry }
    #define AT_EXIT(s) c_expr { the->state[s].exit }
    #define DONE(s) c_expr { the->state[s].done }
    #define SOURCE(t) c_expr { the->transition[t].source }
    #define CONDITION(t) c_expr { the->transition[t].condition }
    #define TARGETS(t) c_expr { the->transition[t].targets }
    #define HAS_TARGETS(t) c_expr { the->list[the->transition[t].targets] != NONE }
    #define INTERNAL(t) c_expr { the->transition[t].internal }
    #define AT_TAKING(t) c_expr { the->transition[t].raise }
    #define ITEM(k) c_expr { the->list[k] }
    #define INITIAL c_expr { the->initial }
    #define ANSWERS(t) c_expr { trigger == EVENTLESS ? !the->transition[t].match \
      : the->transition[t].match && the->transition[t].match[trigger] == '1' }
    #define STATE_COLUMN(s, n) c_expr { the->state[s].column[n] }
    #define TRANSITION_COLUMN(t, n) c_expr { the->transition[t].column[n] }
    #define CHART_COLUMN(n) c_expr { the->column[n] }
    #define EVENT_COLUMN(n) c_expr { event < 0 ? 0 : event_column[event * COLUMNS + n] }

    /* A state is inside another where it stands between it and its end. */
    #define INSIDE(x, s) (s == ROOT || (x > s && x < END(s)))

    """#

  /// Declares the variables of a node, the hidden variables of a step, and the inlines that raise events.
  static let declarations = #"""
    /* A node of the search: which chart, where it stands, and what the monitor remembers. */
    short chart;
    bool here[STATES_AT_MOST];
    bool running = true;
    int node = NONE;

    /* What lives within one step only is not part of a node. */
    hidden short event, trigger, queue[QUEUE], head, tail, effort;
    hidden short chosen[STATES_AT_MOST], domain[STATES_AT_MOST], count;
    hidden byte leaving[STATES_AT_MOST], entering[STATES_AT_MOST], by_default[STATES_AT_MOST], in_final[STATES_AT_MOST];
    hidden short leaf, spot, arc, each, scope, place, other, item, kept;
    hidden int been[STATES_AT_MOST], round;
    hidden byte yes, handled;

    /* Raises the events of the list at `item`. */
    inline raise_all() {
      do
      :: ITEM(item) != NONE && tail < QUEUE - 1 -> queue[tail] = ITEM(item); tail++; effort++; item++
      :: ITEM(item) != NONE && tail == QUEUE - 1 -> effort = BOUND + 1; break
      :: else -> break
      od
    }

    /* Raises the event `item`. */
    inline raise_one() {
      if
      :: tail < QUEUE - 1 -> queue[tail] = item; tail++; effort++
      :: else -> effort = BOUND + 1
      fi
    }

    """#

  /// Runs one macrostep: mainEventLoop, until it would wait for the next external event.
  static let macrostep = #"""
    /* mainEventLoop, from one external event until it would wait for the next. */
    inline macrostep() {
      head = 0;
      tail = 0;
      effort = 0;
      handled = (event == START);
      trigger = event;
      do
      :: true ->
        select_transitions();
        if
        :: count > 1 || count == 1 || trigger == START ->
          remove_conflicting_transitions();
          effort++;
          exit_states();
          compute_entry_set();
          enter_states()
        :: else
        fi;
        if
        :: !running || !handled || effort > BOUND -> break
        :: running && handled && effort <= BOUND && trigger == EVENTLESS && count == 0 ->
          if
          :: head == tail -> break
          :: else -> trigger = queue[head]; head++
          fi
        :: else -> trigger = EVENTLESS
        fi
      od
    }

    """#

  /// Returns the process that sends any event at any time.
  static func environment(_ events: [String], last: Int) -> String {
    let choices = events.enumerated().map { "\n          :: event = \($0)  \(PromelaText.comment($1))" }.joined()
    return #"""
      c_code {
      static void list_charts(void) {
        const struct chart *each = &chart_\#(last);
        int number;
        for (number = \#(last); number >= 0; number--, each = each->next) chart_of[number] = each;
        atexit(report);
      }
      }

      active proctype environment() {
        c_code { list_charts(); };
        select (chart : 0 .. CHARTS - 1);
        do
        :: running && !c_expr { runs_away[now.chart] } ->
          atomic {
            if
            :: node == NONE -> event = START
            :: else ->
              if\#(choices)
              fi;
              choose()
            fi;
            d_step {
              c_code { the = chart_of[now.chart]; };
              begin();
              macrostep();
              if
              :: effort > BOUND -> c_code { runs_away[now.chart] = 1; }; running = false
              :: effort <= BOUND && handled ->
                settled();
                c_code { now.node = visit(); };
                visited()
              :: else
              fi
            }
          }
        :: else -> break
        od
      }

      """#
  }
}
