import { createRequire } from "node:module";
import type { Report } from "../diff/result.js";
import { BLOB, type Blob, type Piece, version } from "../report/index.js";
import { badInput, type Failure } from "./failure.js";
import { readFiles, shownPath } from "./files.js";

/** A report is no longer than this, or something went wrong when it was written. */
const mostBytes = 256 * 1024 * 1024;

const ending = ".blob.json";

/**
 * Reads the blob reports at the paths given; of a folder, every `*.blob.json` below it.
 *
 * @throws {Failure} with everything that is wrong with all of them
 */
export async function readBlobs(paths: readonly string[]): Promise<Piece[]> {
  const problemsOf = await validator();
  return readFiles(paths, { ending, mostBytes, twice: "refuse" }, (path, bytes) => {
    const file = shownPath(path);
    if (bytes.length > mostBytes) throw noBlob(file, "it has more than 256 MiB");
    const value = parsed(file, bytes);
    if (!hasBlob(value)) throw noBlob(file, describe(value));
    if (value.blob !== BLOB || value.retinue !== version) throw otherVersion(file, value);
    const problem = problemsOf(value);
    if (problem !== undefined) throw noBlob(file, problem);
    const { report } = value as unknown as Blob;
    const incomplete = incompleteness(report);
    if (incomplete !== undefined) throw noBlob(file, incomplete);
    return { file, report };
  });
}

/** What no schema can say: the cases, and what is said of each elsewhere, are as many. */
function incompleteness({ cases, shard, fuzzing }: Report): string | undefined {
  if (!shard) return undefined;
  const places = "places" in shard ? shard.places : shard.findings;
  const counts = [places.length, fuzzing?.findings.length ?? cases.length];
  const other = counts.find((count) => count !== cases.length);
  if (other !== undefined) return `it has ${other} places for ${cases.length} cases`;
  const { index, count } = shard;
  return index > count ? `it is shard ${index} of ${count}` : undefined;
}

function parsed(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw noBlob(file, (error as Error).message);
  }
}

function hasBlob(value: unknown): value is Record<"blob" | "retinue", unknown> {
  return typeof value === "object" && value !== null && "blob" in value;
}

function noBlob(file: string, why: string): Failure {
  return badInput(`${file}: this is no blob report, or not all of one: ${why}`);
}

function describe(value: unknown): string {
  const isReport = typeof value === "object" && value !== null && "cases" in value;
  return isReport ? "it is the report for programs; give `--reporter blob`" : "it has no `blob`";
}

function otherVersion(file: string, { blob, retinue }: Record<string, unknown>): Failure {
  const theirs = `retinue ${retinue}, form ${blob}`;
  const ours = `retinue ${version}, form ${BLOB}`;
  return badInput(
    `${file}: it was written by ${theirs}; this is ${ours}: merge with the version that ran it`,
  );
}

/**
 * What first differs from the schema that ships with the package; undefined if nothing does. The
 * library that knows schemas is loaded only here.
 */
async function validator(): Promise<(value: unknown) => string | undefined> {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const load = createRequire(import.meta.url);
  const ajv = new Ajv2020({ schemas: [load("../../schema/report.schema.json")] });
  const validate = ajv.compile(load("../../schema/blob.schema.json"));
  return (value) => {
    if (validate(value)) return undefined;
    const [{ instancePath = "", message = "" } = {}] = validate.errors ?? [];
    return `${instancePath} ${message}`.trim();
  };
}
