import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { counted } from "../layout.js";
import type { NativeWorld } from "../native/index.js";
import { listOf } from "../trace/index.js";
import { Failure } from "./failure.js";
import { type KernelOptions, openKernel } from "./kernel.js";
import { profileHere } from "./profile.js";
import { readTraces, suiteFolders } from "./traces.js";

/** One thing that a comparison with a real kernel can need. */
export interface Finding {
  readonly subject: string;
  /** Null where it is neither good nor bad. */
  readonly present: boolean | null;
  readonly says: string;
  /** What to do about it. */
  readonly advice?: string;
  /** No trace can run without it. */
  readonly fatal?: boolean;
}

/** Tries everything, one thing after the other. */
export async function examine(options: KernelOptions): Promise<Finding[]> {
  return [...machine(), expected(options), compiler(options), ...(await kernel(options))];
}

function machine(): Finding[] {
  const system = `${process.platform} ${process.arch}, Node ${process.versions.node}`;
  return [{ subject: "machine", present: null, says: system }];
}

function expected({ via }: KernelOptions): Finding {
  const subject = "profile";
  try {
    return { subject, present: true, says: profileHere(undefined, via).name };
  } catch (error) {
    return { subject, present: false, says: (error as Error).message };
  }
}

function compiler({ agent }: KernelOptions): Finding {
  const subject = "C compiler";
  if (agent !== undefined) return { subject, present: null, says: "not needed with --agent" };
  const { CC } = process.env;
  const found = (CC ? [CC] : ["musl-gcc", "cc"]).find(isCommand);
  if (found) return { subject, present: true, says: found };
  return {
    subject,
    present: false,
    says: "none found, so the agent can be used only if it has been built already",
    advice:
      "Install one (`apt-get install musl-tools` or `gcc`; on macOS `xcode-select --install`), or name it in CC.",
  };
}

function isCommand(command: string): boolean {
  const folders = command.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

async function kernel(options: KernelOptions): Promise<Finding[]> {
  let world: NativeWorld;
  try {
    world = await openKernel(options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ subject: "agent", present: false, says: error.message, fatal: true }];
  }
  await world.close();
  const { facts } = world;
  const namespace = facts.isolation === "namespace";
  return [
    { subject: "agent", present: true, says: `runs, and speaks version ${facts.version}` },
    { subject: "kernel", present: true, says: facts.kernel },
    namespace
      ? { subject: "isolation", present: true, says: "a PID namespace of its own" }
      : await withoutNamespace(options),
    await ability("subreaper", facts.subreaper, "orphans come to the nearest subreaper"),
    await ability("threads", facts.threads, "a process can have a second thread"),
    await ability("users", facts.users, "a process can become another user"),
    await ability("terminals", facts.terminals, "a terminal can be made"),
    {
      subject: "next pid",
      present: facts.nextPid,
      says: facts.nextPid
        ? "can be chosen"
        : "cannot be chosen: traces about reused numbers are skipped",
    },
    observer(facts.observer),
  ];
}

async function withoutNamespace(options: KernelOptions): Promise<Finding> {
  const wanted = options.isolation === "subreaper" ? "as asked for" : await refusal(options);
  return {
    subject: "isolation",
    present: false,
    says: `a subreaper only: ${wanted}; ${await skippedWithout("namespace")}`,
    advice:
      "Run as root, or let users make namespaces: `sysctl kernel.unprivileged_userns_clone=1`, and on Ubuntu `sysctl kernel.apparmor_restrict_unprivileged_userns=0`.",
  };
}

/** Why there is no namespace, in the agent's own words. */
async function refusal(options: KernelOptions): Promise<string> {
  try {
    const world = await openKernel({ ...options, isolation: "namespace" });
    await world.close();
    return "a namespace can be had now, but could not be before";
  } catch (error) {
    const [first = ""] = (error as Error).message.split("\n");
    return first.replace(/^.*isolation=namespace: /, "").replace(/\. .*/, "");
  }
}

async function ability(need: string, present: boolean, says: string): Promise<Finding> {
  if (present) return { subject: need, present, says };
  return { subject: need, present, says: `does not work here; ${await skippedWithout(need)}` };
}

/** How much of the suite needs this. */
async function skippedWithout(need: string): Promise<string> {
  const sources = await readTraces(suiteFolders());
  const needing = sources.filter(({ trace }) => listOf(trace, "needs").includes(need));
  return `${counted(needing.length, "case")} of ${sources.length} will be skipped`;
}

function observer(name: string): Finding {
  const subject = "observer";
  if (!name.endsWith("-inexact")) return { subject, present: true, says: name };
  return {
    subject,
    present: false,
    says: `${name}: this kernel does not show everything about its processes, so a trace may take longer or be skipped`,
    advice: "On Linux, mount /proc.",
  };
}
