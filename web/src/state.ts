import { computed, effect, signal } from "@preact/signals";
import {
  blocksOf,
  catalog,
  type Problem,
  type Profile,
  parse,
  profileNamed,
  profileNames,
  type Schedule,
  Timeline,
  type Trace,
  TraceError,
} from "retinue";
import { firstText } from "./gallery/first.js";
import { grow } from "./grow.js";

// What the page is about: one text, one kernel, perhaps a second one beside it, and one moment.
// Everything else that is shown is derived from these.

/** The trace as it is in the editor. */
export const text = signal(firstText);
/** The kernel whose model runs it. */
export const profileName = signal("linux");
/** The kernel beside it; the empty string if there is none. */
export const otherName = signal("");
/** The order of the parallel blocks; undefined for that in which they are written. */
export const schedule = signal<Schedule | undefined>(undefined);
/** How many steps have been made. */
export const index = signal(0);
/** The process that is looked at; the empty string if none is. */
export const chosen = signal("");

export const kernels: readonly string[] = profileNames();

export function kernelNamed(name: string): Profile | undefined {
  return profileNamed(name);
}

interface Read {
  readonly trace?: Trace;
  readonly problems: readonly Problem[];
}

/** The text as a trace, or what is wrong with it. */
export const read = computed<Read>(() => {
  try {
    return { trace: parse(text.value, "trace", { profiles: kernels }), problems: [] };
  } catch (error) {
    if (error instanceof TraceError) return { problems: error.problems };
    throw error;
  }
});

/** The history under the kernel; of the last text that could be read. */
export const history = signal<Timeline | undefined>(undefined);
/** The history under the kernel beside it. */
export const otherHistory = signal<Timeline | undefined>(undefined);

effect(() =>
  follow(profileName.value, (timeline) => {
    history.value = timeline;
  }),
);
effect(() =>
  follow(otherName.value, (timeline) => {
    otherHistory.value = timeline;
  }),
);

/** Follows the trace under a kernel, a piece at a time; returns what ends that. */
function follow(name: string, done: (timeline?: Timeline) => void): (() => void) | undefined {
  const { trace } = read.value;
  const profile = kernelNamed(name);
  if (profile && trace) {
    const order = blocksOf(trace).length > 0 ? schedule.value : undefined;
    return grow(Timeline.growing(trace, profile, order), done);
  }
  if (!profile) done();
  return undefined;
}

/** The moments of the history. */
export const moments = computed(() => history.value?.moments ?? []);
/** The moment that is shown: never behind the last. */
export const place = computed(() => Math.min(index.value, Math.max(0, moments.value.length - 1)));
export const moment = computed(() => moments.value[place.value]);
/** What the kernel holds now. */
export const scene = computed(() => {
  const at = moment.value?.at;
  return at && history.value?.scene(at);
});

export function goTo(to: number): void {
  index.value = Math.max(0, Math.min(to, moments.value.length - 1));
}

/** The catalogue, which does not change. */
export const { rules } = catalog();

/** What can be looked at beside the picture. */
export const panelNames = ["What changed", "Act", "Ask", "Orders", "Table"] as const;
export type PanelName = (typeof panelNames)[number];
/** Which of them is. */
export const panel = signal<PanelName>("What changed");

export function showPanel(name: PanelName): void {
  panel.value = name;
}
