/** Gives a file to whoever looks at the page. */
export function download(name, contents) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(contents);
    link.download = name;
    link.click();
    // The browser has begun to read by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
