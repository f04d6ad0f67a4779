/**
 * Errors by name, in the order of `types.errno` in the WIT. Numbers differ between kernels, so the
 * model has none.
 */
export const enum Errno {
  OK = -1,
  E2BIG = 0, EACCES, EAGAIN, EBADF, EBUSY, ECANCELED, ECHILD, EDEADLK, EDOM, EEXIST, EFAULT, EINTR,
    EINVAL, EIO,
  EISDIR, ELOOP, EMFILE, EMLINK, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOEXEC, ENOLCK, ENOMEM,
  ENOSYS,
  ENOTDIR, ENOTSUP, ENOTTY, ENXIO, EOVERFLOW, EPERM, EPIPE, ERANGE, EROFS, ESPIPE, ESRCH,
  ETIMEDOUT, ETXTBSY,
  EOTHER,
}
