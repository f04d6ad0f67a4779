import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../src/fingerprint/fingerprint.js";
import { catalog, type Profile, profileNamed } from "../../src/model/catalog.js";
import { profileFrom, profileJson } from "../../src/model/profile-json.js";
import { ModelWorld } from "../../src/model/world.js";
import { fingerprintJson } from "../../src/report/index.js";
import { parse } from "../../src/trace/index.js";
import { recordingsOf } from "./model-kernel.js";

const all = catalog();
const linux = profileNamed("linux") as Profile;
const schema = JSON.parse(
  readFileSync(new URL("../../schema/profile.schema.json", import.meta.url), "utf8"),
);
const isValid = new Ajv2020({ allErrors: true }).compile(schema);

/** As it comes back from a file. */
function reread(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test.each(all.profiles)("$name is the same after it has been a file", (profile) => {
  const file = reread(profileJson(profile, all));
  expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true);
  expect(profileFrom(file, all)).toEqual(profile);
});

test("a fingerprint is a profile file, and the profile that was measured", () => {
  const [first, second] = recordingsOf(linux);
  const found = fingerprint(
    [first, second].flatMap((one) => one ?? []),
    all,
    {
      name: "measured",
      text: "two traces",
    },
  );
  const target = { kernel: "a model", isolation: "namespace" as const, via: null };
  const file = reread(fingerprintJson(found, target));
  expect(isValid(file), JSON.stringify(isValid.errors)).toBe(true);
  expect(profileFrom(file, all)).toEqual(found.profile);
});

test("a profile from a file can be run", () => {
  const file = JSON.stringify(profileJson(linux, all)).replace(
    '"setpgid.child-execed","gives":"EACCES"',
    '"setpgid.child-execed","gives":"EBUSY"',
  );
  const world = new ModelWorld(profileFrom(JSON.parse(file), all));
  const trace = parse("init: fork() = job\njob: execve()\ninit: setpgid(job, job)\n");
  const { observations } = world.runNow(trace);
  expect(observations[2]?.answer).toEqual({ kind: "error", errno: "EBUSY" });
});

describe("what is wrong with a file is said with its place", () => {
  type Change = (file: Record<string, never>) => unknown;
  const faults: [string, Change, RegExp][] = [
    ["no object", () => [], /^must be an object, not a list$/],
    ["another schema", (file) => ({ ...file, schema: 2 }), /^\/schema: must be 1, not 2$/],
    ["no name", ({ name: _, ...file }) => file, /^\/name: must be a text, not nothing$/],
    ["an odd name", (file) => ({ ...file, name: "My kernel" }), /^\/name: .*kebab-case/],
    [
      "an unknown rule",
      changed("orders", "setpgid", { ordered: true, rules: [rule("setpgid.child-exced")] }),
      /^\/orders\/setpgid\/rules\/0\/rule: there is no rule .*did you mean `setpgid.child-execed`\?$/,
    ],
    [
      "a rule of another call",
      changed("orders", "setpgid", { ordered: true, rules: [rule("setsid.group-leader")] }),
      /^\/orders\/setpgid\/rules\/0\/rule: `setsid.group-leader` is no rule of setpgid$/,
    ],
    [
      "a rule twice",
      changed("orders", "setsid", {
        ordered: true,
        rules: [rule("setsid.group-leader"), rule("setsid.group-leader")],
      }),
      /^\/orders\/setsid\/rules\/1\/rule: this rule has a place already$/,
    ],
    [
      "an unknown error",
      changed("orders", "setsid", { ordered: true, rules: [rule("setsid.group-leader", "EPREM")] }),
      /^\/orders\/setsid\/rules\/0\/gives: .*`EPREM`; did you mean `EPERM`\?$/,
    ],
    [
      "an order that is none",
      changed("orders", "setsid", { rules: [] }),
      /^\/orders\/setsid\/ordered: must be true or false$/,
    ],
    [
      "a missing call",
      changed("orders", "kill", undefined),
      /^\/orders: the call `kill` is missing$/,
    ],
    [
      "an unknown call",
      changed("orders", "kil", {}),
      /^\/orders\/kil: there is no such call; did you mean `kill`\?$/,
    ],
    [
      "a missing question",
      changed("answers", "setpgid.reach", undefined),
      /^\/answers: the question `setpgid.reach` is missing$/,
    ],
    [
      "an unknown answer",
      changed("answers", "setpgid.reach", { answer: "cousins", evidence: "measured" }),
      /^\/answers\/setpgid.reach\/answer: `cousins` is none of the answers: child, descendant, or null$/,
    ],
    [
      "an unknown mark",
      changed("answers", "setpgid.reach", { answer: "child", evidence: "sure" }),
      /^\/answers\/setpgid.reach\/evidence: must be one of .*, not "sure"$/,
    ],
  ];

  function rule(id: string, gives = "EPERM") {
    return { rule: id, gives, evidence: "measured" };
  }

  function changed(part: string, key: string, value: unknown): Change {
    return (file) => ({ ...file, [part]: { ...(file[part] as object | undefined), [key]: value } });
  }

  test.each(faults)("%s", (_, change, message) => {
    const file = reread(change(reread(profileJson(linux, all)) as Record<string, never>));
    expect(() => profileFrom(file, all)).toThrow(message);
  });
});
