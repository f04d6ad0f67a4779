/** Keeps the built page, where a browser lets it be kept: it works without a network from then on. */
export function keepOffline(): void {
  if (
    import.meta.env.MODE !== "production" ||
    !isSecureContext ||
    !location.protocol.startsWith("http")
  )
    return;
  // Refused where storage is, as in a private window: the page is the same without it.
  navigator.serviceWorker?.register(new URL("service-worker.js", document.baseURI)).catch(() => {});
}
