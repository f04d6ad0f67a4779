import { Profile } from "./profile";
import { ASTERINAS } from "./profiles/asterinas";
import { DARWIN } from "./profiles/darwin";
import { FREEBSD } from "./profiles/freebsd";
import { GVISOR } from "./profiles/gvisor";
import { ILLUMOS } from "./profiles/illumos";
import { LINUX } from "./profiles/linux";
import { NETBSD } from "./profiles/netbsd";
import { OPENBSD } from "./profiles/openbsd";
import { POSIX } from "./profiles/posix";

export const PROFILES: Profile[] = [POSIX, LINUX, DARWIN, FREEBSD, OPENBSD, NETBSD, ILLUMOS,
  GVISOR, ASTERINAS];
