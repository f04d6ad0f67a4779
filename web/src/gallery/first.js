import text from "../../../examples/job-control/05-suspend.trace?raw";
/** The trace that the page begins with. */
export const firstText = text;
