#ifndef C_LIB_FUZZER_H
#define C_LIB_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Reads libFuzzer's arguments, and calls back with one input after another (LLVM,
/// compiler-rt/lib/fuzzer/FuzzerInterface.h, "libFuzzer as a library").
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
