// Keeps the files of one build, so that the page works without a network. `files` and `version`
// stand before this text: the build writes them.

const prefix = `retinue ${registration.scope} `;
const name = prefix + version;

/** The address of the page, however it is asked for. */
const page = new URL("index.html", registration.scope).href;
const addresses = new Set(files.map(([file]) => new URL(file, registration.scope).href));

/** Every file is that of this build, or none is kept: two builds do not go together. */
async function keep() {
  const cache = await caches.open(name);
  const requests = files.map(
    ([file, integrity]) =>
      new Request(new URL(file, registration.scope), { integrity, cache: "no-cache" }),
  );
  await cache.addAll(requests);
}

/** Forgets the builds before this one, and serves the page that is open already. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((other) => other.startsWith(prefix) && other !== name);
  await Promise.all(old.map((other) => caches.delete(other)));
  await clients.claim();
}

/** The page as it is now; without a network, as it was. */
async function current(request) {
  const response = await fetch(request).catch(() => Response.error());
  return response.ok ? response : ((await keptAt(page)) ?? response);
}

async function keptAt(address) {
  return (await caches.open(name)).match(address);
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*$/, "");
  if (request.method !== "GET") return;
  if (address === page || address === registration.scope) event.respondWith(current(request));
  else if (addresses.has(address))
    event.respondWith(keptAt(address).then((response) => response ?? fetch(request)));
});
