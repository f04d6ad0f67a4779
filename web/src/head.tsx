import { Gallery } from "./gallery/gallery.jsx";
import { Notice } from "./share/notice.jsx";
import { Share } from "./share/share.jsx";
import { kernels, otherName, profileName } from "./state.js";

/** What the page is about, and the kernels that are looked at. */
export function Head() {
  return (
    <header>
      <h1>
        retinue <span>playground</span>
      </h1>
      <Gallery />
      <Share />
      <label>
        Kernel
        <select
          value={profileName.value}
          onChange={(event) => (profileName.value = event.currentTarget.value)}
        >
          {kernels.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        beside
        <select
          value={otherName.value}
          onChange={(event) => (otherName.value = event.currentTarget.value)}
        >
          <option value="">nothing</option>
          {kernels.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Notice />
    </header>
  );
}
