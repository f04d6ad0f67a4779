/** Keeps the built page, where a browser lets it be kept: it works without a network from then on. */
export function keepOffline() {
    if (!import.meta.env.PROD || !isSecureContext || !location.protocol.startsWith("http"))
        return;
    // Refused where storage is, as in a private window: the page is the same without it.
    navigator.serviceWorker?.register(new URL("service-worker.js", document.baseURI)).catch(() => { });
}
