import { useEffect, useRef, useState } from "preact/hooks";
import { kernelNamed, profileName, schedule, text } from "../state.js";
import { linkTo, shared } from "./address.js";
import { fileNameFor, replayCommand } from "./command.js";
import { download } from "./download.js";
import { raster } from "./raster.js";
import "./share.css";
import { sizeOf, standalone } from "./standalone.js";

/** What the page can be passed on as. */
export function Ways() {
  const [told, tell] = useState("");
  return (
    <>
      <Link tell={tell} />
      <Command tell={tell} />
      <Files tell={tell} />
      <p class="told" role="status">
        {told}
      </p>
    </>
  );
}

interface Telling {
  /** Says how it went. */
  tell(what: string): void;
}

function Link({ tell }: Telling) {
  const [link, setLink] = useState<string | undefined>("");
  const page = shared.value;
  useEffect(() => {
    let ended = false;
    void linkTo(page).then((made) => {
      if (!ended) setLink(made);
    });
    return () => {
      ended = true;
    };
  }, [page]);
  const field = useRef<HTMLInputElement>(null);
  return (
    <section>
      <h3>A link to this trace at this step</h3>
      {link === undefined ? (
        <p>The trace is too long for a link: pass it on as a file.</p>
      ) : (
        <div class="field">
          <input ref={field} readOnly value={link} aria-label="Link" />
          <button type="button" onClick={() => void copy(field.current, tell)}>
            Copy link
          </button>
        </div>
      )}
    </section>
  );
}

function Command({ tell }: Telling) {
  const field = useRef<HTMLTextAreaElement>(null);
  const profile = kernelNamed(profileName.value);
  if (!profile) return null;
  const command = replayCommand({ text: text.value, profile, schedule: schedule.value });
  return (
    <section>
      <h3>The same in a shell</h3>
      <div class="field">
        <textarea ref={field} readOnly rows={6} value={command} aria-label="Replay line" />
        <button type="button" onClick={() => void copy(field.current, tell)}>
          Copy replay line
        </button>
      </div>
    </section>
  );
}

/** Copies what is in a field. Where the browser does not let us, people can do it themselves. */
async function copy(
  field: HTMLInputElement | HTMLTextAreaElement | null,
  tell: (what: string) => void,
): Promise<void> {
  if (!field) return;
  try {
    await navigator.clipboard.writeText(field.value);
    tell(`${field.ariaLabel} copied.`);
  } catch {
    field.focus();
    field.select();
    tell("The browser keeps the clipboard to itself. The text is selected: copy it by hand.");
  }
}

function Files({ tell }: Telling) {
  const save = (ending: string, make: () => Blob | Promise<Blob>) => async () => {
    const name = `${fileNameFor(text.value)}.${ending}`;
    try {
      download(name, await make());
      tell(`${name} is saved where your downloads go.`);
    } catch (error) {
      tell(`${name} could not be made: ${error instanceof Error ? error.message : error}.`);
    }
  };
  return (
    <section>
      <h3>A file</h3>
      <div class="files">
        <button type="button" onClick={save("trace", traceFile)}>
          Trace
        </button>
        <button type="button" onClick={save("svg", svgFile)}>
          Picture as SVG
        </button>
        <button type="button" onClick={save("png", pngFile)}>
          Picture as PNG
        </button>
      </div>
    </section>
  );
}

function traceFile(): Blob {
  return new Blob([text.value], { type: "text/plain" });
}

function svgFile(): Blob {
  return new Blob([standalone(picture())], { type: "image/svg+xml" });
}

function pngFile(): Promise<Blob> {
  return raster(standalone(picture()), sizeOf(picture()));
}

function picture(): SVGSVGElement {
  const found = document.querySelector<SVGSVGElement>("svg#picture");
  if (!found) throw new Error("the page shows no picture");
  return found;
}
