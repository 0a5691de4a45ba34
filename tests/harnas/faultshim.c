/* Faults in the file operations of one process and its children, without root:
 *   FAULT_SHARE=/map FAULT_LOCAL=/map FAULT_CTL=/file [FAULT_TRACE=/file] LD_PRELOAD=faultshim.so python ...
 * Both folders are counted and can fail; only the share can be disconnected. With trace on,
 * every change on the share is appended to FAULT_TRACE with its bytes (see struct rec). */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include "faultctl.h"

#define MAXFD 4096
#define REAL(name) ({ static __typeof__(&name) f_; if (!f_) f_ = (__typeof__(&name))dlsym(RTLD_NEXT, #name); f_; })

struct rec { uint32_t op, path_len; int64_t offset, length; };

static volatile struct faultctl *C;
static char *fd_path[MAXFD];
static uint32_t fd_gen[MAXFD];
static const char *share, *local;
static size_t share_len, local_len;
static int trace_fd = -1, ready;

__attribute__((constructor)) static void init(void) {
  if (ready) return;
  ready = 1;
  share = getenv("FAULT_SHARE");
  local = getenv("FAULT_LOCAL");
  const char *ctl = getenv("FAULT_CTL"), *trace = getenv("FAULT_TRACE");
  if (!share || !local || !ctl) return;
  share_len = strlen(share);
  local_len = strlen(local);
  int fd = REAL(open)(ctl, O_RDWR, 0600);
  if (fd < 0) return;
  void *m = mmap(NULL, FC_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  REAL(close)(fd);
  if (m == MAP_FAILED || ((struct faultctl *)m)->magic != FC_MAGIC) return;
  if (trace) trace_fd = REAL(open)(trace, O_WRONLY | O_CREAT | O_APPEND, 0600);
  C = m;
}

static int on_share(const char *p) { return !strncmp(p, share, share_len); }
static int mine(const char *p) {
  if (!ready) init();
  return C && p && (on_share(p) || !strncmp(p, local, local_len));
}
static const char *path_of(int fd) { return (C && fd >= 0 && fd < MAXFD) ? fd_path[fd] : NULL; }

static void record(int op, const char *p, int64_t offset, int64_t length, const void *data) {
  if (!C->trace || trace_fd < 0 || !on_share(p)) return;
  struct rec r = {op, strlen(p), offset, length};
  struct iovec v[3] = {{&r, sizeof r}, {(void *)p, r.path_len}, {(void *)data, data ? length : 0}};
  ssize_t done = writev(trace_fd, v, 3);
  (void)done;
}

/* Return 0, or the errno with which this operation fails. */
static int gate(int op, const char *p, int fd) {
  __sync_fetch_and_add(&C->count[op], 1);
  if (C->latency_us) usleep(C->latency_us);
  if (!C->disconnected && C->fail_after >= 0 && (C->fail_mask & (1u << op))) {
    if (C->fail_after > 0) C->fail_after--;
    else if (C->fail_times != 0) {
      if (C->fail_times > 0) C->fail_times--;
      C->triggered++;
      if (C->exit_on_trigger) _exit(137);
      if (!C->disc_on_trigger) return C->fail_errno;
      C->generation++;
      C->disconnected = 1;
    }
  }
  if (!on_share(p)) return 0;
  if (C->disconnected) {
    if (C->disc_stall_ms) usleep(C->disc_stall_ms * 1000u);
    return C->disc_errno;
  }
  if (fd >= 0 && fd < MAXFD && fd_gen[fd] != C->generation && op != OP_CLOSE) return ESTALE;
  return 0;
}
#define GATE(op, p, fd) do { int e_ = gate(op, p, fd); if (e_) { errno = e_; return -1; } } while (0)
#define GATE_PATH(op, p) do { if (mine(p)) GATE(op, p, -1); } while (0)
#define GATE_FD(op, fd) do { const char *q_ = path_of(fd); if (q_) GATE(op, q_, fd); } while (0)

static int track(int fd, const char *p, int flags) {
  if (fd >= 0 && fd < MAXFD) {
    free(fd_path[fd]);
    fd_path[fd] = strdup(p);
    fd_gen[fd] = C->generation;
    if (flags & (O_CREAT | O_TRUNC)) record(OP_OPEN, p, flags & O_TRUNC, 0, NULL);
  }
  return fd;
}
#define OPEN_BODY(call) \
  mode_t m = 0; \
  if (fl & (O_CREAT | O_TMPFILE)) { va_list ap; va_start(ap, fl); m = va_arg(ap, mode_t); va_end(ap); } \
  if (!mine(p)) return call; \
  GATE(OP_OPEN, p, -1); \
  return track(call, p, fl);
int open(const char *p, int fl, ...) { OPEN_BODY(REAL(open)(p, fl, m)) }
int open64(const char *p, int fl, ...) { OPEN_BODY(REAL(open64)(p, fl, m)) }
int openat(int d, const char *p, int fl, ...) { OPEN_BODY(REAL(openat)(d, p, fl, m)) }
int openat64(int d, const char *p, int fl, ...) { OPEN_BODY(REAL(openat64)(d, p, fl, m)) }
int close(int fd) {
  const char *p = path_of(fd);
  if (p) { gate(OP_CLOSE, p, fd); free(fd_path[fd]); fd_path[fd] = NULL; }
  return REAL(close)(fd);
}
DIR *opendir(const char *p) {
  int e = mine(p) ? gate(OP_OTHER, p, -1) : 0;
  if (e) { errno = e; return NULL; }
  return REAL(opendir)(p);
}

ssize_t read(int fd, void *b, size_t n) { GATE_FD(OP_READ, fd); return REAL(read)(fd, b, n); }
ssize_t pread(int fd, void *b, size_t n, off_t o) { GATE_FD(OP_READ, fd); return REAL(pread)(fd, b, n, o); }
ssize_t pread64(int fd, void *b, size_t n, off64_t o) { GATE_FD(OP_READ, fd); return REAL(pread64)(fd, b, n, o); }

#define WRITE_BODY(place, whole, half) \
  const char *p = path_of(fd); \
  if (!p) return whole; \
  int64_t at = place; \
  int e = gate(OP_WRITE, p, fd); \
  if (!e && C->quota >= 0) { if ((int64_t)n > C->quota) e = ENOSPC; else C->quota -= n; } \
  if (e) { if (C->short_write && n > 1) { ssize_t h = half; (void)h; } errno = e; return -1; } \
  ssize_t done = whole; \
  if (done > 0) record(OP_WRITE, p, at, done, b); \
  return done;
ssize_t write(int fd, const void *b, size_t n) {
  WRITE_BODY(lseek(fd, 0, SEEK_CUR), REAL(write)(fd, b, n), REAL(write)(fd, b, n / 2))
}
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) {
  WRITE_BODY(o, REAL(pwrite)(fd, b, n, o), REAL(pwrite)(fd, b, n / 2, o))
}
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) {
  WRITE_BODY(o, REAL(pwrite64)(fd, b, n, o), REAL(pwrite64)(fd, b, n / 2, o))
}

