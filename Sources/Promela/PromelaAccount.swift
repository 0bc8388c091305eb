extension PromelaModel {
  /// C code of the verifier. It numbers the nodes, records the edges, and prints the facts when all nodes are known.
  static let account = #"""
    c_code {
    static struct node { int chart, next, distance, ends, closes; unsigned char key[sizeof now.here]; int memory[REMEMBERED_COUNT]; } *nodes;
    static struct edge { int from, to; } *edges;
    static struct said { int chart, node, value; const char *what; } *words;
    static int fresh, node_count, edge_count, word_count, slot[1 << 20], runs_away[CHARTS];
    static unsigned char was_taken[CHARTS][TRANSITIONS_AT_MOST + 1], was_entered[CHARTS][STATES_AT_MOST];

    static void *room(void *list, int count, int size) {
      if (count & (count - 1)) return list;
      list = realloc(list, 2 * (size_t) size * (count ? count : 1));
      if (!list) abort();
      return list;
    }
    static void took(int t) { was_taken[now.chart][t] = 1; }
    static void entered_state(int s) { was_entered[now.chart][s] = 1; }

    /* Remembers that something is so at the node where the machine stands. */
    static void say(const char *what, int value) {
      words = room(words, word_count, sizeof *words);
      words[word_count++] = (struct said) { now.chart, now.node, value, what };
    }

    /* Gives the number of the node where the machine stands, and notes how it got there. */
    static int visit(void) {
      const int memory[] = { REMEMBERED 0 };
      unsigned hash = 2166136261u ^ now.chart;
      int place, found;
      for (place = 0; place < (int) sizeof now.here; place++) hash = (hash ^ now.here[place]) * 16777619u;
      for (place = 0; place < REMEMBERED_COUNT; place++) hash = (hash ^ memory[place]) * 16777619u;
      hash ^= hash >> 15;
      hash &= (1 << 20) - 1;
      for (found = slot[hash] - 1; found >= 0; found = nodes[found].next)
        if (nodes[found].chart == now.chart && !memcmp(nodes[found].key, now.here, sizeof now.here)
          && !memcmp(nodes[found].memory, memory, sizeof memory)) break;
      fresh = found < 0;
      if (fresh) {
        nodes = room(nodes, node_count, sizeof *nodes);
        found = node_count++;
        nodes[found] = (struct node) { now.chart, slot[hash] - 1, now.node < 0 ? 0 : 1 << 30, !now.running, !now.running };
        memcpy(nodes[found].key, now.here, sizeof now.here);
        memcpy(nodes[found].memory, memory, sizeof memory);
        slot[hash] = found + 1;
      }
      if (now.node >= 0 && now.node != found) {
        edges = room(edges, edge_count, sizeof *edges);
        edges[edge_count++] = (struct edge) { now.node, found };
      }
      return found;
    }

    /* What is said before the first node is said of the start. */
    static int distance(const struct said *word) { return word->node < 0 ? 0 : nodes[word->node].distance; }

    static int by_place(const void *left, const void *right) {
      const struct said *a = left, *b = right;
      int order = a->chart != b->chart ? a->chart - b->chart : strcmp(a->what, b->what);
      if (!order) order = distance(a) - distance(b);
      return order ? order : a->value < b->value ? -1 : a->value > b->value;
    }

    /* Forward from the starts and backward from the ends, until nothing changes; then one line a fact. */
    static void report(void) {
      int more = 1, place, chart;
      while (more) {
        more = 0;
        for (place = 0; place < edge_count; place++) {
          struct node *from = nodes + edges[place].from, *to = nodes + edges[place].to;
          if (to->distance > from->distance + 1) to->distance = from->distance + 1, more = 1;
          if (to->closes && !from->closes) from->closes = more = 1;
        }
      }
      int *counts = calloc(CHARTS, sizeof (int)), *stuck = calloc(CHARTS, sizeof (int)), *near = calloc(CHARTS, sizeof (int));
      for (place = 0; place < node_count; place++) {
        chart = nodes[place].chart;
        counts[chart]++;
        if (nodes[place].closes) continue;
        if (!stuck[chart]++ || nodes[place].distance < near[chart]) near[chart] = nodes[place].distance;
      }
      for (chart = 0; chart < CHARTS; chart++) {
        if (runs_away[chart]) { printf("chart %d: runaway 0\n", chart); continue; }
        printf("chart %d: nodes %d\n", chart, counts[chart]);
        if (stuck[chart]) printf("chart %d: stuck %d at %d\n", chart, stuck[chart], near[chart]);
        for (place = 0; place < chart_of[chart]->states; place++)
          if (!was_entered[chart][place]) printf("chart %d: dead-state %d\n", chart, place);
        for (place = 0; place < chart_of[chart]->transitions; place++)
          if (!was_taken[chart][place]) printf("chart %d: dead-transition %d\n", chart, place);
      }
      qsort(words, word_count, sizeof *words, by_place);
      const struct said *last = 0, *nearest = 0;
      for (place = 0; place < word_count; place++) {
        const struct said *word = words + place;
        if (!nearest || nearest->chart != word->chart || strcmp(nearest->what, word->what)) nearest = word;
        if (distance(word) > distance(nearest)) continue;
        if (!last || nearest == word || last->value != word->value)
          printf("chart %d: %s %d at %d\n", word->chart, word->what, word->value, distance(word));
        last = word;
      }
      printf("account complete\n");
    }
    }

    """#
}
