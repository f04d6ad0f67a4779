import type { Errno } from "../../wasm/glue/interfaces/retinue-kernel-types.js";

/**
 * The errors of the component's interface, as they are written. A missing or foreign one does not
 * compile.
 */
const known: Record<Uppercase<Errno>, true> = {
  E2BIG: true,
  EACCES: true,
  EAGAIN: true,
  EBADF: true,
  EBUSY: true,
  ECANCELED: true,
  ECHILD: true,
  EDEADLK: true,
  EDOM: true,
  EEXIST: true,
  EFAULT: true,
  EINTR: true,
  EINVAL: true,
  EIO: true,
  EISDIR: true,
  ELOOP: true,
  EMFILE: true,
  EMLINK: true,
  ENAMETOOLONG: true,
  ENFILE: true,
  ENODEV: true,
  ENOENT: true,
  ENOEXEC: true,
  ENOLCK: true,
  ENOMEM: true,
  ENOSYS: true,
  ENOTDIR: true,
  ENOTSUP: true,
  ENOTTY: true,
  ENXIO: true,
  EOVERFLOW: true,
  EPERM: true,
  EPIPE: true,
  ERANGE: true,
  EROFS: true,
  ESPIPE: true,
  ESRCH: true,
  ETIMEDOUT: true,
  ETXTBSY: true,
  EOTHER: true,
};

/** Every error name a trace may use. `EOTHER` is an error that has no name here. */
export const errnos: readonly string[] = Object.keys(known);
