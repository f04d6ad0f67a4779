import type { KernelEffect } from "../model/machine.js";
import type { Names } from "../names.js";

/** How each change that a step makes in a kernel reads, with names for numbers. */
const sentences: {
  readonly [Tag in KernelEffect["tag"]]: (
    value: Extract<KernelEffect, { tag: Tag }>["val"],
    name: (pid: number) => string,
  ) => string;
} = {
  died: ({ process, status }, name) =>
    `${name(process)} dies, ${status.tag === "exited" ? `exited ${status.val}` : `killed by ${status.val.toUpperCase()}`}`,
  resumed: ({ process }, name) => `the call in which ${name(process)} sleeps ends`,
  forked: (process, name) => `${name(process)} is made`,
  execed: (process, name) => `${name(process)} runs another program, and remembers that it did`,
  moved: ({ process, group }, name) => `${name(process)} moves to the group ${name(group)}`,
  "led-session": (process, name) => `${name(process)} leads a new session, and a new group in it`,
  generated: ({ signal, process }, name) => `${signal.toUpperCase()} is sent to ${name(process)}`,
  discarded: ({ signal, process }, name) =>
    `${signal.toUpperCase()} has no effect on ${name(process)}, a zombie`,
  reparented: ({ process, parent }, name) => `${name(process)} is now a child of ${name(parent)}`,
  zombified: (process, name) => `${name(process)} is a zombie: dead, and not yet reaped`,
  reaped: ({ process, by }, name) => `${name(process)} is reaped by ${name(by)}`,
  woken: (process, name) => `${name(process)} wakes and looks at its children again`,
  "started-thread": (process, name) => `${name(process)} starts a second thread`,
  "changed-subreaper": (process, name) =>
    `${name(process)} changes whether orphaned descendants come to it`,
};

/** One change that a step made, as a sentence without its full stop. */
export function changeText(change: KernelEffect, names: Names): string {
  const tell = sentences[change.tag] as (value: unknown, name: (pid: number) => string) => string;
  return tell(change.val, (pid) => names.nameOf(pid));
}
