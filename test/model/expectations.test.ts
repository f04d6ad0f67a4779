import { describe, expect, test } from "vitest";
import { catalog } from "../../src/model/catalog.js";
import { mismatches } from "../../src/oracle/expect.js";
import { printCall } from "../../src/trace/index.js";
import { casesIn } from "../suite.js";

const cases = casesIn("test/scenarios", "test/museum", "test/found", "examples");

// What the traces state was typed from the semantics; the model must do it under every profile.
describe.each(cases)("$file", ({ trace }) => {
  test.each(catalog().profiles)("$name", (profile) => {
    const wrong = mismatches(trace, profile).map(({ step, stated, possible }) => ({
      line: `${step.at.line}: ${step.actor}: ${printCall(step.call)}`,
      stated,
      possible,
    }));
    expect(wrong).toEqual([]);
  });
});
