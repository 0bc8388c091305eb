"""The common part of the Python contenders: the command line, the check, and the timing."""
import sys
import time


def main(prepare):
    """Runs `check EVENT…` or `time EVENT…`. `prepare(events)` returns a function that takes the n-th event of the
    cycle, one that takes the whole cycle, and one that returns the names of the active states."""
    how, *events = sys.argv[1:]
    take, cycle, active = prepare(events)
    first = sorted(active())
    if how == "check":
        print("start:", *first)
        for place, event in enumerate(events):
            take(place)
            print(f"{event}:", *sorted(active()))
        return

    def seconds(cycles):
        start = time.perf_counter()
        for _ in range(cycles):
            cycle()
        return time.perf_counter() - start

    # The warm-up also finds how many cycles make a repetition long enough to measure.
    cycles = 1
    while (taken := seconds(cycles)) < 0.1:
        cycles *= 2
    cycles = int(cycles * 0.25 / taken) + 1
    for _ in range(3):
        print(seconds(cycles) * 1e9 / cycles / len(events))
    if sorted(active()) != first:
        raise SystemExit("the cycle does not lead back to where it began")
