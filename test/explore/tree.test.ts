import { describe, expect, test } from "vitest";
import { type Interleaving, interleavings } from "../../src/explore/interleaving.js";
import { schedulesOf } from "../../src/explore/schedules.js";
import { catalog } from "../../src/model/catalog.js";
import { parse, printSchedule } from "../../src/trace/index.js";
import { profile } from "../report/reports.js";

const linux = profile("linux");

describe("the tree of a block", () => {
  const text = `init: fork() = shell
shell: fork() = job
parallel {
  shell: setpgid(job, job)
  job: execve()
}
`;

  test("has a place for each turn, and an outcome at each end", () => {
    const root = interleavings(parse(text), linux);
    const ends = (place: Interleaving): string[] => {
      const here = place.outcomes().map(({ processes }) => {
        const job = processes.find(({ name }) => name === "job");
        return `${place.turns.join()}: ${job?.group}`;
      });
      return [...here, ...place.next().flatMap(ends)];
    };
    expect(ends(root)).toEqual(
      ["shell,job: job", "job,shell: shell"].map((end) =>
        end.replace("shell: shell", "shell: init"),
      ),
    );
    const [, job] = root.next();
    const [shell] = job?.next() ?? [];
    expect(shell?.step?.actor).toBe("shell");
    expect(shell?.shows.map(({ answer }) => answer)).toEqual([{ kind: "error", errno: "EACCES" }]);
  });

  test("begins after what comes before the block", () => {
    const two = parse(`${text}parallel {\n  job: getpgrp()\n}\n`);
    const [place] = interleavings(two, linux, 1).next();
    expect(place?.shows.map(({ answer }) => answer)).toEqual([
      { kind: "value", value: "job" },
      { kind: "value", value: "init" },
    ]);
    expect(() => interleavings(two, linux, 2)).toThrow("the trace has no block 2");
  });

  test("ends where the schedules end, under every profile", () => {
    const trace = parse(text);
    const ends = (place: Interleaving): string[] => [
      ...(place.outcomes().length > 0 ? [place.turns.join()] : []),
      ...place.next().flatMap(ends),
    ];
    for (const kernel of catalog().profiles)
      expect(ends(interleavings(trace, kernel))).toEqual(
        schedulesOf(trace, kernel).list.map(printSchedule),
      );
  });
});
