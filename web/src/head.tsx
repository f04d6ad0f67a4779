import { Gallery } from "./gallery/gallery.jsx";
import { Pick } from "./pick.jsx";
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
      <Pick
        name="Kernel"
        value={profileName.value}
        values={kernels}
        set={(name) => {
          profileName.value = name;
        }}
      />
      <Pick
        name="beside"
        value={otherName.value}
        values={kernels}
        none="nothing"
        set={(name) => {
          otherName.value = name;
        }}
      />
      <Notice />
    </header>
  );
}
