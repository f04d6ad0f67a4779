import {
  GROUP_ABSENT, GROUP_ELSEWHERE, LEADER_IN_PLACE, LEADER_MAY_JOIN, LeaderInPlace, LeaderMayJoin,
  MOVED_TO_OTHER_SESSION, NOT_CHILD, NO_SUCH_PROCESS,
  PGID_NEGATIVE, PID_NEGATIVE, REACH, Reach, SESSION_LEADER,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { THREAD_ID, ThreadId } from "../calls/pthread_create";
import { Profile, is, like, read } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const ASTERINAS: Profile = like(LINUX, "asterinas",
  "The main branch of 2026-08, read: setpgid and setsid; the rest is taken to be like linux.", [
    new Order("setpgid", true, [
      read(PID_NEGATIVE), read(PGID_NEGATIVE), read(NO_SUCH_PROCESS), read(NOT_CHILD),
      read(GROUP_ABSENT),
      read(MOVED_TO_OTHER_SESSION), read(GROUP_ELSEWHERE), read(SESSION_LEADER),
    ]),
    new Order("setsid", true, [read(GROUP_LEADER), read(GROUP_REMAINS)]),
  ], [
    is(REACH, Reach.CHILD, Evidence.SOURCE),
    is(LEADER_IN_PLACE, LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(LEADER_MAY_JOIN, LeaderMayJoin.REFUSED, Evidence.SOURCE),
    is(THREAD_ID, ThreadId.NOBODY, Evidence.UNVERIFIED),
  ]);
