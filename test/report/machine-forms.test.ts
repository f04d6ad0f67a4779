import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { BLOB, plainStyle, reporters, version } from "../../src/report/index.js";
import { everyVerdict, plainCase, reportOn } from "./reports.js";

const [schema, blobSchema] = ["report", "blob"].map((name) =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), "utf8")),
);

function render(form: string, report = everyVerdict()): string {
  return reporters.get(form)?.render(report, plainStyle) ?? "";
}

test("json is what its schema says, and holds everything the report holds", () => {
  const report = everyVerdict();
  const value = JSON.parse(render("json", report));
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(value).toEqual(JSON.parse(JSON.stringify(report)));
});

test("a blob is what its schema says: the report, with its shard and the version", () => {
  const suite = `sha256:${"0".repeat(64)}`;
  const shard = { index: 2, count: 3, total: 9, suite, places: [0, 1, 3, 4, 6, 8] };
  const report = { ...everyVerdict(), shard };
  const validate = new Ajv2020({ allErrors: true, schemas: [schema] }).compile(blobSchema);
  const value = JSON.parse(render("blob", report));
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(value).toEqual(JSON.parse(JSON.stringify({ blob: BLOB, retinue: version, report })));
  expect(validate({ ...value, blob: 1 })).toBe(false);
  expect(validate({ ...value, report: { ...report, shard: { index: 1 } } })).toBe(false);
});

test("the schema refuses what no report is", () => {
  const validate = new Ajv2020().compile(schema);
  const report = JSON.parse(render("json"));
  expect(validate({ ...report, schema: 2 })).toBe(false);
  expect(validate({ ...report, cases: [{ name: "x" }] })).toBe(false);
});

test("tap numbers every case and tells skipped and known ones apart", () => {
  const points = render("tap")
    .split("\n")
    .filter((line) => /^\S/.test(line));
  expect(points).toMatchInlineSnapshot(`
    [
      "TAP version 14",
      "1..6",
      "ok 1 - scenarios/fork/ids",
      "not ok 2 - scenarios/setpgid/leader",
      "not ok 3 - museum/leader # TODO the baseline says so",
      "ok 4 - scenarios/kill/all # SKIP needs a PID namespace, and there is none here",
      "ok 5 - scenarios/kill/other # SKIP needs a PID namespace, and there is none here",
      "not ok 6 - scenarios/wait/odd",
    ]
  `);
  expect(render("tap")).toMatch(/\n {2}---\n {2}message: ".*"\n {2}severity: fail\n/);
});

test("a TAP description cannot start a directive", () => {
  const report = reportOn([plainCase("odd # SKIP name\\", "agreed", null)]);
  expect(render("tap", report)).toContain("ok 1 - odd \\# SKIP name\\\\");
});

test("a title cannot end a block of YAML, nor move a terminal's cursor", () => {
  const report = everyVerdict();
  const cases = report.cases.map((result) => ({ ...result, title: "a\u001B[31m\nb\u0085" }));
  const odd = { ...report, cases };
  for (const form of ["tap", "text"]) {
    expect(render(form, odd)).toContain("  a\uFFFD[31m\uFFFDb\uFFFD\n");
  }
});

test("junit counts by suite and escapes everything", () => {
  const xml = render("junit");
  const tags = xml.split("\n").filter((line) => /<\/?testsuite|<error|<skipped/.test(line));
  expect(tags).toMatchInlineSnapshot(`
    [
      "<testsuites name="retinue check" tests="6" failures="1" errors="1" skipped="3" time="1.234">",
      "  <testsuite name="scenarios/fork" tests="1" failures="0" errors="0" skipped="0" time="0.003">",
      "  </testsuite>",
      "  <testsuite name="scenarios/setpgid" tests="1" failures="1" errors="0" skipped="0" time="0.012">",
      "  </testsuite>",
      "  <testsuite name="museum" tests="1" failures="0" errors="0" skipped="1" time="0.012">",
      "      <skipped message="known: the baseline says so"/>",
      "  </testsuite>",
      "  <testsuite name="scenarios/kill" tests="2" failures="0" errors="0" skipped="2" time="0.006">",
      "      <skipped message="needs a PID namespace, and there is none here"/>",
      "      <skipped message="needs a PID namespace, and there is none here"/>",
      "  </testsuite>",
      "  <testsuite name="scenarios/wait" tests="1" failures="0" errors="1" skipped="0" time="0.003">",
      "      <error message="it did not settle: &lt;#1&gt; &amp; &quot;more&quot;"/>",
      "  </testsuite>",
      "</testsuites>",
    ]
  `);
  expect(xml).toContain('<failure type="setpgid.session-leader setpgid.leader-may-join"');
  expect(xml).toContain("&gt; 5  leader: setpgid(0, job)");
});

test("junit has no character that XML forbids", () => {
  const reason = 'a\u0000b\u001B[31m<c>&"\uD800';
  const xml = render("junit", reportOn([plainCase("x/y", "broken", reason)]));
  expect(xml).toContain('<error message="a\uFFFDb\uFFFD[31m&lt;c&gt;&amp;&quot;\uFFFD"/>');
});

test("github annotates the line of each divergence", () => {
  const lines = render("github").trimEnd().split("\n");
  expect(lines.map((line) => line.slice(0, 110))).toMatchInlineSnapshot(`
    [
      "::error file=test/scenarios/setpgid/leader.trace,line=9,title=scenarios/setpgid/leader::leader: setpgid(0, job",
      "::notice file=test/scenarios/setpgid/leader.trace,line=9,title=museum/leader::leader: setpgid(0, job): this ke",
      "::error file=test/scenarios/wait/odd.trace,title=scenarios/wait/odd::it did not settle: <#1> & "more"",
      "::notice title=retinue::skipped 2 cases",
    ]
  `);
  expect(lines.every((line) => line.startsWith("::"))).toBe(true);
});
