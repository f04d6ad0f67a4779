import { catalog, type Profile, profileNamed, profileNames } from "../model/catalog.js";
import { ProfileError, profileFrom } from "../model/profile-json.js";
import { hint } from "../trace/nearest.js";
import { badInput, unable } from "./failure.js";
import { textOf } from "./files.js";

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
 * The profile of that name, or the one in the file of that path.
 *
 * @throws {Failure} if there is none, or the file holds none
 */
export function profileOf(name: string): Profile {
  const profile = profileNamed(name);
  if (profile) return profile;
  if (isFile(name)) return profileIn(name);
  const names = profileNames();
  throw badInput(
    `there is no profile \`${name}\`${hint(name, names) || "."} There are: ${names.join(", ")}; a path, such as ./${name}.json, is a file`,
  );
}

/** Whether what was given for `--profile` is a path: it has a slash, or ends in `.json`. */
export function isFile(name: string | undefined): name is string {
  return name !== undefined && (/[/\\]/.test(name) || name.endsWith(".json"));
}

function profileIn(path: string): Profile {
  const text = textOf(path, "profile");
  try {
    return profileFrom(JSON.parse(text), catalog());
  } catch (error) {
    if (error instanceof ProfileError) throw badInput(`${path}: ${error.message}`);
    if (error instanceof SyntaxError) throw badInput(`${path}: not JSON: ${error.message}`);
    throw error;
  }
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
  throw unable(`no profile is known for ${process.platform}: choose one with --profile`);
}

/** The profile of the kernel that is reached; undefined if this system has none. */
export function expectedHere(via: string | undefined): Profile | undefined {
  const system = via === undefined ? bySystem[process.platform] : "linux";
  return system === undefined ? undefined : profileOf(system);
}
