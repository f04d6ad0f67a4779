import {
  ALL_CALLER, AllCaller, INVALID_SIGNAL, NOBODY_ELSE, NO_SUCH_GROUP, NO_SUCH_PROCESS as
  NOBODY_TO_KILL,
} from "../calls/kill";
import { THREAD_ID, ThreadId } from "../calls/pthread_create";
import {
  CHILD_EXECED, GROUP_ABSENT, GROUP_ELSEWHERE, GROUP_SESSION, GroupSession, LEADER_IN_PLACE,
  LEADER_MAY_JOIN,
  LeaderInPlace, LeaderMayJoin, NOT_CHILD, NO_SUCH_PROCESS, PGID_NEGATIVE, REACH, Reach,
  SESSION_LEADER, THREAD_NUMBER,
  ZERO_PGID, ZeroPgid,
} from "../calls/setpgid";
import { GROUP_LEADER, GROUP_REMAINS } from "../calls/setsid";
import { Profile, is, like, read, unverified } from "../profile";
import { Evidence, Order } from "../rule";
import { LINUX } from "./linux";

export const GVISOR: Profile = like(LINUX, "gvisor",
  "The master branch of 2026-08, read: setpgid, sessions and kill; the rest is taken to be like linux.", [
    new Order("setpgid", true, [
      read(NO_SUCH_PROCESS), read(THREAD_NUMBER), read(NOT_CHILD), read(PGID_NEGATIVE),
      read(CHILD_EXECED),
      read(SESSION_LEADER), read(GROUP_ABSENT), read(GROUP_ELSEWHERE),
    ]),
    new Order("setsid", true, [read(GROUP_LEADER), unverified(GROUP_REMAINS)]),
    new Order("kill", true, [read(NOBODY_TO_KILL), read(NO_SUCH_GROUP), read(NOBODY_ELSE),
      read(INVALID_SIGNAL)]),
  ], [
    is(REACH, Reach.CHILD, Evidence.SOURCE),
    is(ZERO_PGID, ZeroPgid.AFTER_SIGN_CHECK, Evidence.SOURCE),
    is(LEADER_IN_PLACE, LeaderInPlace.ALLOWED, Evidence.SOURCE),
    is(LEADER_MAY_JOIN, LeaderMayJoin.ALLOWED, Evidence.UNVERIFIED),
    is(GROUP_SESSION, GroupSession.TARGET, Evidence.SOURCE),
    is(THREAD_ID, ThreadId.PROCESS, Evidence.SOURCE),
    is(ALL_CALLER, AllCaller.EXCLUDED, Evidence.SOURCE),
  ]);
