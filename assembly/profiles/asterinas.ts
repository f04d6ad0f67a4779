import * as setpgid from "../calls/setpgid";
import * as setsid from "../calls/setsid";
import * as pthread from "../calls/pthread_create";
import { Profile, is, like, read } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const ASTERINAS: Profile = like(LINUX, "asterinas",
  "The main branch of 2026-08, read: setpgid and setsid; the rest is taken to be like linux.", [
    new Order("setpgid", true, [
      read(setpgid.PID_NEGATIVE), read(setpgid.PGID_NEGATIVE), read(setpgid.NO_SUCH_PROCESS),
      read(setpgid.NOT_CHILD), read(setpgid.GROUP_ABSENT), read(setpgid.MOVED_TO_OTHER_SESSION),
      read(setpgid.GROUP_ELSEWHERE), read(setpgid.SESSION_LEADER),
    ]),
    new Order("setsid", true, [read(setsid.GROUP_LEADER), read(setsid.GROUP_REMAINS)]),
  ], [
    is(setpgid.REACH, setpgid.Reach.CHILD, Evidence.SOURCE),
    is(setpgid.LEADER_IN_PLACE, setpgid.LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(setpgid.LEADER_MAY_JOIN, setpgid.LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(pthread.THREAD_ID, pthread.ThreadId.NOBODY, Evidence.UNVERIFIED),
  ]);
