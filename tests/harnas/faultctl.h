/* The control block that the test (Python, mmap) shares with the fault injectors.
 * Fixed layout, little endian; stuur.py knows the same offsets. */
#ifndef FAULTCTL_H
#define FAULTCTL_H
#include <stdint.h>

#define FC_MAGIC 0x4b4c4731u
#define FC_SIZE 4096

enum {
  OP_OPEN = 0, OP_READ, OP_WRITE, OP_SYNC, OP_LOCK, OP_STAT, OP_UNLINK, OP_TRUNC, OP_CLOSE, OP_OTHER, OP_N
};

struct faultctl {
  uint32_t magic;           /*   0 */
  uint32_t latency_us;      /*   4 added to every operation */
  uint32_t disconnected;    /*   8 1: every operation on the share fails with disc_errno */
  uint32_t disc_errno;      /*  12 */
  uint32_t disc_stall_ms;   /*  16 how long an operation hangs before it fails */
  uint32_t generation;      /*  20 goes up at a disconnect; handles of before stay dead */
  uint32_t fail_mask;       /*  24 one bit for each OP_ */
  uint32_t fail_errno;      /*  28 */
  int32_t  fail_after;      /*  32 -1: off; N: N matching operations pass, then it fails */
  int32_t  fail_times;      /*  36 how many failures; -1: for ever */
  uint32_t disc_on_trigger; /*  40 1: disconnect the share instead of failing */
  uint32_t exit_on_trigger; /*  44 1: end the process there and then (shim only) */
  uint32_t short_write;     /*  48 1: the write that fails is half done */
  uint32_t lock_mode;       /*  52 0: real; 1: always granted (broken); 2: ENOLCK */
  int64_t  quota;           /*  56 bytes that may still be written; -1: no limit */
  uint32_t triggered;       /*  64 injected failures so far */
  uint32_t trace;           /*  68 1: write every change to FAULT_TRACE (shim only) */
  uint64_t count[OP_N];     /*  72 operations so far, by kind */
};
#endif
