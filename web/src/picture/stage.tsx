import { Caption } from "../bar.jsx";

/** The picture of the moment. */
export function Stage() {
  return <Caption />;
}
