import { entryOf } from "./entry.js";
const tutorial = import.meta.glob("../../../examples/tutorial/*.trace", {
    query: "?raw",
    import: "default",
    eager: true,
});
const jobControl = import.meta.glob("../../../examples/job-control/*.trace", {
    query: "?raw",
    import: "default",
    eager: true,
});
const races = import.meta.glob("../../../examples/races/*.trace", {
    query: "?raw",
    import: "default",
    eager: true,
});
const museum = import.meta.glob("../../../test/museum/*.trace", {
    query: "?raw",
    import: "default",
    eager: true,
});
/** Every trace of the gallery, in the order in which one would read them. */
export const shelves = [
    shelf("Job control, from the first shell to the closed window", jobControl),
    shelf("The tutorial's programs", tutorial),
    shelf("Races", races),
    { ...shelf("Museum: bugs of real systems", museum), aboutKernels: true },
];
/** The text of a race, by the name of its file. */
export function raceNamed(name) {
    return races[`../../../examples/races/${name}.trace`];
}
function shelf(name, files) {
    const entries = Object.entries(files).map(([path, text]) => entryOf(path.replace(/^(\.\.\/)+/, ""), text));
    return { name, entries };
}
