import { Bar } from "./bar.jsx";
import { Editor } from "./editor/editor.jsx";
import { Head } from "./head.jsx";
import { useKeys } from "./keys.js";
import { Panels } from "./panels.jsx";
import { Stage } from "./picture/stage.jsx";
import { moments, otherName, read } from "./state.js";

/** The page. */
export function App() {
  useKeys();
  const { problems } = read.value;
  return (
    <>
      <a class="skip" href="#stage">
        Skip to the picture
      </a>
      <Head />
      <main class={otherName.value === "" ? "one" : "two"}>
        <section class="stage" id="stage" aria-label="Picture">
          <Stage />
          <Bar />
        </section>
        <section class="source" aria-label="Trace">
          <Editor />
          <p class="verdict" role="status">
            {problems.length === 0
              ? `${moments.value.length - 1} steps`
              : `Line ${problems[0]?.line}: ${problems[0]?.message}`}
          </p>
          <p class="help">
            <kbd>F1</kbd> explains what is at the cursor, as pointing at it does.
          </p>
        </section>
        <section class="panels" aria-label="Details">
          <Panels />
        </section>
      </main>
    </>
  );
}
