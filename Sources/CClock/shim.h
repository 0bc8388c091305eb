// Whether the kernel's clock is synchronised, as a function that Swift can call.

#ifndef AMANAT_CCLOCK_SHIM_H
#define AMANAT_CCLOCK_SHIM_H

#include <sys/timex.h>

/// Returns 1 if a time service keeps the clock, 0 if none does, and -1 if this cannot be told (adjtimex(2)).
static inline int amanat_clock_is_kept(void) {
  struct timex state = {.modes = 0};
  int result = adjtimex(&state);
  if (result < 0) return -1;
  return result != TIME_ERROR && !(state.status & STA_UNSYNC);
}

#endif
