/* A "network share" for tests, in FUSE:
 *   fuseshare MOUNTPOINT --backing=DIR --ctl=FILE -f
 * The same backing folder mounted twice, each with a control file, is two workstations.
 * Every read goes to the backing folder (no cache: SMB without oplock). Locks are those of
 * an open file on the backing file, one for each owner: a process, as Linux has it (SQLite
 * gives back through one handle what it took through another), or the handle for F_OFD_SETLK.
 * A disconnect fails what is under way, closes the handles on the server and so drops their
 * locks; the old handles stay dead after the share is back. */
#define FUSE_USE_VERSION 31
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fuse3/fuse.h>
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include "faultctl.h"

struct handle { int fd; struct handle *next, *prev; };
static struct { char *backing, *ctl; } opts;
static volatile struct faultctl *C;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct handle *handles;
struct owner { uint64_t id; dev_t dev; ino_t ino; int fd; struct handle *via; struct owner *next; };
static struct owner *owners;

/* The mutex is held by who calls these. */
static void drop_owners(int (*which)(const struct owner *, const void *), const void *of) {
  for (struct owner **o = &owners; *o;) {
    struct owner *gone = *o;
    if (which && !which(gone, of)) { o = &gone->next; continue; }
    *o = gone->next;
    close(gone->fd);
    free(gone);
  }
}
static int taken_via(const struct owner *o, const void *h) { return o->via == h; }
static int the_same(const struct owner *o, const void *p) {
  const struct owner *other = p;
  return o->id == other->id && o->dev == other->dev && o->ino == other->ino;
}
static void drop_handles(void) {
  for (struct handle *h = handles; h; h = h->next) if (h->fd >= 0) { close(h->fd); h->fd = -1; }
  drop_owners(NULL, NULL);
}

/* Return 0 or -errno; called at the start of every operation. */
static int gate(int op) {
  __sync_fetch_and_add(&C->count[op], 1);
  if (C->latency_us) usleep(C->latency_us);
  static uint32_t was_disconnected = 0;
  int failed = 0;
  pthread_mutex_lock(&mutex);
  if (!C->disconnected && C->fail_after >= 0 && (C->fail_mask & (1u << op))) {
    if (C->fail_after > 0) C->fail_after--;
    else if (C->fail_times != 0) {
      if (C->fail_times > 0) C->fail_times--;
      C->triggered++;
      if (C->disc_on_trigger) C->disconnected = 1; else failed = -(int)C->fail_errno;
    }
  }
  if (C->disconnected && !was_disconnected) { C->generation++; drop_handles(); }
  was_disconnected = C->disconnected;
  int disconnected = C->disconnected;
  pthread_mutex_unlock(&mutex);
  if (!disconnected) return failed;
  if (C->disc_stall_ms) usleep(C->disc_stall_ms * 1000u);
  return -(int)C->disc_errno;
}
#define GATE(op) do { int r_ = gate(op); if (r_) return r_; } while (0)
#define RESULT(call) return (call) < 0 ? -errno : 0
#define ON_DISK(p) char disk[4096]; on_disk(disk, p)
#define HANDLE(fi) ((struct handle *)(uintptr_t)(fi)->fh)
#define LIVE(fi) int fd = live(HANDLE(fi)); if (fd < 0) return fd

static void on_disk(char *out, const char *p) { snprintf(out, 4096, "%s%s", opts.backing, p); }
static int live(struct handle *h) {
  pthread_mutex_lock(&mutex);
  int fd = h->fd < 0 ? -ESTALE : h->fd;
  pthread_mutex_unlock(&mutex);
  return fd;
}

