import { type Profile, profileNamed, profileNames } from "../model/catalog.js";
import { hint } from "../trace/nearest.js";
import { badInput, unable } from "./failure.js";

/** The profile of each system that Node runs on. */
const bySystem: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux",
  android: "linux",
  darwin: "darwin",
  freebsd: "freebsd",
  openbsd: "openbsd",
  netbsd: "netbsd",
  sunos: "illumos",
};

/**
 * The profile of that name.
 *
 * @throws {Failure} if there is none
 */
export function profileOf(name: string): Profile {
  const profile = profileNamed(name);
  if (profile) return profile;
  const names = profileNames();
  throw badInput(
    `there is no profile \`${name}\`${hint(name, names) || "."} There are: ${names.join(", ")}`,
  );
}

/**
 * The profile of the kernel that is reached: a command in front of the agent usually leads to some
 * kind of Linux.
 *
 * @throws {Failure} if this system has none
 */
export function profileHere(name: string | undefined, via: string | undefined): Profile {
  const profile = name === undefined ? expectedHere(via) : profileOf(name);
  if (profile) return profile;
  throw unable(`no profile is known for ${process.platform}: choose one with --profile NAME`);
}

/** The profile of the kernel that is reached; undefined if this system has none. */
export function expectedHere(via: string | undefined): Profile | undefined {
  const system = via === undefined ? bySystem[process.platform] : "linux";
  return system === undefined ? undefined : profileOf(system);
}
