import { expect, test } from "vitest";
import type { AnswerLine } from "../../src/fingerprint/answers.js";
import { fingerprint } from "../../src/fingerprint/fingerprint.js";
import { placeText, type Recording } from "../../src/fingerprint/recording.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import type { Answer, Status, Step } from "../../src/trace/ast.js";
import { stepsOf } from "../../src/trace/index.js";
import { recordingsOf } from "./model-kernel.js";

// What the old gVisor does beyond all rules and questions can look like an answer to one.

const gvisor = profileNamed("gvisor") as Profile;
const all = catalog();
const recordings = recordingsOf(gvisor);

/** The kernel gives something else at these steps; undefined leaves a step as it is. */
function giving(
  recording: Recording,
  other: (step: Step, given: Answer) => Answer | undefined,
): Recording {
  const steps = stepsOf(recording.trace);
  const observations = recording.transcript.observations.map((observation, i) => {
    const step = steps[i];
    return {
      ...observation,
      answer: (step && other(step, observation.answer)) ?? observation.answer,
    };
  });
  return { ...recording, transcript: { ...recording.transcript, observations } };
}

/** What is found out about the question from these traces. */
function lineOf(id: string, seen: readonly Recording[]): AnswerLine {
  const question = all.questions.findIndex((one) => one.id === id);
  const { answers } = fingerprint(seen, all, { name: "old", text: "" });
  const line = answers.find((answer) => answer.question === question);
  if (!line) throw new Error(`the table has no ${id}`);
  return line;
}

function against({ standing }: AnswerLine): string[] {
  return standing.kind === "contradicted" ? standing.against.map(placeText) : [];
}

// Whether a signal to a group is refused depends on which member is asked last. Refused once, it
// looks as if zombies were passed over.
test("an answer that varies is not taken for another one", { timeout: 120_000 }, () => {
  const varying = "scenarios/kill/own-zombie-among-strangers";
  const seen = recordings
    .filter(({ name }) => name.startsWith("scenarios/kill/"))
    .map((recording) =>
      giving(recording, ({ call }) =>
        recording.name === varying && call.function === "kill"
          ? { kind: "error", errno: "EPERM" }
          : undefined,
      ),
    );
  expect(against(lineOf("kill.zombie-group", seen))).toEqual([`${varying}:18`]);
});

// waitid tells stops as deaths and takes group 0 for any child; both are reports that the table
// does not explain.
test("an answer is held against what its own traces show, however much is alike", {
  timeout: 120_000,
}, () => {
  const telling = "scenarios/waitid/group-zero-and-another";
  const abort: Status = { kind: "killed", signal: "SIGABRT" };
  const apart: Answer = {
    kind: "report",
    child: "apart",
    status: { kind: "exited", code: 1 },
  };
  const seen = recordings
    .filter(({ name }) => name.startsWith("scenarios/waitid/"))
    .sort((a, b) => Number(a.name === telling) - Number(b.name === telling))
    .map((recording) =>
      giving(recording, ({ call }, given) => {
        if (call.function !== "waitid") return undefined;
        if (recording.name === telling) return apart;
        if (recording.name.startsWith("scenarios/waitid/group-zero")) return undefined;
        return given.kind === "report" ? { ...given, status: abort } : undefined;
      }),
    );
  expect(against(lineOf("waitid.zero-group", seen))).toEqual([`${telling}:12`]);
});