static int s_getattr(const char *p, struct stat *st, struct fuse_file_info *fi) {
  GATE(OP_STAT);
  if (fi) { int fd = live(HANDLE(fi)); if (fd >= 0) RESULT(fstat(fd, st)); }
  ON_DISK(p);
  RESULT(lstat(disk, st));
}
static int s_readdir(const char *p, void *buf, fuse_fill_dir_t fill, off_t o, struct fuse_file_info *fi,
                     enum fuse_readdir_flags fl) {
  (void)o; (void)fi; (void)fl;
  GATE(OP_OTHER);
  ON_DISK(p);
  DIR *d = opendir(disk);
  if (!d) return -errno;
  for (struct dirent *e; (e = readdir(d));) fill(buf, e->d_name, NULL, 0, 0);
  closedir(d);
  return 0;
}
static int s_mkdir(const char *p, mode_t m) { GATE(OP_OTHER); ON_DISK(p); RESULT(mkdir(disk, m)); }
static int s_rmdir(const char *p) { GATE(OP_OTHER); ON_DISK(p); RESULT(rmdir(disk)); }
static int s_unlink(const char *p) { GATE(OP_UNLINK); ON_DISK(p); RESULT(unlink(disk)); }
static int s_rename(const char *a, const char *b, unsigned fl) {
  GATE(OP_OTHER);
  ON_DISK(a);
  char to[4096];
  on_disk(to, b);
  RESULT(renameat2(AT_FDCWD, disk, AT_FDCWD, to, fl));
}
static int s_chmod(const char *p, mode_t m, struct fuse_file_info *fi) { (void)fi; GATE(OP_OTHER); ON_DISK(p); RESULT(chmod(disk, m)); }
static int s_chown(const char *p, uid_t u, gid_t g, struct fuse_file_info *fi) { (void)fi; GATE(OP_OTHER); ON_DISK(p); RESULT(lchown(disk, u, g)); }
static int s_utimens(const char *p, const struct timespec t[2], struct fuse_file_info *fi) {
  (void)fi;
  GATE(OP_OTHER);
  ON_DISK(p);
  RESULT(utimensat(AT_FDCWD, disk, t, AT_SYMLINK_NOFOLLOW));
}
static int s_truncate(const char *p, off_t n, struct fuse_file_info *fi) {
  GATE(OP_TRUNC);
  if (fi) { LIVE(fi); RESULT(ftruncate(fd, n)); }
  ON_DISK(p);
  RESULT(truncate(disk, n));
}
static int opened(int fd, struct fuse_file_info *fi) {
  if (fd < 0) return -errno;
  struct handle *h = calloc(1, sizeof *h);
  h->fd = fd;
  pthread_mutex_lock(&mutex);
  h->next = handles;
  if (handles) handles->prev = h;
  handles = h;
  pthread_mutex_unlock(&mutex);
  fi->fh = (uintptr_t)h;
  fi->direct_io = 1;
  return 0;
}
static int s_open(const char *p, struct fuse_file_info *fi) { GATE(OP_OPEN); ON_DISK(p); return opened(open(disk, fi->flags & ~O_NOFOLLOW), fi); }
static int s_create(const char *p, mode_t m, struct fuse_file_info *fi) { GATE(OP_OPEN); ON_DISK(p); return opened(open(disk, fi->flags | O_CREAT, m), fi); }
static int s_read(const char *p, char *b, size_t n, off_t o, struct fuse_file_info *fi) {
  (void)p;
  GATE(OP_READ);
  LIVE(fi);
  ssize_t r = pread(fd, b, n, o);
  return r < 0 ? -errno : (int)r;
}
static int s_write(const char *p, const char *b, size_t n, off_t o, struct fuse_file_info *fi) {
  (void)p;
  int e = gate(OP_WRITE), half = e && C->short_write && n > 1;
  if (e && !half) return e;
  LIVE(fi);
  ssize_t r = pwrite(fd, b, half ? n / 2 : n, o);
  return half ? e : r < 0 ? -errno : (int)r;
}
static int s_fsync(const char *p, int data, struct fuse_file_info *fi) { (void)p; GATE(OP_SYNC); LIVE(fi); RESULT(data ? fdatasync(fd) : fsync(fd)); }
static int s_fsyncdir(const char *p, int data, struct fuse_file_info *fi) { (void)p; (void)data; (void)fi; GATE(OP_SYNC); return 0; }
static int s_release(const char *p, struct fuse_file_info *fi) {
  (void)p;
  __sync_fetch_and_add(&C->count[OP_CLOSE], 1);
  struct handle *h = HANDLE(fi);
  pthread_mutex_lock(&mutex);
  if (h->prev) h->prev->next = h->next; else handles = h->next;
  if (h->next) h->next->prev = h->prev;
  if (h->fd >= 0) close(h->fd);
  drop_owners(taken_via, h);
  pthread_mutex_unlock(&mutex);
  free(h);
  return 0;
}
static int s_statfs(const char *p, struct statvfs *s) { GATE(OP_OTHER); ON_DISK(p); RESULT(statvfs(disk, s)); }
/* Return the open file that holds the locks of who asks, a new one when there is none yet. */
static int fd_of_owner(struct fuse_file_info *fi, int fd, int drop) {
  struct stat st;
  if (fstat(fd, &st)) return -errno;
  struct owner who = {.id = fi->lock_owner, .dev = st.st_dev, .ino = st.st_ino};
  if (drop) { drop_owners(the_same, &who); return -ENOENT; }
  for (struct owner *o = owners; o; o = o->next) if (the_same(o, &who)) return o->fd;
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  who.fd = open(path, O_RDWR);
  if (who.fd < 0) who.fd = open(path, O_RDONLY);
  if (who.fd < 0) return -errno;
  who.via = HANDLE(fi);
  who.next = owners;
  owners = malloc(sizeof who);
  *owners = who;
  return who.fd;
}
static int s_lock(const char *p, struct fuse_file_info *fi, int cmd, struct flock *l) {
  (void)p;
  /* The kernel unlocks everything itself at close(): that never fails. */
  int at_close = l->l_type == F_UNLCK && l->l_start == 0 && l->l_len == 0;
  if (!at_close) GATE(OP_LOCK);
  if (C->lock_mode == 2 && l->l_type != F_UNLCK) return -ENOLCK;
  if (C->lock_mode == 1) { if (cmd == F_GETLK) l->l_type = F_UNLCK; return 0; }
  int fd = live(HANDLE(fi));
  if (fd < 0) return at_close ? 0 : fd;
  pthread_mutex_lock(&mutex);
  fd = fd_of_owner(fi, fd, at_close);
  pthread_mutex_unlock(&mutex);
  if (fd < 0) return at_close ? 0 : fd;
  struct flock of_file = *l;
  of_file.l_pid = 0;
  int kind = cmd == F_GETLK ? F_OFD_GETLK : cmd == F_SETLK ? F_OFD_SETLK : F_OFD_SETLKW;
  int r = fcntl(fd, kind, &of_file), e = errno;
  if (cmd == F_GETLK) { *l = of_file; if (l->l_pid < 0) l->l_pid = 0; }
  return r < 0 ? -e : 0;
}
static int s_access(const char *p, int m) { GATE(OP_STAT); ON_DISK(p); RESULT(access(disk, m)); }
static void *s_init(struct fuse_conn_info *conn, struct fuse_config *cfg) {
  cfg->entry_timeout = cfg->attr_timeout = cfg->negative_timeout = 0;
  cfg->use_ino = cfg->hard_remove = 1;
  conn->want &= ~FUSE_CAP_WRITEBACK_CACHE;
  return NULL;
}
static const struct fuse_operations operations = {
  .init = s_init, .getattr = s_getattr, .readdir = s_readdir, .mkdir = s_mkdir, .rmdir = s_rmdir,
  .unlink = s_unlink, .rename = s_rename, .chmod = s_chmod, .chown = s_chown, .utimens = s_utimens,
  .truncate = s_truncate, .open = s_open, .create = s_create, .read = s_read, .write = s_write,
  .fsync = s_fsync, .fsyncdir = s_fsyncdir, .release = s_release, .statfs = s_statfs, .lock = s_lock,
  .access = s_access,
};
static const struct fuse_opt spec[] = {
  {"--backing=%s", offsetof(__typeof__(opts), backing), 0}, {"--ctl=%s", offsetof(__typeof__(opts), ctl), 0}, FUSE_OPT_END};

int main(int argc, char **argv) {
  struct fuse_args args = FUSE_ARGS_INIT(argc, argv);
  if (fuse_opt_parse(&args, &opts, spec, NULL) || !opts.backing || !opts.ctl) return 2;
  opts.backing = realpath(opts.backing, NULL);
  int fd = open(opts.ctl, O_RDWR);
  if (fd < 0) return 2;
  void *m = mmap(NULL, FC_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (m == MAP_FAILED || ((struct faultctl *)m)->magic != FC_MAGIC) return 2;
  C = m;
  umask(0);
  return fuse_main(args.argc, args.argv, &operations, NULL);
}