#define CHANGE_FD(op, call, offset) \
  const char *p = path_of(fd); \
  if (!p) return call; \
  GATE(op, p, fd); \
  int r = call; \
  if (r == 0) record(op, p, offset, 0, NULL); \
  return r;
int fsync(int fd) { CHANGE_FD(OP_SYNC, REAL(fsync)(fd), 0) }
int fdatasync(int fd) { CHANGE_FD(OP_SYNC, REAL(fdatasync)(fd), 0) }
int ftruncate(int fd, off_t n) { CHANGE_FD(OP_TRUNC, REAL(ftruncate)(fd, n), n) }
int ftruncate64(int fd, off64_t n) { CHANGE_FD(OP_TRUNC, REAL(ftruncate64)(fd, n), n) }
int unlink(const char *p) {
  GATE_PATH(OP_UNLINK, p);
  int r = REAL(unlink)(p);
  if (r == 0 && mine(p)) record(OP_UNLINK, p, 0, 0, NULL);
  return r;
}
int rename(const char *a, const char *b) {
  GATE_PATH(OP_OTHER, a);
  int r = REAL(rename)(a, b);
  if (r == 0 && mine(a)) record(OP_OTHER, a, 0, strlen(b), b);
  return r;
}
int mkdir(const char *p, mode_t m) { GATE_PATH(OP_OTHER, p); return REAL(mkdir)(p, m); }

/* Python asks by the first row of names, SQLite in a manylinux wheel by the second. */
int access(const char *p, int m) { GATE_PATH(OP_STAT, p); return REAL(access)(p, m); }
int stat(const char *p, struct stat *s) { GATE_PATH(OP_STAT, p); return REAL(stat)(p, s); }
int stat64(const char *p, struct stat64 *s) { GATE_PATH(OP_STAT, p); return REAL(stat64)(p, s); }
int lstat(const char *p, struct stat *s) { GATE_PATH(OP_STAT, p); return REAL(lstat)(p, s); }
int lstat64(const char *p, struct stat64 *s) { GATE_PATH(OP_STAT, p); return REAL(lstat64)(p, s); }
int fstat(int fd, struct stat *s) { GATE_FD(OP_STAT, fd); return REAL(fstat)(fd, s); }
int fstat64(int fd, struct stat64 *s) { GATE_FD(OP_STAT, fd); return REAL(fstat64)(fd, s); }
#ifdef __x86_64__
int __xstat(int v, const char *p, struct stat *s) { (void)v; return stat(p, s); }
int __xstat64(int v, const char *p, struct stat64 *s) { (void)v; return stat64(p, s); }
int __lxstat(int v, const char *p, struct stat *s) { (void)v; return lstat(p, s); }
int __lxstat64(int v, const char *p, struct stat64 *s) { (void)v; return lstat64(p, s); }
int __fxstat(int v, int fd, struct stat *s) { (void)v; return fstat(fd, s); }
int __fxstat64(int v, int fd, struct stat64 *s) { (void)v; return fstat64(fd, s); }
#endif

static int lock(int fd, int cmd, void *arg, int wide) {
  const char *p = path_of(fd);
  int asks = cmd == F_GETLK || cmd == F_OFD_GETLK;
  if (p && (asks || cmd == F_SETLK || cmd == F_SETLKW || cmd == F_OFD_SETLK || cmd == F_OFD_SETLKW)) {
    struct flock *l = arg;
    GATE(OP_LOCK, p, fd);
    if (C->lock_mode == 2 && l->l_type != F_UNLCK) { errno = ENOLCK; return -1; }
    if (C->lock_mode == 1) { if (asks) l->l_type = F_UNLCK; return 0; }
  }
  return wide ? REAL(fcntl64)(fd, cmd, arg) : REAL(fcntl)(fd, cmd, arg);
}
int fcntl(int fd, int cmd, ...) { va_list ap; va_start(ap, cmd); void *a = va_arg(ap, void *); va_end(ap); return lock(fd, cmd, a, 0); }
int fcntl64(int fd, int cmd, ...) { va_list ap; va_start(ap, cmd); void *a = va_arg(ap, void *); va_end(ap); return lock(fd, cmd, a, 1); }
